/**
 * The character sets of IIM's record 2 (wire-formats 13, rule 3). 1:90 holds escape sequences of ISO 2022; agencies
 * still send national sets. Where it declares nothing, or nothing that is registered: UTF-8, Windows-1252, MacRoman.
 */

interface CharacterSet {
  readonly label: string;
  /** How many octets a character has. */
  readonly width: 1 | 2;
  /** Turns the octets of a run, each with the high bit set, into text. */
  readonly decode: (octets: readonly number[]) => string;
}

function labelled(label: string, encoding: string, width: 1 | 2 = 1): CharacterSet {
  const decoder = new TextDecoder(encoding);
  return { label, width, decode: octets => decoder.decode(new Uint8Array(octets)) };
}

/** Sets of 96 characters, by the final octet of their designation (ISO-IR). */
const sets96: Readonly<Record<string, CharacterSet>> = {
  A: labelled('ISO 8859-1', 'windows-1252'),
  B: labelled('ISO 8859-2', 'iso-8859-2'),
  C: labelled('ISO 8859-3', 'iso-8859-3'),
  D: labelled('ISO 8859-4', 'iso-8859-4'),
  F: labelled('ISO 8859-7', 'iso-8859-7'),
  G: labelled('ISO 8859-6', 'iso-8859-6'),
  H: labelled('ISO 8859-8', 'iso-8859-8'),
  L: labelled('ISO 8859-5', 'iso-8859-5'),
  M: labelled('ISO 8859-9', 'windows-1254'),
  T: labelled('TIS 620', 'windows-874'),
  V: labelled('ISO 8859-10', 'iso-8859-10'),
  Y: labelled('ISO 8859-13', 'iso-8859-13'),
  _: labelled('ISO 8859-14', 'iso-8859-14'),
  b: labelled('ISO 8859-15', 'iso-8859-15'),
  f: labelled('ISO 8859-16', 'iso-8859-16'),
};

/** Sets of 94 × 94 characters. */
const setsOfTwo: Readonly<Record<string, CharacterSet>> = {
  '@': labelled('JIS C 6226', 'euc-jp', 2),
  A: labelled('GB 2312', 'gbk', 2),
  B: labelled('JIS X 0208', 'euc-jp', 2),
  C: labelled('KS C 5601', 'euc-kr', 2),
};

/** What stands at the places of ISO 646 that a nation may fill: # $ @ [ \ ] ^ ` { | } ~ */
const places = '#$@[\\]^`{|}~';
const national: Readonly<Record<string, string>> = {
  A: '£$@[\\]^`{|}‾',
  B: places,
  H: '#¤ÉÄÖÅÜéäöåü',
  K: '#$§ÄÖÜ^`äöüß',
  R: '£$à°ç§^`éùè¨',
  Y: '£$§°çé^ùàòèì',
  Z: '£$§¡Ñ¿^`°ñç~',
  '`': '#$@ÆØÅ^`æøå‾',
  f: '£$à°ç§^µéùè¨',
};

const ascii = 'ISO 646 (B)';

function sets94(final: string): CharacterSet | null {
  if (final === 'I')
    return {
      label: 'JIS X 0201',
      width: 1,
      decode: octets => String.fromCodePoint(...octets.map(octet => (octet & 0x7f) - 0x21 + 0xff61)),
    };
  const letters = national[final];
  if (!letters) return null;
  const replaced = new Map([...places].map((place, index) => [place, [...letters][index] ?? place]));
  return {
    label: `ISO 646 (${final})`,
    width: 1,
    decode: octets =>
      octets
        .map(octet => String.fromCharCode(octet & 0x7f))
        .map(character => replaced.get(character) ?? character)
        .join(''),
  };
}

type Slots = (CharacterSet | null)[];

/** The place a designation fills, by its intermediate octet. */
const slotOf: Readonly<Record<string, number>> = {
  '(': 0,
  ')': 1,
  '*': 2,
  '+': 3,
  ',': 0,
  '-': 1,
  '.': 2,
  '/': 3,
};

interface Designation {
  readonly slot: number;
  readonly set: CharacterSet;
  readonly length: number;
}

/** The designation that begins at this ESC; null where none that is known does. */
function designationAt(octets: Uint8Array, at: number): Designation | null {
  const sequence = Buffer.from(octets.subarray(at, at + 4)).toString('latin1');
  const [, two, intermediate = '', final = ''] = /^\x1b(\$)?([()*+,\-./])?([\x40-\x7e])/.exec(sequence) ?? [];
  if (final === '' || (two === undefined && intermediate === '')) return null;
  const slot = intermediate === '' ? 0 : (slotOf[intermediate] ?? 0);
  const set = two ? setsOfTwo[final] : /[,\-./]/.test(intermediate) ? sets96[final] : sets94(final);
  return set ? { slot, set, length: 2 + (two ? 1 : 0) + (intermediate === '' ? 0 : 1) } : null;
}

/** The texts of record 2 by what 1:90 declares; `charset` is empty where it declares nothing that is known. */
export function decodeIim(
  texts: readonly Uint8Array[],
  declared: Uint8Array,
): { readonly charset: string; readonly texts: readonly string[] } {
  if (Buffer.from(declared).toString('latin1').startsWith('\x1b%G')) {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    try {
      return { charset: 'UTF-8', texts: texts.map(text => decoder.decode(text)) };
    } catch {
      // Declared and not so: files that were rewritten by a program that changed one half only.
      return { charset: '', texts: texts.map(text => undeclaredText([text])[0] ?? '') };
    }
  }
  const slots: Slots = [null, null, null, null];
  for (let at = 0; at < declared.length; at += 1) {
    const designation = declared[at] === 0x1b ? designationAt(declared, at) : null;
    if (designation) slots[designation.slot] = designation.set;
  }
  const labels = slots.flatMap(set => (set ? [set.label] : []));
  // ASCII on the left says nothing of what the octets above 127 are.
  if (labels.some(label => label !== ascii))
    return { charset: labels.join(', '), texts: texts.map(text => decode2022(text, [...slots])) };
  // Texts may still switch sets themselves, with nothing declared before them.
  if (texts.some(text => text.some((octet, at) => octet === 0x1b && designationAt(text, at) !== null)))
    return { charset: 'ISO 2022', texts: texts.map(text => decode2022(text, [null, null, null, null])) };
  return { charset: '', texts: undeclaredText(texts) };
}

/**
 * ISO 2022: octets below 128 from the set on the left, above from the one on the right. IIM invokes G1 there;
 * writers that designate G2 or G3 alone mean those.
 */
function decode2022(octets: Uint8Array, slots: Slots): string {
  let left = 0;
  let out = '';
  for (let at = 0; at < octets.length; ) {
    const octet = octets[at] ?? 0;
    const designation = octet === 0x1b ? designationAt(octets, at) : null;
    if (designation) {
      slots[designation.slot] = designation.set;
      at += designation.length;
      continue;
    }
    if (octet === 0x0e || octet === 0x0f) {
      left = octet === 0x0e ? 1 : 0;
      at += 1;
      continue;
    }
    const high = octet >= 0x80;
    const set = high
      ? (slots[1] ?? slots[2] ?? slots[3] ?? null)
      : octet > 0x20
        ? (slots[left] ?? null)
        : null;
    const run: number[] = [];
    // A run of one side keeps characters of two octets together.
    while (at < octets.length) {
      const next = octets[at] ?? 0;
      if (next >= 0x80 !== high || (!high && next <= 0x20 !== octet <= 0x20) || next === 0x1b) break;
      if (next === 0x0e || next === 0x0f) break;
      run.push(next);
      at += 1;
    }
    if (run.length === 0) at += 1;
    else out += set ? set.decode(run.map(each => each | 0x80)) : plain(run);
  }
  return out;
}

function plain(run: readonly number[]): string {
  return new TextDecoder('windows-1252').decode(new Uint8Array(run));
}

/** Five octets that Windows-1252 does not have, and MacRoman does. */
const notWindows = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** Texts of one writer that says nothing of its set: UTF-8 where all of them are that, else the likelier of two. */
export function undeclaredText(texts: readonly Uint8Array[]): readonly string[] {
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true });
    return texts.map(text => utf8.decode(text));
  } catch {
    const windows = texts.map(text => new TextDecoder('windows-1252').decode(text));
    const mac = texts.map(text => new TextDecoder('macintosh').decode(text));
    if (texts.some(text => text.some(octet => notWindows.has(octet)))) return mac;
    return oddities(mac) < oddities(windows) ? mac : windows;
  }
}

/** What no language writes: a capital after a small letter, a sign within a word. A wrong set is full of them. */
function oddities(texts: readonly string[]): number {
  return texts.join('\n').match(/\p{Ll}(?=(?![A-Z])\p{Lu})|\p{L}(?=[\p{S}¬¿¡ªº‡†‰…]\p{L})/gu)?.length ?? 0;
}
