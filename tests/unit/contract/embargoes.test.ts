import { describe, expect, it } from 'vitest';
import { embargoNotices } from '../../../main/contract/embargoes.ts';

const lifted = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    story: `id-${index}`,
    name: `LOCK-${index}`,
    until: '2026-11-23T10:00:00.000Z',
  }));

describe('notices of lifted embargoes', () => {
  it('are one a story, which a click opens', () => {
    expect(embargoNotices(lifted(3))).toEqual(
      ['0', '1', '2'].map(number => ({
        title: 'Embargo lifted',
        body: `LOCK-${number}`,
        story: `id-${number}`,
      })),
    );
  });

  it('are one for all where they are many', () => {
    expect(embargoNotices(lifted(12))).toEqual([
      { title: '12 embargoes lifted', body: 'LOCK-0, LOCK-1, LOCK-2 and 9 more', story: null },
    ]);
  });
});
