import { createHash } from 'node:crypto';
import { decodeIim } from './iim-charsets.ts';

/**
 * IPTC-IIM 4.2: a block of data sets, each a tag marker 0x1C, record, number, length and bytes. It is taken apart
 * here and not by exiftool, which decodes one character set beside UTF-8 and leaves the national ones as bytes.
 */
export interface Iim {
  /** The texts of record 2 by exiftool's name ('IPTC:Credit'), each as often as it stands there. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
  /** The character set that 1:90 declares, in words; empty where it declares none that is known. */
  readonly charset: string;
  /** MD5 of the block in capitals, to compare with the digest its last writer left. */
  readonly digest: string;
}

/** The texts of record 2 that have a name, with the bytes they may have; others go by their number. */
const names: Readonly<Record<number, readonly [name: string, bytes: number]>> = {
  4: ['ObjectAttributeReference', 68],
  5: ['ObjectName', 64],
  7: ['EditStatus', 64],
  10: ['Urgency', 1],
  12: ['SubjectReference', 236],
  15: ['Category', 3],
  20: ['SupplementalCategories', 32],
  22: ['FixtureIdentifier', 32],
  25: ['Keywords', 64],
  26: ['ContentLocationCode', 3],
  27: ['ContentLocationName', 64],
  30: ['ReleaseDate', 8],
  35: ['ReleaseTime', 11],
  37: ['ExpirationDate', 8],
  38: ['ExpirationTime', 11],
  40: ['SpecialInstructions', 256],
  55: ['DateCreated', 8],
  60: ['TimeCreated', 11],
  62: ['DigitalCreationDate', 8],
  63: ['DigitalCreationTime', 11],
  65: ['OriginatingProgram', 32],
  70: ['ProgramVersion', 10],
  80: ['By-line', 32],
  85: ['By-lineTitle', 32],
  90: ['City', 32],
  92: ['Sub-location', 32],
  95: ['Province-State', 32],
  100: ['Country-PrimaryLocationCode', 3],
  101: ['Country-PrimaryLocationName', 64],
  103: ['OriginalTransmissionReference', 32],
  105: ['Headline', 256],
  110: ['Credit', 32],
  115: ['Source', 32],
  116: ['CopyrightNotice', 128],
  118: ['Contact', 128],
  120: ['Caption-Abstract', 2000],
  121: ['LocalCaption', 256],
  122: ['Writer-Editor', 32],
  135: ['LanguageIdentifier', 3],
};

/** How many bytes each text may have, by exiftool's name. */
export const iimLimits: Readonly<Record<string, number>> = Object.fromEntries(
  Object.values(names).map(([name, bytes]) => [`IPTC:${name}`, bytes]),
);

/** The record's version, rasterized captions and previews: numbers and pixels, no texts. */
const binary = new Set([0, 125, 150, 200, 201, 202]);

interface DataSet {
  readonly record: number;
  readonly number: number;
  readonly bytes: Uint8Array;
}

/** Takes a block apart; one that is cut off or damaged gives what stands before the damage. */
export function readIim(block: Uint8Array): Iim {
  const sets = [...dataSets(block)];
  const declared = sets.find(each => each.record === 1 && each.number === 90)?.bytes ?? new Uint8Array();
  const inRecord2 = sets.filter(each => each.record === 2 && !binary.has(each.number));
  const { charset, texts } = decodeIim(
    inRecord2.map(each => each.bytes),
    declared,
  );
  const byName: Record<string, string[]> = {};
  for (const [index, { number }] of inRecord2.entries()) {
    // Old writers pad to the full length with zeroes or blanks.
    const text = (texts[index] ?? '').replace(/[\0 ]+$/u, '');
    const name = `IPTC:${names[number]?.[0] ?? `2:${String(number).padStart(2, '0')}`}`;
    if (text !== '') byName[name] = [...(byName[name] ?? []), text];
  }
  return { texts: byName, charset, digest: createHash('md5').update(block).digest('hex').toUpperCase() };
}

function* dataSets(block: Uint8Array): Generator<DataSet> {
  const view = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  for (let at = 0; at + 5 <= view.length && view[at] === 0x1c; ) {
    let length = view.readUInt16BE(at + 3);
    let start = at + 5;
    if (length & 0x8000) {
      // Extended: the low bits say how many octets the length itself has (IIM 4.2, part 1.5 d).
      const octets = length & 0x7fff;
      if (octets > 4 || start + octets > view.length) return;
      length = octets === 0 ? 0 : view.readUIntBE(start, octets);
      start += octets;
    }
    if (start + length > view.length) return;
    yield {
      record: view[at + 1] ?? 0,
      number: view[at + 2] ?? 0,
      bytes: view.subarray(start, start + length),
    };
    at = start + length;
  }
}
