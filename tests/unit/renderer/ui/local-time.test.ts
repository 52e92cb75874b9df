import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fromLocalTime, localTime, zoneAt } from '../../../../renderer/ui/local-time.ts';

describe('a time of this machine', () => {
  beforeEach(() => void vi.stubEnv('TZ', 'Europe/Paris'));
  afterEach(() => void vi.unstubAllEnvs());

  it('is shown and read back in its own zone, in summer and in winter', () => {
    for (const [wire, local, zone] of [
      ['2026-01-05T05:00:00.000Z', '2026-01-05T06:00', 'Europe/Paris, GMT+01:00'],
      ['2026-07-05T05:00:00.000Z', '2026-07-05T07:00', 'Europe/Paris, GMT+02:00'],
    ] as const) {
      expect(localTime(wire)).toBe(local);
      expect(fromLocalTime(local)).toBe(wire);
      expect(zoneAt(wire)).toBe(zone);
    }
    expect(localTime('2026-01-05T07:00:00+02:00')).toBe('2026-01-05T06:00');
    expect(localTime('')).toBe('');
  });

  it.each(['', '2026', '2026-13-05T06:00', '20261-01-05T06:00', 'tomorrow'])('is none: “%s”', text => {
    expect(fromLocalTime(text)).toBeNull();
  });
});
