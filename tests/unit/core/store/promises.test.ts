import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backupStore, closeStore, doctor, restoreStoreFrom } from '../../../../main/core/store/care.ts';
import { noteCleanClose, takeCleanClose } from '../../../../main/core/store/clean-close.ts';
import { migrations } from '../../../../main/core/store/migrate.ts';
import { picturePath, putPictureFile } from '../../../../main/core/store/pictures.ts';
import { listStories } from '../../../../main/core/store/search.ts';
import { loadStory, saveStory } from '../../../../main/core/store/stories.ts';
import { makeStory, openTestStore, temporaryFolder, testClock } from '../../../support/store.ts';

let folder = '';
let remove = (): void => undefined;
beforeEach(() => {
  ({ folder, remove } = temporaryFolder());
});
afterEach(() => remove());

const everything = { query: '', state: null, limit: 100, offset: 0 };

describe('the promises of the store', () => {
  it('has the last acknowledged revision after kill -9', async () => {
    const program = join(import.meta.dirname, '../../../support/save-loop.ts');
    const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines: string[] = [];
    for await (const line of createInterface({ input: child.stdout })) {
      lines.push(line);
      if (lines.length === 120) child.kill('SIGKILL');
    }
    const [id = '', ...revisions] = lines;
    const last = Number(revisions.at(-1));
    const store = await openTestStore(folder);
    const story = loadStory(store, id);
    expect(story.revision).toBeGreaterThanOrEqual(last);
    expect(story.fields.headline).toBe(`Headline ${story.revision}`);
    expect(doctor(store)).toEqual([]);
    await closeStore(store);
  });

  it('has one writer, and says who it is', async () => {
    const store = await openTestStore(folder);
    await expect(openTestStore(folder)).rejects.toMatchObject({
      code: 'store-busy',
      message: expect.stringContaining(`process ${process.pid}`),
    });
    await closeStore(store);
    await closeStore(await openTestStore(folder));
  });

  it('says that the disk is full, and keeps what it acknowledged', async () => {
    const store = await openTestStore(folder);
    const { id } = makeStory(store, { headline: 'Kept' });
    const pages = Number(store.database.pragma('page_count', { simple: true }));
    store.database.pragma(`max_page_count = ${pages}`);
    const long = 'x'.repeat(90_000);
    const fill = (): void => {
      for (let base = 1; base < 50; base += 1)
        saveStory(store, {
          id,
          base,
          session: 's1',
          author: 'Ida',
          patch: { fields: { abstract: `${base}${long}` } },
        });
    };
    expect(fill).toThrowError(expect.objectContaining({ code: 'disk' }));
    const acknowledged = loadStory(store, id);
    store.openStories.clear();
    expect(loadStory(store, id)).toEqual(acknowledged);
    store.database.pragma('max_page_count = 1000000');
    await closeStore(store);
  });

  it('cannot be made where the disk takes no folder', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(openTestStore(join(folder, 'file', 'store'))).rejects.toMatchObject({ code: 'disk' });
  });

  it('moves a damaged file aside, takes the newest backup and says what is missing', async () => {
    const clock = testClock();
    const store = await openTestStore(folder, clock);
    makeStory(store, { slugline: 'KEPT' });
    await closeStore(store);
    const file = join(folder, 'wiredesk.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 100, 9_000);
    writeFileSync(file, bytes);
    const repaired = await openTestStore(folder, clock);
    expect(repaired.notices.join()).toContain('1 stories');
    expect(listStories(repaired, everything).stories.map(story => story.slugline)).toEqual(['KEPT']);
    const [aside = ''] = readdirSync(join(folder, 'damaged'));
    expect(readFileSync(join(folder, 'damaged', aside, 'wiredesk.sqlite'))).toEqual(bytes);
    await closeStore(repaired);
  });

  it('does not read all of a store again that it read when it closed, and finds what went bad since', async () => {
    const clock = testClock();
    const store = await openTestStore(folder, clock);
    makeStory(store, { slugline: 'KEPT' });
    // The end of the file then holds what stories are made of, not the tables' names, which every start reads.
    store.database.exec('VACUUM');
    await closeStore(store);
    const file = join(folder, 'wiredesk.sqlite');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, bytes.length - 9_000);
    writeFileSync(file, bytes);
    // As if a disk had lost what is on it without a write.
    noteCleanClose(file);
    clock.set('2026-11-24T10:00:00.000Z');
    const unread = await openTestStore(folder, clock);
    expect(unread.notices).toEqual([]);
    await expect(closeStore(unread)).rejects.toMatchObject({ code: 'store-damaged' });

    const repaired = await openTestStore(folder, clock);
    expect(repaired.notices.join()).toContain('backup of 2026-11-23T10:00:00.000Z');
    expect(listStories(repaired, everything).stories.map(story => story.slugline)).toEqual(['KEPT']);
    await closeStore(repaired);
  });

  it('reads all of a store that was not closed in order, or was written to since', async () => {
    const store = await openTestStore(folder);
    await closeStore(store);
    const file = join(folder, 'wiredesk.sqlite');
    utimesSync(file, 1, 1);
    expect(takeCleanClose(file)).toBe(false);
    noteCleanClose(file);
    writeFileSync(`${file}-wal`, 'unfinished');
    expect(takeCleanClose(file)).toBe(false);
    rmSync(`${file}-wal`);
    noteCleanClose(file);
    expect([takeCleanClose(file), takeCleanClose(file)]).toEqual([true, false]);
  });

  it('does not open a file of a newer version, nor change it', async () => {
    const store = await openTestStore(folder);
    await closeStore(store);
    const file = join(folder, 'wiredesk.sqlite');
    const newer = new Database(file);
    newer.pragma(`user_version = ${migrations.length + 1}`);
    newer.close();
    await expect(openTestStore(folder)).rejects.toMatchObject({ code: 'store-newer' });
    const after = new Database(file, { readonly: true });
    expect(after.pragma('user_version', { simple: true })).toBe(migrations.length + 1);
    after.close();
  });

  it.each(migrations.map((_, index) => index + 1))(
    'opens a store of version %i with all its content',
    async version => {
      const database = new Database(join(folder, 'wiredesk.sqlite'));
      database.exec(
        readFileSync(join(import.meta.dirname, `../../../fixtures/store/version-${version}.sql`), 'utf8'),
      );
      database.close();
      const store = await openTestStore(folder);
      const found = listStories(store, { ...everything, query: 'lantern' });
      expect(found.stories.map(story => story.slugline)).toEqual(['OLD-STORE']);
      expect(loadStory(store, found.stories[0]?.id ?? '')).toMatchObject({
        revision: 2,
        fields: { headline: 'Lantern festival, corrected' },
      });
      await closeStore(store);
    },
  );

  it('makes a backup that is whole, and takes it back without losing what was there', async () => {
    const clock = testClock();
    const store = await openTestStore(folder, clock);
    makeStory(store, { slugline: 'BEFORE' });
    const backup = join(folder, 'copy.sqlite');
    expect((await backupStore(store, backup)).bytes).toBeGreaterThan(0);
    makeStory(store, { slugline: 'AFTER' });
    await closeStore(store);
    const restored = await restoreStoreFrom(folder, backup, clock);
    expect(existsSync(join(restored.movedAside ?? '', 'wiredesk.sqlite'))).toBe(true);
    const again = await openTestStore(folder, clock);
    expect(listStories(again, everything).stories.map(story => story.slugline)).toEqual(['BEFORE']);
    await closeStore(again);
    writeFileSync(join(folder, 'no-store'), 'not a database, whatever its name');
    await expect(restoreStoreFrom(folder, join(folder, 'no-store'), clock)).rejects.toMatchObject({
      code: 'unreadable',
    });
  });

  it('misses a picture file that is gone', async () => {
    const store = await openTestStore(folder);
    const bytes = new TextEncoder().encode('pixels');
    const file = {
      sha256: 'a'.repeat(64),
      mediaType: 'image/png',
      bytes: 6,
      width: 1,
      height: 1,
      name: 'lock.png',
    };
    await putPictureFile(store, file, bytes);
    expect(doctor(store)).toEqual([]);
    rmSync(picturePath(store, file.sha256));
    mkdirSync(dirname(picturePath(store, file.sha256)), { recursive: true });
    expect(doctor(store)).toMatchObject([{ code: 'picture-file', severity: 'error' }]);
    await closeStore(store);
  });
});
