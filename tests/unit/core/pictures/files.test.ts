import { readFileSync } from 'node:fs';
import { load } from 'exifreader';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { inlineText } from '../../../../main/contract/body.ts';
import { closeExiftool, readTags, writeTags } from '../../../../main/core/pictures/exiftool.ts';
import { inspectPicture } from '../../../../main/core/pictures/file.ts';
import { cutToBytes } from '../../../../main/core/pictures/metadata-fields.ts';
import { readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { embedMetadata } from '../../../../main/core/pictures/metadata-write.ts';
import { makeRendition } from '../../../../main/core/pictures/renditions.ts';
import { describedPicture, pixels } from '../../../support/pictures.ts';
import { sharedFolder, sharedPath } from '../../../support/shared.ts';

afterAll(closeExiftool);

const decoded = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

describe.each(['jpeg', 'png', 'tiff', 'webp'] as const)('a %s that leaves the house', format => {
  it('carries its caption, credit and rights, and not a pixel less', async () => {
    const bytes = await pixels(format);
    const picture = await describedPicture(bytes, `lock.${format}`);
    const written = await embedMetadata(bytes, picture);
    const { fields } = await readMetadata(written);
    const { id, file, caption, restrictions, notices, original, dateReleased, ...rest } = picture;
    const { decorative, focus, category, leases, ...texts } = rest;
    expect(fields).toEqual({
      ...texts,
      description: inlineText(caption),
      instructions: `BELGIUM OUT - NO ARCHIVE - Credit: ${picture.creditLine}`,
      people: [{ name: 'Ada Lindqvist', position: '' }],
    });
    expect(await decoded(written)).toEqual(await decoded(bytes));
    expect(await embedMetadata(bytes, picture)).toEqual(written);
  });
});

describe('metadata in a file', () => {
  it('says the same to a second reader, in XMP and in IIM', async () => {
    const bytes = await pixels('jpeg');
    const picture = await describedPicture(bytes, 'lock.jpg');
    const tags = load(Buffer.from(await embedMetadata(bytes, picture)), { expanded: true });
    expect(tags.xmp?.Credit?.description).toBe(picture.creditLine);
    expect(tags.iptc?.Credit?.description).toBe(cutToBytes(picture.creditLine, 32));
    expect(tags.iptc?.['Caption/Abstract']?.description).toBe(inlineText(picture.caption));
  });

  it('is cut in IIM between characters, and never in XMP', async () => {
    const bytes = await pixels('jpeg');
    const headline = `${'é'.repeat(127)}港口`;
    const written = await embedMetadata(bytes, { ...(await describedPicture(bytes, 'lock.jpg')), headline });
    const tags = await readTags(written);
    expect(tags['XMP-photoshop:Headline']).toBe(headline);
    expect(tags['IPTC:Headline']).toBe('é'.repeat(127));
    const { differences } = await readMetadata(written);
    expect(differences).toContainEqual({
      field: 'headline',
      xmp: headline,
      iim: 'é'.repeat(127),
      truncated: true,
      iimLater: false,
    });
  });

  it('finds the restriction that IIM lost', async () => {
    const instructions = `${'This standing sentence is long. '.repeat(8)}FRANCE OUT`;
    const bytes = await writeTags(await pixels('jpeg'), {
      'XMP-photoshop:Instructions': instructions,
      'IPTC:SpecialInstructions': cutToBytes(instructions, 256),
    });
    const { restrictions, fields } = await readMetadata(bytes);
    expect(fields.instructions).toBe(instructions);
    expect(restrictions).toContainEqual(
      expect.objectContaining({ kind: 'exclude-territory', territories: ['FR'] }),
    );
  });

  it.skipIf(sharedFolder === null)('is read from the official reference picture', async () => {
    const { fields } = await readMetadata(
      readFileSync(sharedPath('samples/real/pictures/IPTC-PhotometadataRef-Std2017.1.jpg')),
    );
    for (const [name, value] of Object.entries(fields))
      if (!['altText', 'extendedDescription', 'dataMining'].includes(name))
        expect(value, name).not.toEqual('');
  });
});

describe('a picture file', () => {
  it.each([
    ['empty', () => new Uint8Array(), 'unreadable'],
    ['a text', () => new TextEncoder().encode('GIF89a, but not really a picture'), 'unreadable'],
    [
      'markup',
      () => new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'unreadable',
    ],
    ['cut off', async () => (await pixels('jpeg')).slice(0, 700), 'unreadable'],
  ])('is refused where it is %s', async (_, make, code) => {
    await expect(inspectPicture(await make(), 'lock.jpg')).rejects.toMatchObject({
      code,
      message: expect.stringContaining('lock.jpg'),
    });
  });

  it('has a name that is a label, and no path', async () => {
    expect((await inspectPicture(await pixels('png'), '../../etc/lock.png')).name).toBe('lock.png');
    expect((await inspectPicture(await pixels('png'), 'C:\\pictures\\lock.png')).name).toBe('lock.png');
  });

  it('is the right way up', async () => {
    const turned = await sharp(await pixels('jpeg'))
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await inspectPicture(turned, 'turned.jpg')).toMatchObject({ width: 32, height: 48 });
    const { bytes } = await makeRendition(turned, 'thumbnail');
    expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width: 32, height: 48 });
  });
});
