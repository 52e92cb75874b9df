import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CoreEvent } from '../../../../main/contract/events.ts';
import type { MethodInput, MethodName, MethodOutput } from '../../../../main/contract/methods.ts';
import { fixedClock } from '../../../../main/core/clock.ts';
import { type Core, createCore } from '../../../../main/core/core.ts';
import { temporaryFolder } from '../../../support/store.ts';

let core: Core;
let folder: string;
let remove: () => void;
const events: CoreEvent[] = [];

beforeEach(async () => {
  ({ folder, remove } = temporaryFolder());
  core = await createCore({ directory: join(folder, 'store'), clock: fixedClock('2026-03-04T12:00:00Z') });
});
afterEach(async () => {
  await core.close();
  remove();
});

async function call<Name extends MethodName>(
  name: Name,
  input: MethodInput<Name>,
  heard: (event: CoreEvent) => void = event => events.push(event),
): Promise<MethodOutput<Name>> {
  const connection = core.connect(heard);
  const result = await connection.dispatch(name, input);
  connection.close();
  if (!result.ok) throw new Error(result.error.message);
  return result.value as MethodOutput<Name>;
}

function story(headline: string, embargo: { until: string | null } | null = null) {
  const blocks = [
    {
      id: 'b',
      type: 'paragraph' as const,
      inlines: [{ type: 'text' as const, text: 'It opened.', marks: [] }],
    },
  ];
  return call('stories.create', {
    story: { fields: { headline, embargo }, body: { version: 1, blocks } },
    session: 's',
  });
}

const Report = z.object({
  written: z.number(),
  refused: z.number(),
  failed: z.number(),
  cancelled: z.boolean(),
});

describe('a batch', () => {
  it('lets go what may, keeps what may not, and says so in a report', async () => {
    const free = await story('Lock opens');
    const held = await story('Lock is held', { until: null });
    const out = join(folder, 'out');
    const formats = ['newsml-g2', 'nitf', 'text'];
    const { outcomes, report, cancelled } = await call('export.batch', {
      ids: [free.id, held.id, 'no-such-story'],
      formats,
      folder: out,
      session: 's',
      job: 'batch',
    });
    expect(cancelled).toBe(false);
    const of = (id: string) => outcomes.filter(each => each.story === id).map(each => each.outcome);
    expect(of(free.id)).toEqual(['written', 'written', 'written']);
    expect(of(held.id)).toEqual(['refused', 'refused', 'refused']);
    expect(of('no-such-story')).toEqual(['failed', 'failed', 'failed']);
    expect(dirname(report)).toBe(out);
    expect(Report.parse(JSON.parse(readFileSync(report, 'utf8')))).toEqual({
      written: 3,
      refused: 3,
      failed: 3,
      cancelled: false,
    });
    // Three stories' files and the report: nothing of what stayed, nothing half written.
    expect(readdirSync(out)).toHaveLength(4);
  });

  it('writes the same bytes as an export of one story', async () => {
    const { id } = await story('Lock opens');
    const one = await call('export.write', {
      ids: [id],
      format: 'nitf',
      folder: join(folder, 'one'),
      session: 's',
    });
    const { outcomes } = await call('export.batch', {
      ids: [id],
      formats: ['nitf'],
      folder: join(folder, 'many'),
      session: 's',
      job: 'b',
    });
    expect(outcomes[0]?.files.map(file => file.sha256)).toEqual(one.files.map(file => file.sha256));
  });

  it('stops when it is cancelled, and tells what was written until then', async () => {
    const ids = [];
    for (let index = 0; index < 30; index += 1) ids.push((await story(`Lock ${index}`)).id);
    const { outcomes, cancelled, report } = await call(
      'export.batch',
      { ids, formats: ['text'], folder: join(folder, 'out'), session: 's', job: 'long' },
      event => {
        if (event.type === 'progress' && event.done === 5) void call('jobs.cancel', { job: 'long' });
      },
    );
    expect(cancelled).toBe(true);
    expect(outcomes.length).toBeLessThan(ids.length);
    expect(outcomes.every(each => each.files.every(file => existsSync(file.path)))).toBe(true);
    expect(existsSync(report)).toBe(true);
  });
});
