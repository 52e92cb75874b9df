import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { closeExiftool } from '../../../../main/core/pictures/exiftool.ts';
import { readIim } from '../../../../main/core/pictures/iim.ts';
import { metadataOf, readMetadata } from '../../../../main/core/pictures/metadata-read.ts';
import { embedMetadata } from '../../../../main/core/pictures/metadata-write.ts';
import { exiftoolPrints, exiftoolWrites } from '../../../support/exiftool-raw.ts';
import { dataSet, jpegWithIim } from '../../../support/iim.ts';
import { describedPicture, pixels } from '../../../support/pictures.ts';

afterAll(closeExiftool);

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const declared = (sequence: string): Uint8Array => dataSet(1, 90, latin1(sequence));
const caption = (bytes: Uint8Array): Uint8Array => dataSet(2, 120, bytes);
const captionOf = (...sets: readonly Uint8Array[]): string | undefined =>
  readIim(Buffer.concat(sets)).texts['IPTC:Caption-Abstract']?.[0];

describe('IIM’s character sets', () => {
  it.each([
    ['Latin-1', '\x1b-A', latin1('Z\xfcrich caf\xe9'), 'Zürich café'],
    ['Latin-1 in the third place', '\x1b.A', latin1('Z\xfcrich'), 'Zürich'],
    ['Latin-2', '\x1b-B', latin1('\xa3\xf3d\xbc'), 'Łódź'],
    ['Cyrillic', '\x1b-L', latin1('\xbc\xde\xe1\xda\xd2\xd0'), 'Москва'],
    ['Greek', '\x1b-F', latin1('\xc1\xe8\xde\xed\xe1'), 'Αθήνα'],
    ['Hebrew', '\x1b-H', latin1('\xf9\xec\xe5\xed'), 'שלום'],
    ['Arabic', '\x1b-G', latin1('\xe5\xea\xe6\xc7\xc1'), 'ميناء'],
    ['Turkish', '\x1b-M', latin1('\xddstanbul'), 'İstanbul'],
    ['Japanese on the left', '\x1b$B', latin1('\x1b$B9A\x1b(B ok'), '港 ok'],
    ['Japanese on the right', '\x1b(B\x1b$)B', latin1('\xb9\xc1 ok'), '港 ok'],
    ['Korean', '\x1b$)C', latin1('\xc7\xd7'), '항'],
    ['Chinese', '\x1b$)A', latin1('\xb8\xdb\xbf\xda'), '港口'],
    ['German of seven bits', '\x1b(K', latin1('K|ln, Stra~e [ab]'), 'Köln, Straße ÄabÜ'],
    ['Swedish of seven bits', '\x1b(H', latin1('G|teborg'), 'Göteborg'],
    ['UTF-8', '\x1b%G', Buffer.from('港口 é'), '港口 é'],
    ['one that no one registered: as undeclared', '\x1b%5', latin1('caf\xe9'), 'café'],
    ['ASCII alone: as undeclared', '\x1b(B', Buffer.from('café 港'), 'café 港'],
    ['UTF-8 that is none: as undeclared', '\x1b%G', latin1('caf\xe9'), 'café'],
  ])('%s', (_, sequence, bytes, text) => {
    expect(captionOf(declared(sequence), caption(bytes))).toBe(text);
  });

  it.each([
    ['UTF-8', Buffer.from('Łódź – 港口'), 'Łódź – 港口'],
    ['Windows', latin1('\x93Caf\xe9\x94 \x96 d\x92Orsay'), '“Café” – d’Orsay'],
    ['MacRoman', latin1('Caf\x8e \xd2Z\x9frich\xd3, d\xd5Orsay'), 'Café “Zürich”, d’Orsay'],
  ])('undeclared: %s', (_, bytes, text) => {
    expect(captionOf(caption(bytes))).toBe(text);
  });
});

describe('an IIM block', () => {
  it('keeps lists, long texts and what has no name, and leaves pixels out', () => {
    const long = 'x'.repeat(40_000);
    const extended = Buffer.concat([
      Buffer.from([0x1c, 2, 120, 0x80, 4, 0, 0, 40_000 >> 8, 40_000 & 0xff]),
      Buffer.from(long),
    ]);
    const { texts } = readIim(
      Buffer.concat([
        dataSet(2, 0, Buffer.from([0, 4])),
        dataSet(2, 25, Buffer.from('lock')),
        dataSet(2, 25, Buffer.from('harbour \0\0')),
        dataSet(2, 99, Buffer.from('unnamed')),
        dataSet(2, 202, Buffer.alloc(500, 0xff)),
        extended,
      ]),
    );
    expect(texts).toEqual({
      'IPTC:Keywords': ['lock', 'harbour'],
      'IPTC:2:99': ['unnamed'],
      'IPTC:Caption-Abstract': [long],
    });
  });

  it('is written over whole when its character set changes', async () => {
    const bytes = await jpegWithIim(
      declared('\x1b-B'),
      caption(latin1('\xa3\xf3d\xbc')),
      dataSet(2, 25, latin1('\xbcr\xf3d\xb3o')),
      dataSet(2, 25, latin1('port')),
    );
    const written = await embedMetadata(bytes, await describedPicture(bytes, 'lock.jpg'));
    const prints = await exiftoolPrints(written, '-IPTC:all');
    expect(prints['IPTC:Keywords']).toEqual(['źródło', 'port']);
    expect(prints['IPTC:CodedCharacterSet']).toBe('\u001b%G');
  });

  it('in a PNG is not left saying what the picture said before', async () => {
    const bytes = await exiftoolWrites(await pixels('png'), '-IPTC:Headline=Old', '-IPTC:Keywords=lock');
    const picture = await describedPicture(bytes, 'lock.png');
    const { fields, differences, properties } = await readMetadata(await embedMetadata(bytes, picture));
    expect(fields.headline).toBe(picture.headline);
    expect(differences.filter(each => !each.truncated)).toEqual([]);
    expect(properties).toEqual([{ name: 'Keywords', xmp: 'dc:subject', value: 'lock' }]);
  });
});

describe('IIM and XMP that differ', () => {
  const both = async (...more: readonly string[]): Promise<Uint8Array> =>
    exiftoolWrites(
      await pixels('jpeg'),
      '-XMP-photoshop:Headline=As XMP has it',
      '-IPTC:Headline=As IIM has it',
      '-XMP-photoshop:Instructions=FRANCE OUT',
      '-IPTC:SpecialInstructions=BELGIUM OUT',
      ...more,
    );

  it('are XMP’s, where no digest says otherwise, with the rules of both', async () => {
    const { fields, differences, restrictions, original } = await readMetadata(await both());
    expect(fields).toMatchObject({ headline: 'As XMP has it', instructions: 'FRANCE OUT' });
    expect(differences).toContainEqual({
      field: 'headline',
      xmp: 'As XMP has it',
      iim: 'As IIM has it',
      truncated: false,
      iimLater: false,
    });
    expect(restrictions.flatMap(each => each.territories).toSorted()).toEqual(['BE', 'FR']);
    for (const { spans, text } of restrictions)
      for (const { field, start, end } of spans)
        expect((original[field] ?? fields.instructions).slice(start, end)).toBe(text);
  });

  it('are IIM’s, where the digest says that IIM was changed later, and its text is not merely cut', async () => {
    const stale = createHash('md5').update('another block').digest('hex');
    const { fields, differences } = await readMetadata(
      await both(
        `-Photoshop:IPTCDigest=${stale}`,
        '-XMP-photoshop:Credit=Harbour Pictures of Port Selwyn',
        '-IPTC:Credit=Harbour Pictures',
      ),
    );
    expect(fields).toMatchObject({
      headline: 'As IIM has it',
      instructions: 'BELGIUM OUT',
      creditLine: 'Harbour Pictures of Port Selwyn',
    });
    expect(differences.every(each => each.iimLater)).toBe(true);
    const inStep = await readMetadata(await both('-Photoshop:IPTCDigest=new'));
    expect(inStep.fields.headline).toBe('As XMP has it');
  });

  it('name the place too', () => {
    const { differences, fields } = metadataOf({
      'XMP-photoshop:City': 'Port Selwyn',
      'IPTC:City': 'Selwyn',
    });
    expect(fields.location.created?.city).toBe('Port Selwyn');
    expect(differences).toMatchObject([{ field: 'location.created.city', iim: 'Selwyn' }]);
  });
});

it('reads Exif that is not UTF-8, and texts in other languages where there is no default', async () => {
  const bytes = await exiftoolWrites(
    await pixels('jpeg'),
    '-charset',
    'exif=Latin',
    '-IFD0:Artist=José Marsh',
    '-XMP-dc:Description-de=Das Tor öffnet.',
  );
  const { fields, original } = await readMetadata(bytes);
  expect(fields).toMatchObject({ creator: 'José Marsh', description: 'Das Tor öffnet.' });
  expect(original['XMP-dc:Description-de']).toBe('Das Tor öffnet.');
});
