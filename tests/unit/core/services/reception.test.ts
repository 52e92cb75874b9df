import { join } from 'node:path';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../main/contract/body.ts';
import type { Problem } from '../../../../main/contract/failure.ts';
import { Picture } from '../../../../main/contract/picture.ts';
import { NewStory, type NewStoryInput, type Story } from '../../../../main/contract/story.ts';
import { gate } from '../../../../main/core/rights/gate.ts';
import { receiveIntoStore } from '../../../../main/core/services/receiving.ts';
import { closeStore } from '../../../../main/core/store/care.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { killedAmong, storiesSharingPictures } from '../../../../main/core/store/picture-uses.ts';
import { listRevisions, saveStory } from '../../../../main/core/store/stories.ts';
import { openTestStore, temporaryFolder } from '../../../support/store.ts';

const guid = 'urn:newsml:meridian.example:20260303:lock';
let store: Store;
let remove: () => void;

beforeEach(async () => {
  const temporary = temporaryFolder();
  ({ remove } = temporary);
  store = await openTestStore(temporary.folder);
});
afterEach(async () => {
  await closeStore(store);
  remove();
});

const silent = { emit: () => undefined };

function version(number: number, more: Partial<NewStoryInput> = {}): NewStory {
  return NewStory.parse({
    guid,
    version: number,
    fields: {
      headline: `Lock opens, version ${number}`,
      ...(number % 2 === 0 ? { byline: 'Ida Marsh' } : {}),
    },
    body: {
      version: 1,
      blocks: [{ id: `b${number}`, type: 'paragraph', inlines: plainInlines(`Copy of version ${number}.`) }],
    },
    ...more,
  });
}

function kill(number: number): NewStory {
  return NewStory.parse({
    guid,
    version: number,
    state: 'killed',
    fields: { headline: 'Lock opens', editorialAction: 'kill', edNote: `Wrong lock, says ${number}.` },
  });
}

function receive(incoming: NewStory): { story: Story; codes: string[]; problems: readonly Problem[] } {
  const { story, problems } = receiveIntoStore({ store, ...silent }, incoming, 'session');
  return { story, problems, codes: problems.map(each => each.code) };
}

describe('a version that comes in', () => {
  it('takes the place of an older one, whose words stay in the history', () => {
    const first = receive(version(1)).story;
    const { story, codes } = receive(version(2));
    expect(story).toMatchObject({ id: first.id, version: 2, fields: { headline: 'Lock opens, version 2' } });
    expect(codes).toEqual(['new-version']);
    expect(listRevisions(store, first.id).map(each => each.cause)).toEqual(['receive', 'import']);
  });

  it('is ignored with a message where it is not newer', () => {
    receive(version(2));
    for (const old of [1, 2]) {
      const { story, codes } = receive(version(old));
      expect(story.fields.headline).toBe('Lock opens, version 2');
      expect(codes).toEqual(['not-newer']);
    }
  });

  it('says that what was done here is in the history', () => {
    const { story } = receive(version(1));
    saveStory(store, {
      id: story.id,
      base: story.revision,
      author: 'Ida',
      session: 'other',
      patch: { fields: { headline: 'Mine', targetLength: 300 } },
    });
    const after = receive(version(2));
    expect(after.problems.map(each => each.message).join(' ')).toContain('in its history');
    expect(after.story.fields).toMatchObject({ headline: 'Lock opens, version 2', targetLength: 300 });
  });

  it('without an identity is always a story of its own', () => {
    const { guid: _, ...nameless } = version(1);
    expect(receive(NewStory.parse(nameless)).story.id).not.toBe(receive(NewStory.parse(nameless)).story.id);
  });
});

describe('a kill that comes in', () => {
  it('kills whatever its version, and keeps the copy for the record', () => {
    receive(version(5));
    const { story, codes } = receive(kill(3));
    expect(story).toMatchObject({ state: 'killed', version: 5, fields: { edNote: 'Wrong lock, says 3.' } });
    expect(story.body.blocks).toHaveLength(1);
    expect(codes).toContain('killed');
  });

  it('before any copy leaves a story that nothing revives', () => {
    receive(kill(3));
    const { story, codes } = receive(version(4));
    expect(story).toMatchObject({ state: 'killed', version: 4, fields: { editorialAction: 'kill' } });
    expect(codes).toContain('new-version');
  });
});

describe('the pictures of a new version', () => {
  const file = {
    sha256: 'c'.repeat(64),
    mediaType: 'image/jpeg',
    bytes: 10,
    width: 2,
    height: 1,
    name: 'gate.jpg',
  };
  const gate = Picture.parse({ id: 'gate', file, description: 'The gate.' });
  const quay = Picture.parse({ id: 'quay', description: 'The quay.' });

  it('that says the same keeps its identity and its file, in the copy too', () => {
    receive(version(1, { pictures: [gate] }));
    const { story } = receive(
      version(2, {
        pictures: [{ ...gate, id: 'other', file: null }],
        body: { version: 1, blocks: [{ id: 'b', type: 'picture', pictureId: 'other' }] },
      }),
    );
    expect(story.pictures).toMatchObject([{ id: 'gate', file: { name: 'gate.jpg' } }]);
    expect(story.body.blocks).toMatchObject([{ pictureId: 'gate' }]);
  });

  it('that come under the names of those held stay apart, whatever they say now', () => {
    receive(version(1, { pictures: [gate, quay] }));
    const swapped = [
      { ...gate, file: null, description: 'The quay.' },
      { ...quay, description: 'The gate.' },
    ];
    const { story } = receive(version(2, { pictures: swapped }));
    expect(story.pictures).toMatchObject([
      { id: 'gate', description: 'The quay.', file: null },
      { id: 'quay', description: 'The gate.', file: null },
    ]);
  });
});

describe('the pictures of a killed story', () => {
  const file = {
    sha256: 'c'.repeat(64),
    mediaType: 'image/png',
    bytes: 6,
    width: 1,
    height: 1,
    name: 'lock.png',
  };
  const pictures = [Picture.parse({ id: 'lock', file, description: 'The lock.' })];

  it('leave with no other story without a named decision, and everyone who used them is told', () => {
    receive(version(1, { pictures }));
    const { story: other } = receive(
      version(1, { guid: 'urn:newsml:other', pictures, fields: { headline: 'Harbour' } }),
    );
    const { codes, problems } = receive(kill(2));
    expect(codes).toContain('killed-picture-used');
    expect(problems.map(each => each.message).join(' ')).toContain('Harbour');
    const question = {
      destination: null,
      format: null,
      now: store.clock.now(),
      earlierUses: new Map(),
    };
    const { decision, reasons } = gate(other, {
      ...question,
      killedPictures: killedAmong(store, other.pictures),
    });
    expect(decision).toBe('blocked');
    expect(reasons).toMatchObject([{ picture: 'lock', code: 'restriction', source: 'Wrong lock, says 2.' }]);
  });

  it('are found in a store that was written before kills were', async () => {
    receive(version(1, { pictures }));
    const { story: other } = receive(
      version(1, { guid: 'urn:newsml:other', pictures, fields: { headline: 'Harbour' } }),
    );
    await closeStore(store);
    const old = new Database(join(store.directory, 'wiredesk.sqlite'));
    old.exec(
      `DROP TABLE received; DROP TABLE picture_uses; DROP TABLE killed_pictures; DROP INDEX stories_by_guid;
       DROP TABLE picture_departures; DROP TABLE picture_limits; DROP TABLE embargoes`,
    );
    old.pragma('user_version = 1');
    old.close();
    store = await openTestStore(store.directory);
    expect(storiesSharingPictures(store, other.id).map(each => each.name)).toEqual(['Lock opens, version 1']);
  });
});

/** A story without what only the order of arrival decides: its history. */
function outcome(story: Story): unknown {
  const { id: _, revision: __, created: ___, updated: ____, ...rest } = story;
  return rest;
}

it('any order and any repetition of versions, corrections and kills end in one state', async () => {
  const messages = [version(1), version(2), version(3, { state: 'withheld' }), version(4), kill(3), kill(5)];
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(messages, { minLength: 1 }).chain(chosen =>
        fc.tuple(
          fc.constant(chosen),
          fc.shuffledSubarray([...chosen, ...chosen], {
            minLength: chosen.length * 2,
            maxLength: chosen.length * 2,
          }),
        ),
      ),
      async ([inOrder, shuffled]) => {
        const ends = [];
        for (const sequence of [inOrder, shuffled]) {
          const temporary = temporaryFolder();
          const own = await openTestStore(temporary.folder);
          let last: Story | null = null;
          for (const message of sequence)
            last = receiveIntoStore({ store: own, ...silent }, message, 'session').story;
          ends.push(last && outcome(last));
          await closeStore(own);
          temporary.remove();
        }
        expect(ends[1]).toEqual(ends[0]);
      },
    ),
    { numRuns: 25 },
  );
});
