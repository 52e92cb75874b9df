import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CoreEvent } from '../../../../main/contract/events.ts';
import type { Embargo, StoryState } from '../../../../main/contract/story.ts';
import { createEmbargoWatch, type EmbargoWatch } from '../../../../main/core/services/embargo-watch.ts';
import { closeStore } from '../../../../main/core/store/care.ts';
import { markSeen, unseenLifted } from '../../../../main/core/store/embargoes.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { loadStory, purgeStory, saveStory } from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder } from '../../../support/store.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.parse('2026-11-23T10:00:00Z');
/** The machine's clock, which a test sets without a timer noticing. */
const clock = { now: () => new Date(), set: (time: string) => void vi.setSystemTime(time) };
const at = (milliseconds: number): string => new Date(start + milliseconds).toISOString();

let folder = '';
let remove = (): void => undefined;
let store: Store;
let watch: EmbargoWatch;
let events: CoreEvent[];
let reported: unknown[];

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: start });
  ({ folder, remove } = temporaryFolder());
  await open();
});
afterEach(async () => {
  await close();
  remove();
  vi.useRealTimers();
});

async function open(): Promise<void> {
  store = await openTestStore(folder, clock);
  events = [];
  reported = [];
  watch = createEmbargoWatch({ store, clock, emit: event => events.push(event) }, error =>
    reported.push(error),
  );
}

async function close(): Promise<void> {
  watch.stop();
  await closeStore(store);
}

/** The program ends, and starts again at another time. */
async function startAgain(time: string): Promise<void> {
  await close();
  clock.set(time);
  await open();
  watch.start();
}

const story = (slugline: string, embargo: Embargo | null): string =>
  makeStory(store, { slugline, embargo }).id;

/** A save, as the core hears of it. */
function save(id: string, patch: { readonly embargo?: Embargo | null; readonly state?: StoryState }): void {
  const { embargo, state } = patch;
  const fields = embargo === undefined ? {} : { fields: { embargo } };
  const base = loadStory(store, id).revision;
  saveStory(store, {
    id,
    base,
    session: 's1',
    author: 'Ida',
    patch: { ...fields, ...(state ? { state } : {}) },
  });
  watch.look();
}

/** The names that were told, a list for each time. */
const told = (): readonly (readonly string[])[] =>
  events.flatMap(event =>
    event.type === 'embargoes-lifted' ? [event.embargoes.map(({ name }) => name)] : [],
  );
const unseen = (): readonly string[] => unseenLifted(store).map(({ name }) => name);

describe('an embargo that lifts', () => {
  it('is told at its moment and once, with its story and its time', () => {
    const id = story('LOCK', { until: at(90_500) });
    watch.start();
    vi.advanceTimersByTime(90_499);
    expect(events).toEqual([]);
    vi.advanceTimersByTime(1);
    const lifted = [{ story: id, name: 'LOCK', until: at(90_500) }];
    expect(events).toEqual([{ type: 'embargoes-lifted', embargoes: lifted }]);
    expect(unseenLifted(store)).toEqual(lifted);
    watch.look();
    vi.advanceTimersByTime(hour);
    expect(events).toHaveLength(1);
  });

  it('together with another is told with it', () => {
    story('LOCK', { until: at(minute) });
    story('QUAY', { until: at(minute) });
    story('LATER', { until: at(2 * minute) });
    watch.start();
    vi.advanceTimersByTime(minute);
    expect(told().map(names => names.toSorted())).toEqual([['LOCK', 'QUAY']]);
    vi.advanceTimersByTime(minute);
    expect(told()).toHaveLength(2);
    expect(unseen()[0]).toBe('LATER');
  });

  it('in a story that comes while the watch sleeps is told in time', () => {
    watch.start();
    const id = story('LOCK', null);
    save(id, { embargo: { until: at(5_000) } });
    vi.advanceTimersByTime(5_000);
    expect(told()).toEqual([['LOCK']]);
  });

  it('farther away than a timer counts is not told before its time', () => {
    story('LOCK', { until: at(60 * 24 * hour) });
    watch.start();
    vi.advanceTimersByTime(hour);
    expect(events).toEqual([]);
    clock.set(at(60 * 24 * hour));
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([['LOCK']]);
  });

  it.each<[string, Embargo | null]>([
    ['there is none', null],
    ['it has no time', { until: null }],
    ['it was over when the story came', { until: at(-hour) }],
  ])('is not told where %s', (_why, embargo) => {
    story('LOCK', embargo);
    watch.start();
    vi.advanceTimersByTime(hour);
    expect(events).toEqual([]);
    expect(unseen()).toEqual([]);
  });
});

describe('a correction', () => {
  it('to a later time is waited for; one after the lifting is a new embargo', () => {
    const id = story('LOCK', { until: at(minute) });
    watch.start();
    save(id, { embargo: { until: at(2 * minute) } });
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([]);
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([['LOCK']]);
    save(id, { embargo: { until: at(3 * minute) } });
    expect(unseen()).toEqual([]);
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([['LOCK'], ['LOCK']]);
  });

  it('to a time that has passed lifts at once what somebody waited for', () => {
    const id = story('LOCK', { until: at(hour) });
    watch.start();
    save(id, { embargo: { until: at(-minute) } });
    expect(told()).toEqual([['LOCK']]);
  });

  it('of a told time is not told again', () => {
    const id = story('LOCK', { until: at(minute) });
    watch.start();
    vi.advanceTimersByTime(hour);
    save(id, { embargo: { until: at(2 * minute) } });
    expect(told()).toEqual([['LOCK']]);
    expect(unseenLifted(store)).toMatchObject([{ until: at(2 * minute) }]);
  });

  it('that takes the embargo away, or makes it wait for a hand, leaves nothing to tell', () => {
    const one = story('LOCK', { until: at(minute) });
    const other = story('QUAY', { until: at(minute) });
    watch.start();
    save(one, { embargo: null });
    save(other, { embargo: { until: null } });
    vi.advanceTimersByTime(hour);
    expect(events).toEqual([]);
  });
});

describe('a story', () => {
  it.each<[StoryState, number]>([
    ['draft', 1],
    ['edit', 1],
    ['ready', 1],
    ['filed', 1],
    ['withheld', 0],
    ['killed', 0],
    ['spiked', 0],
  ])('that is %s is told %i times', (state, times) => {
    const id = story('LOCK', { until: at(minute) });
    watch.start();
    save(id, { state });
    vi.advanceTimersByTime(hour);
    expect(told()).toHaveLength(times);
    // Restored, it has not lifted a second time.
    save(id, { state: 'draft' });
    vi.advanceTimersByTime(hour);
    expect(told()).toHaveLength(times);
  });

  it('that is purged is not told, and one that is killed after it was told is no longer', () => {
    purgeStory(store, story('LOCK', { until: at(minute) }));
    const id = story('QUAY', { until: at(minute) });
    watch.start();
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([['QUAY']]);
    save(id, { state: 'killed' });
    expect(unseen()).toEqual([]);
  });
});

describe('a clock', () => {
  it('that ran on while the machine slept is noticed within a minute', () => {
    story('LOCK', { until: at(3 * hour) });
    watch.start();
    clock.set(at(8 * hour));
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([['LOCK']]);
  });

  it('that is set back makes the embargo stand again, and it is told when it lifts', () => {
    const id = story('LOCK', { until: at(hour) });
    watch.start();
    vi.advanceTimersByTime(hour);
    markSeen(store, id);
    clock.set(at(0));
    vi.advanceTimersByTime(minute);
    expect(events.at(-1)).toEqual({ type: 'embargoes-changed' });
    expect(unseen()).toEqual([]);
    vi.advanceTimersByTime(hour);
    expect(told()).toEqual([['LOCK'], ['LOCK']]);
  });

  it('that is put right by seconds changes nothing', () => {
    story('LOCK', { until: at(hour) });
    watch.start();
    vi.advanceTimersByTime(hour);
    clock.set(at(hour - 5_000));
    watch.look();
    vi.advanceTimersByTime(hour);
    expect(told()).toEqual([['LOCK']]);
    expect(unseen()).toEqual(['LOCK']);
  });
});

describe('a program', () => {
  it('that was away tells at its start, once, and keeps the notice until somebody takes note', async () => {
    const id = story('LOCK', { until: at(hour) });
    watch.start();
    await startAgain(at(2 * hour));
    expect(told()).toEqual([['LOCK']]);
    await startAgain(at(3 * hour));
    expect(told()).toEqual([]);
    expect(unseen()).toEqual(['LOCK']);
    markSeen(store, id);
    await startAgain(at(4 * hour));
    expect(told()).toEqual([]);
    expect(unseen()).toEqual([]);
  });

  it('that stops leaves no timer, and looks no more', () => {
    story('LOCK', { until: at(minute) });
    watch.start();
    expect(vi.getTimerCount()).toBe(1);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
    clock.set(at(hour));
    watch.look();
    expect(events).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that cannot write tells it when it can', () => {
    story('LOCK', { until: at(minute) });
    watch.start();
    store.database.pragma('query_only = ON');
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([]);
    expect(reported).toMatchObject([{ code: 'disk' }]);
    store.database.pragma('query_only = OFF');
    vi.advanceTimersByTime(minute);
    expect(told()).toEqual([['LOCK']]);
  });
});
