import { kill } from 'node:process';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { closeExiftool, exiftoolProcesses, readTags } from '../../../../main/core/pictures/exiftool.ts';
import { canShow, claimedOtherwise, inspectPicture } from '../../../../main/core/pictures/file.ts';
import { readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { embedMetadata } from '../../../../main/core/pictures/metadata-write.ts';
import { asHeic, pngHeader, pngXmp, xmpPacket } from '../../../support/hostile-pictures.ts';
import { describedPicture, pixels } from '../../../support/pictures.ts';

afterAll(closeExiftool);

const utf8 = new TextEncoder();
const message = expect.stringContaining('lock');

describe('a file that lies', () => {
  it.each([
    ['says it has ten thousand million pixels', () => pngHeader(100_000, 100_000), 'too-large'],
    ['has a header and no pixels', () => pngHeader(400, 400), 'unreadable'],
    ['is an archive', () => Buffer.from('PK\x03\x04 lock.jpg', 'latin1'), 'unreadable'],
    ['is a page', () => utf8.encode('<html><script>1</script></html>'), 'unreadable'],
    ['unpacks to 64 MB of blanks', () => pngXmp(Buffer.alloc(64_000_000, 32), true), 'too-large'],
  ])('is refused in a sentence where it %s', async (_, make, code) => {
    await expect(inspectPicture(await make(), 'lock.png')).rejects.toMatchObject({ code, message });
  });

  it('is taken for what it is, and said so, where only its name lies', async () => {
    const file = await inspectPicture(await pixels('png'), 'lock.jpg');
    expect(file.mediaType).toBe('image/png');
    expect(claimedOtherwise(file)).toBe('jpg');
    expect(claimedOtherwise(await inspectPicture(await pixels('jpeg'), 'lock.JPEG'))).toBeNull();
  });

  it('is one picture, where an archive hangs behind it', async () => {
    const bytes = Buffer.concat([await pixels('jpeg'), Buffer.from('PK\x03\x04<html><script>', 'latin1')]);
    expect(await inspectPicture(bytes, 'lock.jpg')).toMatchObject({ mediaType: 'image/jpeg' });
    expect((await readMetadata(bytes)).fields.description).toBe('');
  });
});

describe('metadata that no one wrote', () => {
  it.each([
    [
      'ten million characters',
      `<photoshop:Headline>${'a'.repeat(10_000_000)}</photoshop:Headline>`,
      'too-large',
    ],
  ])('%s: refused in a sentence', async (_, inside, code) => {
    await expect(readMetadata(await pngXmp(xmpPacket(inside)))).rejects.toMatchObject({ code });
  });

  it.each([
    ['lists in lists', '<dc:subject><rdf:Bag>'.repeat(20_000)],
    ['no end', '<photoshop:Headline>'.repeat(50_000)],
    ['entities', '<photoshop:Headline>&a;&#0;&#x110000;</photoshop:Headline>'],
  ])('%s: read or refused, and the next picture is read', async (_, inside) => {
    await readMetadata(await pngXmp(xmpPacket(inside))).catch(error =>
      expect(error).toMatchObject({ code: expect.stringMatching(/unreadable|too-large/) }),
    );
    expect((await readMetadata(await pixels('jpeg'))).fields.headline).toBe('');
  });

  it('is words and never an argument', async () => {
    const bytes = await pixels('jpeg');
    const words = 'Lock\n-execute\n-all=\n-o\n/dev/null\n<=/etc/hostname\n$(id) `id` -stay_open\nFalse';
    const picture = {
      ...(await describedPicture(bytes, '-execute\n-all=.jpg')),
      headline: words,
      people: [{ name: '-config\n@', position: '' }],
      caption: [{ type: 'text' as const, text: '<=/etc/hostname', marks: [] }],
    };
    const { fields } = await readMetadata(await embedMetadata(bytes, picture));
    expect(fields).toMatchObject({
      headline: words,
      description: '<=/etc/hostname',
      people: [{ name: '-config\n@', position: '' }],
    });
  });
});

describe('HEIC', () => {
  it('is kept where it cannot be shown, with the size and the words it has', async () => {
    const avif = new Uint8Array(
      await sharp({ create: { width: 48, height: 32, channels: 3, background: 'navy' } })
        .avif()
        .toBuffer(),
    );
    const file = await inspectPicture(asHeic(avif), 'lock.heic');
    expect(file).toMatchObject({ mediaType: 'image/heic', width: 48, height: 32 });
    expect(canShow(file)).toBe(sharp.format.heif.input.fileSuffix?.includes('.heic') === true);
    const picture = await describedPicture(avif, 'lock.avif');
    const { fields } = await readMetadata(await embedMetadata(avif, picture));
    expect(fields).toMatchObject({ headline: picture.headline, creditLine: picture.creditLine });
  });
});

it('exiftool starts again when it is killed in the middle of a picture', async () => {
  const bytes = await pixels('jpeg');
  await readTags(bytes);
  const [first] = exiftoolProcesses();
  const reading = readTags(bytes);
  if (first === undefined) throw new Error('There is no process.');
  kill(first, 'SIGKILL');
  expect(await reading).toHaveProperty('SourceFile');
  const picture = await describedPicture(bytes, 'lock.jpg');
  const [second] = exiftoolProcesses();
  if (second === undefined) throw new Error('There is no process.');
  expect(second).not.toBe(first);
  const writing = embedMetadata(bytes, picture);
  kill(second, 'SIGKILL');
  expect((await readMetadata(await writing)).fields.headline).toBe(picture.headline);
}, 60_000);
