import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../../main/contract/rpc.ts';
import { TakenUpload } from '../../../../main/contract/uploads.ts';
import { fixedClock } from '../../../../main/core/clock.ts';
import { type Core, createCore } from '../../../../main/core/core.ts';
import { formats } from '../../../../main/core/wire/formats.ts';
import { exiftoolPrints, exiftoolWrites } from '../../../support/exiftool-raw.ts';
import { pixels } from '../../../support/pictures.ts';
import { temporaryFolder } from '../../../support/store.ts';

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

async function sent(name: string, bytes: Uint8Array): Promise<TakenUpload> {
  const result = await core.takeIn(name, bytes);
  if (!result.ok) throw new Error(result.error.message);
  return TakenUpload.parse(result.value);
}

async function storyWith(...pictures: readonly Uint8Array[]): Promise<string> {
  const { id } = await client.call('stories.create', {
    story: {
      fields: { headline: 'Sea lock opens', slugline: 'LOCK', byline: 'Ida Marsh', language: 'en' },
      body: {
        version: 1,
        blocks: [{ id: 'b', type: 'paragraph', inlines: [{ type: 'text', text: 'It opened.' }] }],
      },
    },
    session,
  });
  const taken: string[] = [];
  for (const [index, bytes] of pictures.entries()) taken.push((await sent(`lock-${index}.jpg`, bytes)).taken);
  if (taken.length > 0) await client.call('pictures.addTaken', { story: id, taken, session });
  return id;
}

describe('pictures that were sent', () => {
  it('are added in their order, in one save', async () => {
    const one = await exiftoolWrites(await pixels('jpeg'), '-XMP-photoshop:Headline=One');
    const two = await exiftoolWrites(await pixels('jpeg'), '-XMP-photoshop:Headline=Two');
    const id = await storyWith(one, two);
    const story = await client.call('stories.get', { id });
    expect(story.pictures.map(each => each.headline)).toEqual(['One', 'Two']);
    expect(story.revision).toBe(2);
  });

  it('give an existing picture its file, and are used once', async () => {
    const id = await storyWith(await pixels('jpeg'));
    const [picture] = (await client.call('stories.get', { id })).pictures;
    const { taken, problems } = await sent('other.jpg', await pixels('png'));
    expect(problems).toMatchObject([{ code: 'picture-kind', severity: 'info' }]);
    const input = { story: id, taken: [taken], picture: picture?.id ?? '', session };
    const { story } = await client.call('pictures.addTaken', input);
    expect(story.pictures).toMatchObject([{ id: picture?.id, file: { mediaType: 'image/png' } }]);
    await expect(client.call('pictures.addTaken', input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused by name where they are none', async () => {
    expect(await core.takeIn('lock.jpg', new Uint8Array([1, 2, 3]))).toMatchObject({
      ok: false,
      error: { code: 'unreadable', message: expect.stringContaining('lock.jpg') },
    });
  });
});

describe('a picture as it leaves', () => {
  const delivery = { longEdge: 24, aspect: '1:1', stripLocation: true };
  async function written(
    id: string,
    format: string,
    more: object = {},
  ): Promise<{ readonly text: string; readonly media: Buffer }> {
    const out = join(folder, `out-${crypto.randomUUID()}`);
    const { files } = await client.call('export.write', {
      ids: [id],
      format,
      folder: out,
      session,
      ...more,
    });
    const media = files.find(each => /\/media\//.test(each.path.replaceAll('\\', '/')));
    return { text: readFileSync(files[0]?.path ?? '', 'utf8'), media: readFileSync(media?.path ?? '') };
  }

  it('has the size that the wire file gives it, in every format that gives one', async () => {
    const id = await storyWith(
      await exiftoolWrites(await pixels('jpeg'), '-XMP-photoshop:City=Port Selwyn', '-GPSLatitude=51'),
    );
    const sized = formats.filter(each => 'write' in each && each.write).map(each => each.id);
    const telling: string[] = [];
    for (const format of sized) {
      const whole = await written(id, format);
      const { text, media } = await written(id, format, { pictures: delivery });
      expect(await sharp(media).metadata(), format).toMatchObject({ width: 24, height: 24 });
      if (!/(?:width|Width)[^0-9]{1,20}48/.test(whole.text)) continue;
      telling.push(format);
      expect(text, format).toMatch(/(?:width|Width)[^0-9]{1,20}24\b/);
      expect(text, format).not.toMatch(/(?:width|Width)[^0-9]{1,20}48\b/);
      expect(text, format).not.toContain('Port Selwyn');
      const prints = await exiftoolPrints(new Uint8Array(media), '-GPS:all', '-XMP-photoshop:City');
      expect(
        Object.keys(prints).filter(each => each.includes(':')),
        format,
      ).toEqual([]);
    }
    expect(telling).toEqual(expect.arrayContaining(['newsml-g2', 'nitf', 'ninjs-3', 'ans', 'rss', 'html']));
  });

  it('leaves as its destination asks, and a wish cannot take that back', async () => {
    const id = await storyWith(await exiftoolWrites(await pixels('jpeg'), '-IPTC:City=Port Selwyn'));
    await client.call('destinations.set', {
      destination: { name: 'Web', pictures: { longEdge: 30, aspect: null, stripLocation: true } },
    });
    const asked = { longEdge: 18, aspect: null, stripLocation: false };
    const usual = await written(id, 'ninjs-3', { destination: 'Web' });
    const smaller = await written(id, 'ninjs-3', { destination: 'Web', pictures: asked });
    expect(await sharp(usual.media).metadata()).toMatchObject({ width: 30, height: 20 });
    expect(await sharp(smaller.media).metadata()).toMatchObject({ width: 18, height: 12 });
    for (const { media } of [usual, smaller])
      expect(await exiftoolPrints(new Uint8Array(media), '-IPTC:City')).not.toHaveProperty('IPTC:City');
  });
});
