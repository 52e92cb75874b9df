import { load } from 'exifreader';
import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { inlineText } from '../../../../main/contract/body.ts';
import type { Picture } from '../../../../main/contract/picture.ts';
import { closeExiftool } from '../../../../main/core/pictures/exiftool.ts';
import { readIim } from '../../../../main/core/pictures/iim.ts';
import { fromTag, metadataFields } from '../../../../main/core/pictures/metadata-fields.ts';
import { readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { instructionWords } from '../../../../main/core/pictures/metadata-tags.ts';
import { embedMetadata } from '../../../../main/core/pictures/metadata-write.ts';
import { exiftoolPrints, exiftoolWrites } from '../../../support/exiftool-raw.ts';
import { describedPicture, pixels } from '../../../support/pictures.ts';
import '../../../support/property-seed.ts';

afterAll(closeExiftool);

const runs = 8;
const decoded = (bytes: Uint8Array): Promise<Buffer> => sharp(bytes).raw().toBuffer();

/** Words of many scripts, signs that programs take for their own, and lengths beyond what IIM holds. */
const words = fc
  .array(
    fc.constantFrom(
      'harbour',
      'Zażółć',
      'порт',
      '港口',
      'ميناء',
      'é',
      '👩‍🔧',
      '“lock”',
      'R&D',
      '<b>',
      '&amp;',
      '-execute',
      '{a=b}',
      '|',
      '=',
      '"',
      "'",
      '\\n',
      '\n',
      '#1',
      '$x',
      '%',
    ),
    { maxLength: 40 },
  )
  .map(parts => parts.join(' ').trim());
const line = words.map(text => text.replaceAll('\n', ' ').trim());
const place = fc.record({
  sublocation: line,
  city: line,
  state: line,
  country: line,
  countryCode: fc.constantFrom('', 'FL', 'SE'),
});
const date = fc.constantFrom('', '2026', '2026-03', '2026-03-04', '2026-03-04T10:20:30+01:00');

const texts = fc.record({
  description: words,
  headline: words,
  altText: words,
  extendedDescription: words,
  creator: line,
  creatorTitle: line,
  creditLine: line,
  source: line,
  copyrightNotice: words,
  usageTerms: words,
  instructions: words,
  descriptionWriter: line,
  jobId: line,
  dateCreated: date,
  location: fc.record({
    created: fc.option(place.filter(each => Object.values(each).some(text => text !== ''))),
    shown: fc.array(
      place.filter(each => each.city !== ''),
      { maxLength: 2 },
    ),
  }),
  people: fc.array(
    line.filter(name => name !== '').map(name => ({ name, position: '' })),
    { maxLength: 3 },
  ),
  webStatement: fc.constantFrom('', 'https://pictures.example/rights?a=1&b=2'),
  licensor: fc.option(fc.record({ name: line.filter(name => name !== ''), url: line, email: line })),
});

describe.each(['jpeg', 'tiff', 'png', 'webp'] as const)('whatever a %s says', format => {
  it('is read back as it was written, by every reader, and no pixel changed', async () => {
    const bytes = await pixels(format);
    const base = await describedPicture(bytes, `lock.${format}`);
    await fc.assert(
      fc.asyncProperty(texts, async generated => {
        const picture: Picture = { ...base, ...generated, caption: [], restrictions: [] };
        const written = await embedMetadata(bytes, picture);
        const { fields } = await readMetadata(written);
        expect(fields).toMatchObject({ ...generated, instructions: instructionWords(picture) });
        expect(await decoded(written)).toEqual(await decoded(bytes));

        const prints = await exiftoolPrints(written, '-api', 'StructFormat=JSONQ', '-XMP:all', '-IPTC:all');
        const said = { ...picture, instructions: instructionWords(picture) };
        for (const each of metadataFields) {
          const { field, xmp, iim } = each;
          const value = [prints[xmp]].flat()[0] ?? '';
          expect(fromTag(each, String(value)), xmp).toBe(said[field]);
          if (!iim || format === 'png' || format === 'webp') continue;
          const cut = String([prints[iim.tag]].flat()[0] ?? '');
          expect(Buffer.byteLength(cut), iim.tag).toBeLessThanOrEqual(iim.bytes);
          expect(said[field].startsWith(cut), iim.tag).toBe(true);
        }
      }),
      { numRuns: runs },
    );
  }, 240_000);
});

/** exifreader's names for XMP properties and IIM data sets. */
const second: Readonly<Record<string, readonly [xmp: string, iim: string]>> = {
  description: ['description', 'Caption/Abstract'],
  headline: ['Headline', 'Headline'],
  creatorTitle: ['AuthorsPosition', 'By-line Title'],
  creditLine: ['Credit', 'Credit'],
  source: ['Source', 'Source'],
  copyrightNotice: ['rights', 'Copyright Notice'],
  instructions: ['Instructions', 'Special Instructions'],
  descriptionWriter: ['CaptionWriter', 'Writer/Editor'],
  jobId: ['TransmissionReference', 'Original Transmission Reference'],
  altText: ['AltTextAccessibility', ''],
  extendedDescription: ['ExtDescrAccessibility', ''],
  usageTerms: ['UsageTerms', ''],
  digitalSourceType: ['DigitalSourceType', ''],
  dataMining: ['DataMining', ''],
  webStatement: ['WebStatement', ''],
};

describe('a second reader', () => {
  it('finds every field in XMP and in IIM', async () => {
    const bytes = await pixels('jpeg');
    const picture = await describedPicture(bytes, 'lock.jpg');
    const written = await embedMetadata(bytes, picture);
    const tags = load(Buffer.from(written), { expanded: true });
    const said: Picture = {
      ...picture,
      description: inlineText(picture.caption),
      instructions: instructionWords(picture),
    };
    const xmp: Readonly<Record<string, { readonly description: string } | undefined>> = Object(tags.xmp);
    const iptc: Readonly<Record<string, { readonly description: string } | undefined>> = Object(tags.iptc);
    for (const { field, iim } of metadataFields) {
      const [inXmp, inIim] = second[field] ?? [];
      if (inXmp === undefined) continue;
      expect(xmp[inXmp]?.description, field).toBe(said[field]);
      if (!iim || !inIim) continue;
      const cut = iptc[inIim]?.description ?? '';
      expect(cut, field).not.toBe('');
      expect(said[field].startsWith(cut), field).toBe(true);
      expect(Buffer.byteLength(cut), field).toBeLessThanOrEqual(iim.bytes);
    }
    expect(iptc['By-line']?.description).toBe(picture.creator);
    expect(xmp.creator?.description).toBe(picture.creator);
    expect(iptc.City?.description).toBe(picture.location.created?.city);
    expect(tags.exif?.ImageDescription?.description).toBe(said.description);
    expect(tags.exif?.Copyright?.description).toBe(said.copyrightNotice);
    expect(tags.exif?.DateTimeOriginal?.description).toBe('2026:03:03 10:20:30');
  });

  it('agrees with ours on the block itself', async () => {
    const bytes = await pixels('jpeg');
    const written = await embedMetadata(bytes, await describedPicture(bytes, 'lock.jpg'));
    const { 'IPTC:IPTC': block } = await exiftoolPrints(written, '-b', '-IPTC');
    const { charset, digest, texts } = readIim(Buffer.from(String(block).replace('base64:', ''), 'base64'));
    const prints = await exiftoolPrints(written, '-Photoshop:IPTCDigest', '-IPTC:all');
    expect(charset).toBe('UTF-8');
    expect(digest.toLowerCase()).toBe(prints['Photoshop:IPTCDigest']);
    expect(texts['IPTC:Headline']).toEqual([prints['IPTC:Headline']]);
  });
});

describe('what is not ours', () => {
  it('stays in the file: further licensors, a place’s coordinates, names in detail, several creators', async () => {
    const bytes = await exiftoolWrites(
      await pixels('jpeg'),
      '-XMP-plus:Licensor=[{LicensorName=Selwyn,LicensorTelephone1=1},{LicensorName=Second}]',
      '-XMP-iptcExt:LocationCreated=[{City=Port Selwyn,GPSLatitude=51.5}]',
      '-XMP-iptcExt:PersonInImageWDetails=[{PersonName=Ada Lindqvist}]',
      '-XMP-dc:Creator=Ida Marsh',
      '-XMP-dc:Creator=Tomas Reyl',
      '-XMP-dc:Subject=lock',
    );
    const { fields } = await readMetadata(bytes);
    expect(fields).toMatchObject({ creator: 'Ida Marsh, Tomas Reyl', people: [{ name: 'Ada Lindqvist' }] });
    const picture = { ...(await describedPicture(bytes, 'lock.jpg')), ...fields, caption: [] };
    const written = await embedMetadata(bytes, picture);
    const before = await exiftoolPrints(bytes, '-XMP:all');
    const after = await exiftoolPrints(written, '-XMP:all', '-IPTC:By-line');
    for (const tag of [
      'plus:Licensor',
      'iptcExt:LocationCreated',
      'iptcExt:PersonInImageWDetails',
      'dc:Creator',
    ])
      expect(after[`XMP-${tag}`], tag).toEqual(before[`XMP-${tag}`]);
    expect(after['IPTC:By-line']).toEqual(['Ida Marsh', 'Tomas Reyl']);
    expect(after['XMP-dc:Subject']).toEqual(before['XMP-dc:Subject']);
  });
});
