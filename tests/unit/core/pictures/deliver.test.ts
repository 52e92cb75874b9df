import { load } from 'exifreader';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { Picture } from '../../../../main/contract/picture.ts';
import { deliverPicture, renderingOf } from '../../../../main/core/pictures/deliver.ts';
import { closeExiftool } from '../../../../main/core/pictures/exiftool.ts';
import { inspectPicture } from '../../../../main/core/pictures/file.ts';
import { readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { exiftoolPrints, exiftoolWrites } from '../../../support/exiftool-raw.ts';
import { describedPicture, pixels } from '../../../support/pictures.ts';

afterAll(closeExiftool);

const asItIs = { longEdge: null, aspect: null, stripLocation: false };
const decoded = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

/** 40 × 20: the left half red, the right half blue, so that a cut shows which side it took. */
function halves(): ReturnType<typeof sharp> {
  const raw = Buffer.from(
    Array.from({ length: 40 * 20 }, (_, index) => (index % 40 < 20 ? [220, 20, 20] : [20, 20, 220])).flat(),
  );
  return sharp(raw, { raw: { width: 40, height: 20, channels: 3 } });
}

const pictureOf = async (bytes: Uint8Array, name: string, more: Partial<Picture> = {}): Promise<Picture> => ({
  ...(await describedPicture(bytes, name)),
  ...more,
});

describe('the rendering a delivery asks for', () => {
  it.each([
    ['nothing', asItIs, null, null],
    ['a size it does not reach', { ...asItIs, longEdge: 4000 }, null, null],
    ['the shape it has', { ...asItIs, aspect: '2:1' }, null, null],
    ['half', { ...asItIs, longEdge: 1000 }, null, { width: 1000, height: 500 }],
    ['a square', { ...asItIs, aspect: '1:1' }, null, { left: 500, top: 0, width: 1000, height: 1000 }],
    [
      'a square at the left',
      { ...asItIs, aspect: '1:1' },
      { x: 0, y: 0.5 },
      { left: 0, top: 0, width: 1000, height: 1000 },
    ],
    [
      'a square right of the middle, scaled',
      { ...asItIs, aspect: '1:1', longEdge: 100 },
      { x: 0.6, y: 0 },
      { left: 700, top: 0, width: 100, height: 100 },
    ],
    ['a strip', { ...asItIs, aspect: '4:1' }, { x: 0.5, y: 1 }, { top: 500, width: 2000, height: 500 }],
  ])('%s', (_, delivery, focus, expected) => {
    const made = renderingOf({ width: 2000, height: 1000 }, focus, delivery);
    if (expected === null) expect(made).toBeNull();
    else expect({ ...made?.cut, ...made?.size }).toMatchObject(expected);
  });
});

describe.each(['jpeg', 'png', 'tiff', 'webp'] as const)('a scaled %s', format => {
  it('carries its words, its profile and everything else the file said', async () => {
    const bytes = await exiftoolWrites(
      new Uint8Array(await halves().withIccProfile('p3').toFormat(format).toBuffer()),
      '-XMP-dc:Subject=harbour',
      '-XMP-iptcExt:Event=Lock opening',
      '-XMP-plus:ModelReleaseStatus#=MR-NAP',
      '-XMP-dc:Title=LOCK',
    );
    const picture = await pictureOf(bytes, `lock.${format}`);
    const made = await deliverPicture(bytes, picture, { ...asItIs, longEdge: 20 });
    expect(made.file).toMatchObject({ width: 20, height: 10, bytes: made.bytes.byteLength });
    expect(await inspectPicture(made.bytes, 'lock')).toMatchObject({
      width: 20,
      height: 10,
      mediaType: picture.file?.mediaType,
      sha256: made.file.sha256,
    });
    const { fields, properties } = await readMetadata(made.bytes);
    expect(fields).toMatchObject({ creditLine: picture.creditLine, altText: picture.altText });
    expect(Object.fromEntries(properties.map(each => [each.xmp, each.value]))).toEqual({
      'dc:subject': 'harbour',
      'dc:title': 'LOCK',
      'Iptc4xmpExt:Event': 'Lock opening',
      'plus:ModelReleaseStatus': 'MR-NAP',
    });
    const [before, after] = await Promise.all([sharp(bytes).metadata(), sharp(made.bytes).metadata()]);
    expect(after.icc?.equals(before.icc ?? Buffer.alloc(0))).toBe(true);
    // The numbers stay what they were under the same profile.
    const raw = await decoded(made.bytes);
    expect(Math.abs((raw[0] ?? 0) - 220)).toBeLessThan(8);
  });
});

describe('a picture that is cut', () => {
  it('keeps what its focus point names, the right way up', async () => {
    // Orientation 3: stored upside down, so the blue half is on the left as it is seen.
    const bytes = new Uint8Array(await halves().withMetadata({ orientation: 3 }).jpeg().toBuffer());
    const square = { ...asItIs, aspect: '1:1' };
    for (const [x, channel] of [
      [0.1, 2],
      [0.9, 0],
    ] as const) {
      const picture = await pictureOf(bytes, 'lock.jpg', { focus: { x, y: 0.5 } });
      const made = await deliverPicture(bytes, picture, square);
      expect(await sharp(made.bytes).metadata()).toMatchObject({ width: 20, height: 20 });
      expect((await exiftoolPrints(made.bytes, '-Orientation'))['IFD0:Orientation'] ?? 1).toBe(1);
      expect((await decoded(made.bytes))[channel]).toBeGreaterThan(150);
    }
  });

  it('says no more of regions that were measured in its old frame', async () => {
    const bytes = await exiftoolWrites(
      new Uint8Array(await halves().jpeg().toBuffer()),
      '-XMP-iptcExt:ImageRegion=[{Name=Ada,RegionBoundary={RbShape=rectangle,RbUnit=relative,RbX=0,RbY=0,RbW=0.1,RbH=0.1}}]',
    );
    const picture = await pictureOf(bytes, 'lock.jpg');
    const scaled = await deliverPicture(bytes, picture, { ...asItIs, longEdge: 20 });
    const cut = await deliverPicture(bytes, picture, { ...asItIs, aspect: '1:1' });
    const regions = async (of: Uint8Array): Promise<unknown> =>
      (await exiftoolPrints(of, '-XMP-iptcExt:ImageRegion'))['XMP-iptcExt:ImageRegion'];
    expect(await regions(scaled.bytes)).toBeDefined();
    expect(await regions(cut.bytes)).toBeUndefined();
  });

  it('keeps inks and sixteen bits', async () => {
    const cmyk = new Uint8Array(await halves().toColourspace('cmyk').jpeg().toBuffer());
    const deep = new Uint8Array(await halves().toColourspace('rgb16').png().toBuffer());
    for (const [bytes, name, expected] of [
      [cmyk, 'lock.jpg', { space: 'cmyk', channels: 4 }],
      [deep, 'lock.png', { depth: 'ushort' }],
    ] as const) {
      const made = await deliverPicture(bytes, await pictureOf(bytes, name), { ...asItIs, longEdge: 20 });
      expect(await sharp(made.bytes).metadata()).toMatchObject({ ...expected, width: 20 });
    }
  });

  it('moves still, where it did', async () => {
    const frames = Buffer.concat([Buffer.alloc(16 * 8 * 3, 20), Buffer.alloc(16 * 8 * 3, 220)]);
    const bytes = new Uint8Array(
      await sharp(frames, { raw: { width: 16, height: 16, channels: 3, pageHeight: 8 } })
        .gif({ delay: [100, 100] })
        .toBuffer(),
    );
    const made = await deliverPicture(bytes, await pictureOf(bytes, 'lock.gif'), { ...asItIs, longEdge: 8 });
    expect(await sharp(made.bytes, { animated: true }).metadata()).toMatchObject({ pages: 2, width: 8 });
    expect((await readMetadata(made.bytes)).fields.headline).toBe('Sea lock opens');
  });
});

describe('a picture without its place', () => {
  it('says nowhere where it was taken, and keeps the words of its caption', async () => {
    const bytes = await exiftoolWrites(
      await pixels('jpeg'),
      '-GPSLatitude=51.5',
      '-GPSLatitudeRef=N',
      '-GPSLongitude=3.5',
      '-GPSLongitudeRef=E',
      '-XMP-exif:GPSLatitude=51.5',
      '-IPTC:City=Port Selwyn',
      '-IPTC:ContentLocationName=Freeland',
      '-XMP-iptcExt:LocationShownCity=Port Selwyn',
      '-XMP-photoshop:City=Port Selwyn',
    );
    const picture = await pictureOf(bytes, 'lock.jpg');
    for (const longEdge of [null, 20]) {
      const { bytes: made } = await deliverPicture(bytes, picture, {
        longEdge,
        aspect: null,
        stripLocation: true,
      });
      const prints = await exiftoolPrints(made, '-a', '-all:all');
      const telling = Object.entries(prints).filter(
        ([name, value]) =>
          /:(?:GPS|City|.*Location|Country|Province|State)/.test(name) ||
          (JSON.stringify(value).includes('Port Selwyn') && !/Description|Caption/.test(name)),
      );
      expect(telling).toEqual([]);
      expect(prints['XMP-dc:Description']).toContain('Port Selwyn');
      expect(load(Buffer.from(made), { expanded: true }).gps).toBeUndefined();
    }
  });
});
