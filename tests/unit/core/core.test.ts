import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MethodName, methods } from '../../../main/contract/methods.ts';
import { type Client, createClient } from '../../../main/contract/rpc.ts';
import { fixedClock } from '../../../main/core/clock.ts';
import { type Core, createCore } from '../../../main/core/core.ts';
import { version } from '../../../main/core/version.ts';
import { formats } from '../../../main/core/wire/formats.ts';
import packageInfo from '../../../package.json' with { type: 'json' };
import { describedPicture, pixels } from '../../support/pictures.ts';
import { temporaryFolder } from '../../support/store.ts';

const { folder, remove } = temporaryFolder();
const session = 'test';
let core: Core;
let client: Client;
beforeAll(async () => {
  core = await createCore({ directory: join(folder, 'store'), clock: fixedClock('2026-11-23T10:00:00Z') });
  const connection = core.connect(() => undefined);
  client = createClient((method, input) => connection.dispatch(method, input));
});
afterAll(async () => {
  await core.close();
  remove();
});

const page = `Ferry crews walk out at Port Selwyn

Selwyn Post
2 Min Read

This picture taken on March 3, 2026 shows union leader Ada Lindqvist (L) on the quay in Port Selwyn. (Photo by Tomas Reyl / AFP) / BELGIUM OUT

Crews of the island ferries walked out on Tuesday after talks about winter timetables failed, leaving hundreds of passengers on the quay.

The company said that it would run two boats on Wednesday with crews from the mainland, and asked passengers to book ahead.

Share this Post
`;
const file = (name: string, text: string) => ({ name, data: Buffer.from(text).toString('base64') });

/** A story with a barred picture that has its file. */
async function storyWithPicture(): Promise<string> {
  const { stories } = await client.call('intake.import', {
    files: [file('ferry.txt', page)],
    session,
    job: crypto.randomUUID(),
  });
  const id = stories[0]?.id ?? '';
  const story = await client.call('stories.get', { id });
  const bytes = Buffer.from(await pixels('jpeg')).toString('base64');
  await client.call('pictures.add', {
    story: id,
    file: { name: '../quay.jpg', data: bytes },
    picture: story.pictures[0]?.id ?? null,
    session,
  });
  return id;
}

describe('the core', () => {
  it('is the version of the package', () => {
    expect(version).toBe(packageInfo.version);
  });

  it('has a handler for every method', async () => {
    const connection = core.connect(() => undefined);
    for (const name of Object.keys(methods) as MethodName[]) {
      const result = await connection.dispatch(name, { nonsense: true });
      expect(result, name).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    }
  });

  it('takes a copied page in, and leaves every other file of a batch standing', async () => {
    const files = [
      file('ferry.txt', page),
      file('empty.txt', ''),
      file('bomb.xml', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
    ];
    const { stories, failed } = await client.call('intake.import', { files, session, job: 'batch' });
    expect(stories).toMatchObject([{ file: 'ferry.txt', headline: 'Ferry crews walk out at Port Selwyn' }]);
    expect(failed.map(each => each.file)).toEqual(['empty.txt', 'bomb.xml']);
    const story = await client.call('stories.get', { id: stories[0]?.id ?? '' });
    expect(story.fields.source).toBe('Selwyn Post');
    expect(story.body.blocks.filter(block => block.type === 'paragraph')).toHaveLength(2);
    expect(story.pictures[0]?.restrictions).toMatchObject([
      { kind: 'exclude-territory', territories: ['BE'] },
    ]);
  });

  it('exports in every format, the same bytes twice, with the picture that carries its rights', async () => {
    const id = await storyWithPicture();
    for (const format of formats.filter(each => each.write)) {
      const choice = { ids: [id], format: format.id, session };
      const once = await client.call('export.write', { ...choice, folder: join(folder, `${format.id}-1`) });
      const twice = await client.call('export.write', { ...choice, folder: join(folder, `${format.id}-2`) });
      expect(once.files.map(each => each.sha256)).toEqual(twice.files.map(each => each.sha256));
      expect(once.files).toHaveLength(2);
      const [picture] = readdirSync(join(folder, `${format.id}-1`, 'media'));
      expect(
        readFileSync(join(folder, `${format.id}-1`, 'media', picture ?? '')).includes('BELGIUM OUT'),
      ).toBe(true);
    }
  });

  it('lets no barred picture, embargoed or killed story out, by export or filing', async () => {
    const id = await storyWithPicture();
    const delivery = { kind: 'folder' as const, path: join(folder, 'ghent') };
    await client.call('destinations.set', { destination: { name: 'Ghent', territories: ['BE'], delivery } });
    const out = join(folder, 'out');
    const doors = [
      () =>
        client.call('export.write', {
          ids: [id],
          format: 'nitf',
          destination: 'Ghent',
          folder: out,
          session,
        }),
      () => client.call('filing.file', { id, format: 'nitf', destination: 'ghent', session }),
    ];
    for (const door of doors)
      await expect(door()).rejects.toMatchObject({
        code: 'refused',
        message: expect.stringContaining('BELGIUM OUT'),
      });
    const base = (await client.call('stories.get', { id })).revision;
    await client.call('stories.save', { id, base, session, patch: { fields: { embargo: { until: null } } } });
    for (const format of formats.filter(each => each.write))
      await expect(
        client.call('export.write', { ids: [id], format: format.id, folder: out, session }),
      ).rejects.toMatchObject({ code: 'refused' });
    await client.call('stories.save', {
      id,
      base: base + 1,
      session,
      patch: { state: 'killed', fields: { embargo: null } },
    });
    const override = { reason: 'because', by: 'Ida' };
    await expect(
      client.call('export.write', { ids: [id], format: 'text', folder: out, override, session }),
    ).rejects.toMatchObject({ code: 'refused' });
    expect(existsSync(out)).toBe(false);
    expect(existsSync(delivery.path)).toBe(false);
  });

  it('files without the barred picture, or with it on a named word that stays with the story', async () => {
    const id = await storyWithPicture();
    const delivery = { kind: 'folder' as const, path: join(folder, 'antwerp') };
    await client.call('destinations.set', {
      destination: { name: 'Antwerp', territories: ['BE'], delivery },
    });
    await client.call('settings.set', { settings: { author: 'Ida Marsh' } });
    const choice = { id, format: 'newsml-g2', destination: 'Antwerp', session };
    const without = await client.call('filing.file', { ...choice, withoutBlockedPictures: true });
    expect(without.filing).toMatchObject({ version: 1, by: 'Ida Marsh' });
    expect(without.filing.files).toHaveLength(1);
    expect(without.story).toMatchObject({ state: 'filed', version: 1, pictures: [{}] });
    const override = { reason: 'Cleared by phone', by: 'Ida Marsh' };
    const withIt = await client.call('filing.file', { ...choice, override });
    expect(withIt.filing).toMatchObject({ version: 2 });
    expect(withIt.filing.files).toHaveLength(2);
    const story = await client.call('stories.get', { id });
    expect(story).toMatchObject({
      version: 2,
      overrides: [{ by: 'Ida Marsh', reason: 'Cleared by phone', destination: 'Antwerp' }],
    });
  });

  it('refuses a file that is no picture, and leaves the story as it was', async () => {
    const id = await storyWithPicture();
    const before = await client.call('stories.get', { id });
    const add = client.call('pictures.add', { story: id, file: file('quay.jpg', 'no pixels here'), session });
    await expect(add).rejects.toMatchObject({
      code: 'unreadable',
      message: expect.stringContaining('quay.jpg'),
    });
    expect(await client.call('stories.get', { id })).toEqual(before);
  });

  it('shows pictures by their hash and nothing else', async () => {
    const picture = await describedPicture(await pixels('jpeg'), 'lock.jpg');
    expect(await core.picture('0'.repeat(64), 'original')).toBeNull();
    expect((await core.picture(picture.file?.sha256 ?? '', 'thumbnail'))?.mediaType).toBe('image/webp');
  });
});
