import { WiredeskError } from '../../contract/failure.ts';

export interface DecodedText {
  readonly text: string;
  /** The name of the encoding as the WHATWG has it: 'utf-8', 'utf-16le', 'windows-1252', 'macintosh'. */
  readonly encoding: string;
  /** Whether anything had to be guessed, mended or replaced; `repairs` says what. */
  readonly repaired: boolean;
  readonly repairs: readonly string[];
}

/** How much is looked at to tell encodings apart. */
const sample = 64 * 1024;

/**
 * The text of bytes whose encoding nobody names: strict UTF-8, UTF-16 by its mark or its pattern of zero bytes,
 * else a Western 8-bit set. What had to be repaired is told.
 * @throws WiredeskError('unreadable') where the bytes are no text, or text in a set that cannot be told
 */
export function decodeText(bytes: Uint8Array, fileName = 'The text'): DecodedText {
  const { text, encoding, repairs } = decodeBytes(bytes, fileName);
  return cleaned(text, encoding, repairs, fileName);
}

interface Decoding {
  readonly text: string;
  readonly encoding: string;
  readonly repairs: readonly string[];
}

function decodeBytes(bytes: Uint8Array, fileName: string): Decoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16('utf-16be', bytes);
  const wide = utf16Pattern(bytes);
  if (wide !== null) return utf16(wide, bytes);
  if (bytes.subarray(0, sample).includes(0))
    throw new WiredeskError('unreadable', `${fileName} is a binary file of an unknown kind, not text.`);
  try {
    return {
      text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
      encoding: 'utf-8',
      repairs: [],
    };
  } catch {
    return mostlyUtf8(bytes) ?? western(bytes, fileName);
  }
}

function utf16(encoding: string, bytes: Uint8Array): Decoding {
  const text = new TextDecoder(encoding).decode(bytes);
  const lost = count(text, code => code === 0xfffd);
  return { text, encoding, repairs: lost > 0 ? [lostCharacters(lost)] : [] };
}

/** Latin text in UTF-16 without a mark has a zero in nearly every other byte. */
function utf16Pattern(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 4096);
  if (head.length < 4 || head.length % 2 !== 0) return null;
  let even = 0;
  let odd = 0;
  for (const [index, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** UTF-8 with a few bad bytes (cut at the end, or pasted together) stays UTF-8: what is lost is counted. */
function mostlyUtf8(bytes: Uint8Array): Decoding | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const lost = count(text, code => code === 0xfffd);
  const whole = count(text, code => code >= 0x80 && code < 0xfffd);
  const cutAtEnd = whole > 0 && lost === 1 && text.endsWith('\ufffd') && endsInCutSequence(bytes);
  if (!cutAtEnd && (whole < 4 || lost > whole * 0.1)) return null;
  return { text, encoding: 'utf-8', repairs: [lostCharacters(lost)] };
}

/** The lead byte of a longer sequence among the last three, as a cut file has it. */
function endsInCutSequence(bytes: Uint8Array): boolean {
  const tail = [...bytes.subarray(-3)].reverse();
  const lead = tail.findIndex(byte => byte >= 0xc2 && byte <= 0xf4);
  return lead >= 0 && tail.slice(0, lead).every(byte => byte >= 0x80 && byte < 0xc0);
}

/** How many UTF-16 units pass a test, without a list of them: files may be 50 MB. */
function count(text: string, test: (code: number) => boolean): number {
  let found = 0;
  for (let index = 0; index < text.length; index += 1) if (test(text.charCodeAt(index))) found += 1;
  return found;
}

function lostCharacters(lost: number): string {
  return lost === 1
    ? 'One character could not be read and is replaced by \ufffd.'
    : `${lost} characters could not be read and are replaced by \ufffd.`;
}

function western(bytes: Uint8Array, fileName: string): Decoding {
  const high = bytes.subarray(0, sample).filter(byte => byte >= 0x80).length;
  const letters = bytes.subarray(0, sample).filter(byte => byte >= 0x80 || isAsciiLetter(byte)).length;
  // Western languages spell with ASCII letters; text that is mostly high bytes is Cyrillic, Chinese or the like.
  if (high > letters * 0.4 && high > 8)
    throw new WiredeskError(
      'unreadable',
      `${fileName} is in an encoding that cannot be told: it is not UTF-8, UTF-16 or a Western 8-bit set. Save it as UTF-8 and try again.`,
    );
  const candidates = ['windows-1252', 'macintosh'].map(encoding => {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, score: plausibility(text.slice(0, sample)) };
  });
  const [windows, mac] = candidates;
  const best = mac && windows && mac.score > windows.score ? mac : windows;
  if (!best) throw new WiredeskError('unreadable', `${fileName} is not text.`);
  return {
    text: best.text,
    encoding: best.encoding,
    repairs: [
      `The text was not UTF-8; it was read as ${best.encoding === 'macintosh' ? 'Mac Roman' : 'Windows-1252'}.`,
    ],
  };
}

function isAsciiLetter(byte: number): boolean {
  return (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}

/** Accented letters within lower-case words and typographic marks at the edges of words speak for a reading. */
function plausibility(text: string): number {
  const found = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return (
    found(/[a-z][à-öø-ÿœšž]|[à-öø-ÿœšž][a-z]/gu) +
    found(/(?:^|\s)[ÀÉÈÊÄÖÜÅØÇÑ][a-zà-ÿ]/gmu) +
    found(/[a-z]’[a-z]|(?<=^|[\s(])[“‘„«]|[\p{L}.,!?][”’“»]/gmu) +
    found(/\s[–—]\s|[\p{L}]…/gu) -
    2 * found(/[\u0080-\u009f]/gu) -
    found(/[a-z][ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞŠŽŒ‡†‰‹€Ÿ∂∑∏π∫Ω√≈∆◊ˆ˜¯˘˙˚˝˛ˇ‚„ƒ™•¥][a-z]/gu)
  );
}

const controls = /[\u0000-\u0008\u000e-\u001f\u007f]/gu;

function cleaned(raw: string, encoding: string, before: readonly string[], fileName: string): DecodedText {
  const repairs = [...before];
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const found = count(text, code => code < 9 || (code > 13 && code < 32) || code === 127);
  if (found > Math.max(20, text.length * 0.02))
    throw new WiredeskError('unreadable', `${fileName} is a binary file of an unknown kind, not text.`);
  if (found > 0) {
    text = text.replace(controls, ' ');
    repairs.push(
      found === 1 ? 'One control character was taken out.' : `${found} control characters were taken out.`,
    );
  }
  const mended = mendMojibake(text);
  if (mended !== null) {
    text = mended;
    repairs.push('The text had been decoded twice (as in “Ã©” for “é”); that was undone.');
  }
  return { text, encoding, repaired: repairs.length > 0, repairs };
}

const tellTale = /Ã[\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œŸ]|â€[™œ\u009d˜“”¦]|Â[\u00a0«»©°·]/gu;

/**
 * Text that was UTF-8, read as Windows-1252 and saved as UTF-8 again, put right; null where that is not certain:
 * every character must fit the theory, and the tell-tale pairs must be there more than once.
 */
export function mendMojibake(text: string): string | null {
  if ((text.match(tellTale)?.length ?? 0) < 2) return null;
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    const byte = code < 0x80 ? code : windowsByte(text[index] ?? '');
    if (byte === undefined) return null;
    bytes[index] = byte;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const windowsBytes = new Map(
  Array.from({ length: 128 }, (_, index) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(index + 128)),
    index + 128,
  ]),
);
function windowsByte(character: string): number | undefined {
  return windowsBytes.get(character);
}

/** The beginning of a file as text for recognising it, whatever it is: no repair, no refusal. */
export function decodeHead(bytes: Uint8Array): string {
  const head = bytes.subarray(0, sample);
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head);
  const wide = utf16Pattern(head);
  const text = new TextDecoder(wide ?? 'utf-8').decode(head);
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}
