import { Buffer } from 'node:buffer';
import { afterAll, describe, expect, it } from 'vitest';
import { closeExiftool } from '../../../../main/core/pictures/exiftool.ts';
import { metadataOf, readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { embedMetadata } from '../../../../main/core/pictures/metadata-write.ts';
import { dataSet, jpegWithIim } from '../../../support/iim.ts';
import { describedPicture, pixels } from '../../../support/pictures.ts';

afterAll(closeExiftool);

const caption = 120;
const byline = 80;
const city = 90;
const utf8 = new TextEncoder();
const declaredUtf8 = dataSet(1, 90, Buffer.from([0x1b, 0x25, 0x47]));

describe('IIM texts', () => {
  it('are read as Windows-1252 where nothing is declared', async () => {
    const { fields, original } = await readMetadata(
      await jpegWithIim(
        dataSet(2, caption, Buffer.from('Z\xfcrich \x96 caf\xe9 \x80', 'latin1')),
        dataSet(2, byline, Buffer.from('Jos\xe9 Marsh', 'latin1')),
      ),
    );
    expect(fields).toMatchObject({ description: 'Zürich – café €', creator: 'José Marsh' });
    expect(original['IPTC:Caption-Abstract']).toBe('Zürich – café €');
  });

  it('are read as UTF-8 where nothing is declared and that is what they are', async () => {
    const { fields } = await readMetadata(
      await jpegWithIim(
        dataSet(2, caption, utf8.encode('Zürich – 港口 “café”')),
        dataSet(2, city, utf8.encode('Łódź')),
      ),
    );
    expect(fields).toMatchObject({
      description: 'Zürich – 港口 “café”',
      location: { created: { city: 'Łódź' } },
    });
  });

  it('are read as UTF-8 where that is declared, even if they look encoded twice', async () => {
    const { fields } = await readMetadata(
      await jpegWithIim(
        declaredUtf8,
        dataSet(2, caption, utf8.encode('The sign said “Ã©”, as it did before.')),
      ),
    );
    expect(fields.description).toBe('The sign said “Ã©”, as it did before.');
    const place = await readMetadata(await jpegWithIim(declaredUtf8, dataSet(2, city, utf8.encode('Ã©'))));
    expect(place.fields.location.created?.city).toBe('Ã©');
  });

  it('name every author, and keep a damaged block from stopping the reading', async () => {
    const two = await jpegWithIim(
      dataSet(2, byline, utf8.encode('Ida Marsh')),
      dataSet(2, byline, utf8.encode('Tomas Reyl')),
    );
    expect((await readMetadata(two)).fields.creator).toBe('Ida Marsh, Tomas Reyl');
    const cut = dataSet(2, caption, utf8.encode('The lock.')).slice(0, 7);
    expect(
      (await readMetadata(await jpegWithIim(dataSet(2, byline, utf8.encode('Ida')), cut))).fields.creator,
    ).toBe('Ida');
  });
});

describe('words that a program could take for something else', () => {
  it.each([
    '1.10',
    '1e5',
    '007',
    '-0',
    'true',
    '2026-03',
    'R&amp;D <b>&#233;</b> & more',
    '{a=b}, [c, d] | e',
    '$x #1 \\n -all=',
    'One\n\n\nTwo',
    'Engineer 👩‍🔧',
  ])('arrive as they are, in texts, lists and structures: %j', async words => {
    const bytes = await pixels('jpeg');
    const picture = {
      ...(await describedPicture(bytes, 'lock.jpg')),
      headline: words,
      creator: words,
      jobId: words,
      people: [{ name: words, position: '' }],
      location: {
        created: { sublocation: words, city: words, state: '', country: '', countryCode: '' },
        shown: [],
      },
      licensor: { name: words, url: '', email: '' },
    };
    const { fields, differences } = await readMetadata(await embedMetadata(bytes, picture));
    const { headline, creator, jobId, people, location, licensor } = picture;
    expect(fields).toMatchObject({ headline, creator, jobId, people, location, licensor });
    expect(differences.map(each => each.field)).toEqual(['creditLine']);
  });

  it('may have spaces around them', async () => {
    const bytes = await pixels('png');
    const picture = {
      ...(await describedPicture(bytes, 'lock.png')),
      location: {
        created: { sublocation: '', city: '  Port Selwyn ', state: ' ', country: '', countryCode: '' },
        shown: [],
      },
    };
    const { fields } = await readMetadata(await embedMetadata(bytes, picture));
    expect(fields.location.created).toMatchObject({ city: 'Port Selwyn', state: '' });
  });
});

describe('dates', () => {
  it.each([
    [{ 'IPTC:DateCreated': '2026:03:04', 'IPTC:TimeCreated': '10:20:30+01:00' }, '2026-03-04T10:20:30+01:00'],
    [{ 'IPTC:DateCreated': '2026:00:00' }, '2026'],
    [{ 'IPTC:DateCreated': '2026:03:00' }, '2026-03'],
    [{ 'XMP-photoshop:DateCreated': '2026:03' }, '2026-03'],
    [{ 'XMP-photoshop:DateCreated': '2026' }, '2026'],
    [{ 'XMP-photoshop:DateCreated': '2026:03:04', 'IPTC:DateCreated': '2025:01:01' }, '2026-03-04'],
    [
      { 'ExifIFD:DateTimeOriginal': '2026:03:04 10:20:30', 'ExifIFD:OffsetTimeOriginal': '+01:00' },
      '2026-03-04T10:20:30+01:00',
    ],
    [{ 'IPTC:DateCreated': '0000:00:00' }, ''],
    [{}, ''],
  ])('%o is %s', (tags, date) => {
    expect(metadataOf(tags).fields.dateCreated).toBe(date);
  });

  it('that differ are said to; one that is only shorter does not', () => {
    const differing = (xmp: string, iim: string): readonly string[] =>
      metadataOf({ 'XMP-photoshop:DateCreated': xmp, 'IPTC:DateCreated': iim }).differences.map(
        each => each.field,
      );
    expect(differing('2026:03:04 10:20:30', '2025:03:04')).toEqual(['dateCreated']);
    expect(differing('2026:03:04 10:20:30', '2026:03:04')).toEqual([]);
  });
});

it('takes texts before the copies that may be cut: XMP, then IIM, then Exif', () => {
  const tags = { 'IFD0:Artist': 'Exif', 'IPTC:By-line': 'IIM', 'XMP-dc:Creator': ['XMP'] };
  expect(metadataOf(tags).fields.creator).toBe('XMP');
  expect(metadataOf({ ...tags, 'XMP-dc:Creator': '' }).fields.creator).toBe('IIM');
  expect(metadataOf({ 'IFD0:Artist': 'Exif' }).fields.creator).toBe('Exif');
});
