import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WiredeskError } from '../../../../main/contract/failure.ts';
import type { SaveResult } from '../../../../main/contract/methods.ts';
import type { Draft, StoryPatch } from '../../../../main/contract/patch.ts';
import type { Client } from '../../../../main/contract/rpc.ts';
import type { Story } from '../../../../main/contract/story.ts';
import { createAutosave, type SaveStatus } from '../../../../renderer/editor/autosave.ts';
import { minimalStory } from '../../../support/story.ts';

beforeEach(() => void vi.useFakeTimers({ now: 0 }));
afterEach(() => void vi.useRealTimers());

const story: Story = { ...minimalStory, revision: 1 };
const titled = (headline: string): Draft => ({ ...story, fields: { ...story.fields, headline } });

interface Sent {
  readonly patch: StoryPatch;
  readonly base: number;
  readonly answer: (result: SaveResult) => void;
  readonly fail: (error: unknown) => void;
}

function setUp() {
  const sent: Sent[] = [];
  const statuses: SaveStatus[] = [];
  const kept: Draft[] = [];
  const conflicts: unknown[] = [];
  let drops = 0;
  // The autosave makes no other call.
  const client = {
    call: (_name: string, input: { patch: StoryPatch; base: number }) =>
      new Promise((answer, fail) => sent.push({ patch: input.patch, base: input.base, answer, fail })),
  } as unknown as Client;
  const autosave = createAutosave({
    client,
    session: 's1',
    story,
    keeper: {
      keep: draft => void kept.push(draft),
      drop: () => {
        drops += 1;
      },
    },
    onStatus: status => void statuses.push(status),
    onConflict: conflict => void conflicts.push(conflict),
  });
  const saved = (revision: number): SaveResult => ({ status: 'saved', revision, savedAt: `t${revision}` });
  return { sent, statuses, kept, conflicts, drops: () => drops, autosave, saved };
}

const last = <T>(items: readonly T[]): T | undefined => items.at(-1);

describe('autosave', () => {
  it('sends after a pause what changed and nothing else', async () => {
    const { sent, autosave } = setUp();
    autosave.update(titled('Rain'));
    await vi.advanceTimersByTimeAsync(199);
    expect(sent).toMatchObject([{ base: 1, patch: { fields: { headline: 'Rain' } } }]);
    expect(Object.keys(sent[0]?.patch ?? {})).toEqual(['fields']);
  });

  it('sends within a second, however fast someone types', async () => {
    const { sent, autosave } = setUp();
    for (let time = 0; time < 1_000; time += 50) {
      autosave.update(titled(`Rain ${time}`));
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(sent.length).toBeGreaterThan(0);
  });

  it('says saved only of what was written, and sends what was typed meanwhile', async () => {
    const { sent, statuses, autosave, saved } = setUp();
    autosave.update(titled('One'));
    await vi.advanceTimersByTimeAsync(200);
    autosave.update(titled('Two'));
    sent[0]?.answer(saved(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(statuses.filter(each => each.kind === 'saved')).toEqual([]);
    expect(autosave.unsaved).toBe(true);
    expect(sent[1]).toMatchObject({ base: 2, patch: { fields: { headline: 'Two' } } });
    sent[1]?.answer(saved(3));
    await vi.advanceTimersByTimeAsync(0);
    expect(last(statuses)).toEqual({ kind: 'saved', at: 't3', revision: 3 });
    expect(autosave.unsaved).toBe(false);
  });

  it('never has two saves under way', async () => {
    const { sent, autosave } = setUp();
    autosave.update(titled('One'));
    await vi.advanceTimersByTimeAsync(200);
    autosave.update(titled('Two'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent).toHaveLength(1);
  });

  it('keeps what it could not save, says why, and tries again', async () => {
    const { sent, statuses, kept, drops, autosave, saved } = setUp();
    autosave.update(titled('Rain'));
    await vi.advanceTimersByTimeAsync(200);
    sent[0]?.fail(new WiredeskError('disk', 'The disk is full.'));
    await vi.advanceTimersByTimeAsync(0);
    expect(last(statuses)).toEqual({ kind: 'not-saved', reason: 'The disk is full.' });
    expect(last(kept)?.fields.headline).toBe('Rain');
    // What is typed now is kept at once: the window may go down before the next try.
    autosave.update(titled('Rain stops'));
    expect(last(kept)?.fields.headline).toBe('Rain stops');
    expect(drops()).toBe(0);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(sent[1]).toMatchObject({ base: 1, patch: { fields: { headline: 'Rain stops' } } });
    sent[1]?.answer(saved(2));
    await vi.advanceTimersByTimeAsync(0);
    expect(last(statuses)?.kind).toBe('saved');
    expect(drops()).toBe(1);
    const before = kept.length;
    autosave.update(titled('Rain again'));
    expect(kept).toHaveLength(before);
  });

  it('hands both sides of a conflict over and sends nothing until it is settled', async () => {
    const { sent, conflicts, kept, autosave, saved } = setUp();
    autosave.update(titled('Mine'));
    await vi.advanceTimersByTimeAsync(200);
    const theirs: Story = { ...story, ...titled('Theirs'), revision: 5 };
    sent[0]?.answer({ status: 'conflict', base: story, theirs, theirAuthor: 'Tomas' });
    await vi.advanceTimersByTimeAsync(0);
    expect(conflicts).toMatchObject([{ theirs: { revision: 5 }, mine: { fields: { headline: 'Mine' } } }]);
    autosave.update(titled('Mine, longer'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    expect(last(kept)?.fields.headline).toBe('Mine, longer');
    autosave.rebase(theirs);
    await vi.advanceTimersByTimeAsync(0);
    expect(sent[1]).toMatchObject({ base: 5, patch: { fields: { headline: 'Mine, longer' } } });
    sent[1]?.answer(saved(6));
    await vi.advanceTimersByTimeAsync(0);
    expect(autosave.unsaved).toBe(false);
  });

  it('flushes at once, and says when it could not', async () => {
    const { sent, autosave, saved } = setUp();
    autosave.update(titled('Rain'));
    const flushed = autosave.flush();
    sent[0]?.answer(saved(2));
    await flushed;
    autosave.update(titled('Sun'));
    const refused = expect(autosave.flush()).rejects.toThrow('gone');
    sent[1]?.fail(new WiredeskError('internal', 'gone'));
    await refused;
  });
});
