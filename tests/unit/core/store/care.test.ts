import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupStore, closeStore, restoreStoreFrom } from '../../../../main/core/store/care.ts';
import { migrations, storeVersion } from '../../../../main/core/store/migrate.ts';
import type { Store } from '../../../../main/core/store/open.ts';
import { pictureFileInfo, picturePath } from '../../../../main/core/store/pictures.ts';
import { listStories } from '../../../../main/core/store/search.ts';
import { loadStory, saveStory } from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder, testClock } from '../../../support/store.ts';

let folder = '';
let remove = (): void => undefined;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

const storeFile = (): string => join(folder, 'wiredesk.sqlite');
const everything = { query: '', state: null, limit: 100, offset: 0 };
const sluglines = (store: Store): readonly string[] =>
  listStories(store, everything).stories.map(story => story.slugline);

/** A closed store with one story, and so with one backup. */
async function storeWith(slugline: string, time?: string): Promise<void> {
  const store = await openTestStore(folder, testClock(time));
  makeStory(store, { slugline });
  await closeStore(store);
}

describe('opening', () => {
  it('makes a store of the newest version of a file of no bytes', async () => {
    writeFileSync(storeFile(), '');
    const store = await openTestStore(folder);
    expect(storeVersion(store.database)).toBe(migrations.length);
    expect(store.notices).toEqual([]);
    await closeStore(store);
  });

  it.each([
    ['is gone', () => rmSync(storeFile())],
    ['has no bytes', () => writeFileSync(storeFile(), '')],
  ])('takes the backup where the file %s, and says so', async (_, harm) => {
    await storeWith('KEPT');
    harm();
    const store = await openTestStore(folder);
    expect(sluglines(store)).toEqual(['KEPT']);
    expect(store.notices).toHaveLength(1);
    expect(store.notices[0]).toContain('missing or empty');
    await closeStore(store);
  });

  it('passes over a backup that is damaged for the one before it', async () => {
    await storeWith('FIRST', '2026-11-20T10:00:00.000Z');
    await storeWith('SECOND', '2026-11-21T10:00:00.000Z');
    writeFileSync(join(folder, 'backups', '2026-11-21T10-00-00.000Z.sqlite'), 'x'.repeat(9_000));
    writeFileSync(storeFile(), 'y'.repeat(9_000));
    const store = await openTestStore(folder);
    expect(sluglines(store)).toEqual(['FIRST']);
    expect(store.notices[0]).toContain('2026-11-20T10:00:00.000Z');
    await closeStore(store);
  });

  it('begins anew where there is no backup, and says where the damaged file is', async () => {
    writeFileSync(storeFile(), 'y'.repeat(9_000));
    const store = await openTestStore(folder);
    const [aside = ''] = readdirSync(join(folder, 'damaged'));
    expect(store.notices[0]).toContain(join(folder, 'damaged', aside));
    expect(readFileSync(join(folder, 'damaged', aside, 'wiredesk.sqlite'), 'utf8')).toBe('y'.repeat(9_000));
    expect(sluglines(store)).toEqual([]);
    await closeStore(store);
  });

  it('does not write a byte into the file of a newer version, and lets go of it', async () => {
    const newer = new Database(storeFile());
    newer.exec('CREATE TABLE later (words TEXT)');
    newer.pragma(`user_version = ${migrations.length + 1}`);
    newer.close();
    const before = readFileSync(storeFile());
    for (let attempt = 0; attempt < 2; attempt += 1)
      await expect(openTestStore(folder)).rejects.toMatchObject({
        code: 'store-newer',
        message: expect.stringContaining(`version is ${migrations.length + 1}`),
      });
    expect(readFileSync(storeFile())).toEqual(before);
    expect(readdirSync(folder).filter(name => name.startsWith('wiredesk.sqlite'))).toEqual([
      'wiredesk.sqlite',
    ]);
  });
});

describe('backups', () => {
  it('are ten, the newest', async () => {
    mkdirSync(join(folder, 'backups'));
    for (let day = 10; day < 22; day += 1)
      writeFileSync(join(folder, 'backups', `2026-10-${day}T00-00-00.000Z.sqlite`), '');
    await storeWith('NEWEST');
    const names = readdirSync(join(folder, 'backups')).toSorted();
    expect(names).toHaveLength(10);
    expect(names[0]).toBe('2026-10-13T00-00-00.000Z.sqlite');
    expect(names.at(-1)).toBe('2026-11-23T10-00-00.000Z.sqlite');
  });

  it('are whole in one file, in a folder that is made for them, with what was typed last', async () => {
    const store = await openTestStore(folder);
    const { id } = makeStory(store, { slugline: 'TYPED' });
    saveStory(store, {
      id,
      base: 1,
      session: 's1',
      author: 'Ida',
      patch: { fields: { headline: 'Last words' } },
    });
    const file = join(folder, 'away', 'from', 'here.sqlite');
    await backupStore(store, file);
    await closeStore(store);
    expect(readdirSync(join(folder, 'away', 'from'))).toEqual(['here.sqlite']);
    const copy = new Database(file, { readonly: true });
    expect(copy.prepare('SELECT headline FROM stories').pluck().get()).toBe('Last words');
    copy.close();
  });

  it('leave nothing half written behind where they fail', async () => {
    const store = await openTestStore(folder);
    const taken = join(folder, 'taken');
    mkdirSync(join(taken, 'by a folder'), { recursive: true });
    await expect(backupStore(store, taken)).rejects.toMatchObject({ code: 'disk' });
    expect(readdirSync(folder).filter(name => name.startsWith('taken'))).toEqual(['taken']);
    await closeStore(store);
  });

  it('are refused where they are no store, are newer, or are not there; the store stays', async () => {
    await storeWith('STAYS');
    const other = new Database(join(folder, 'other.sqlite'));
    other.exec('CREATE TABLE recipes (words TEXT)');
    other.close();
    const newer = new Database(join(folder, 'newer.sqlite'));
    newer.pragma(`user_version = ${migrations.length + 1}`);
    newer.close();
    for (const [name, code] of [
      ['other.sqlite', 'unreadable'],
      ['newer.sqlite', 'store-newer'],
      ['gone.sqlite', 'unreadable'],
      ['.', 'unreadable'],
    ] as const)
      await expect(restoreStoreFrom(folder, join(folder, name), testClock()), name).rejects.toMatchObject({
        code,
      });
    const store = await openTestStore(folder);
    expect(sluglines(store)).toEqual(['STAYS']);
    await expect(
      restoreStoreFrom(folder, join(folder, 'backups', '2026-11-23T10-00-00.000Z.sqlite'), testClock()),
    ).rejects.toMatchObject({ code: 'store-busy' });
    await closeStore(store);
    expect(existsSync(join(folder, 'replaced'))).toBe(false);
  });
});

describe('a full disk', () => {
  it('never makes a failure of an acknowledged save, nor an acknowledgement of a failure', async () => {
    const store = await openTestStore(folder);
    const { id } = makeStory(store, { slugline: 'FULL' });
    // Three fields of words that do not compress: more than the journal holds before it is folded.
    const words = (): string => randomBytes(49_000).toString('hex');
    let acknowledged = 1;
    let keptInJournal = 0;
    for (let room = 0; room < 400; room += 20) {
      store.database.pragma(
        `max_page_count = ${Number(store.database.pragma('page_count', { simple: true })) + room}`,
      );
      const patch = {
        fields: { headline: `Room ${room}`, abstract: words(), edNote: words(), usageTerms: words() },
      };
      try {
        const saved = saveStory(store, { id, base: acknowledged, session: 's1', author: 'Ida', patch });
        expect(saved.status).toBe('saved');
        acknowledged += 1;
        keptInJournal += Number(store.database.prepare('SELECT count(*) FROM journal').pluck().get());
      } catch (error) {
        expect(error).toMatchObject({ code: 'disk' });
      }
      store.openStories.clear();
      expect(loadStory(store, id).revision).toBe(acknowledged);
    }
    // Both happened: saves that were refused, and saves that stayed in the journal for want of room.
    expect(acknowledged).toBeLessThan(21);
    expect(keptInJournal).toBeGreaterThan(0);
    store.database.pragma('max_page_count = 1000000');
    expect(listStories(store, everything).total).toBe(1);
    await closeStore(store);
  });

  it('does not keep the store from being closed and opened again', async () => {
    const store = await openTestStore(folder);
    const { id } = makeStory(store, { slugline: 'CLOSED' });
    const headline = randomBytes(900).toString('hex');
    saveStory(store, { id, base: 1, session: 's1', author: 'Ida', patch: { fields: { headline } } });
    // No page is left free by migrations: the file has to grow.
    store.database.exec('VACUUM');
    store.database.pragma(
      `max_page_count = ${Number(store.database.pragma('page_count', { simple: true }))}`,
    );
    await expect(closeStore(store)).rejects.toMatchObject({ code: 'disk' });
    expect(store.database.open).toBe(false);
    const again = await openTestStore(folder);
    expect(loadStory(again, id)).toMatchObject({ revision: 2, fields: { headline } });
    await closeStore(again);
  });

  it.skipIf(process.platform === 'win32')('keeps no part of a picture for the whole', async () => {
    const sha256 = 'b'.repeat(64);
    const program = join(import.meta.dirname, '../../../support/keep-picture.ts');
    const { stdout } = spawnSync(
      'bash',
      [
        '-c',
        'ulimit -f 2048; exec "$@"',
        'bash',
        process.execPath,
        program,
        folder,
        sha256,
        `${4 * 1024 * 1024}`,
      ],
      { encoding: 'utf8' },
    );
    expect(stdout).toBe('disk');
    const store = await openTestStore(folder);
    expect(existsSync(picturePath(store, sha256))).toBe(false);
    expect(pictureFileInfo(store, sha256)).toBeNull();
    await closeStore(store);
  });
});

describe('many stories and many saves', () => {
  it('are all there, though only some are kept at hand', async () => {
    const store = await openTestStore(folder);
    const ids = Array.from({ length: 40 }, (_, index) => makeStory(store, { slugline: `S${index}` }).id);
    for (const [index, id] of ids.entries())
      saveStory(store, {
        id,
        base: 1,
        session: 's1',
        author: 'Ida',
        patch: { fields: { headline: `H${index}` } },
      });
    expect(store.openStories.size).toBeLessThan(ids.length);
    expect(ids.map(id => loadStory(store, id).fields.headline)).toEqual(ids.map((_, index) => `H${index}`));
    await closeStore(store);
  });

  it('do not make the journal endless', async () => {
    const store = await openTestStore(folder);
    const { id } = makeStory(store, {});
    for (let base = 1; base <= 250; base += 1)
      saveStory(store, {
        id,
        base,
        session: 's1',
        author: 'Ida',
        patch: { fields: { headline: `${base}` } },
      });
    const journal = Number(store.database.prepare('SELECT count(*) FROM journal').pluck().get());
    expect(journal).toBeLessThan(201);
    store.openStories.clear();
    expect(loadStory(store, id)).toMatchObject({ revision: 251, fields: { headline: '250' } });
    await closeStore(store);
  });
});
