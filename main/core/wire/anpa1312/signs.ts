import { toAscii } from '../ascii.ts';

/** What the wire types for quotes and dashes (wire-formats 7): `` '' are quotes, ` _ ` is a dash. */
export function toWire(text: string): string {
  return toAscii(
    text
      .replace(/[\u0000-\u001f\u007f-\u009f]/gu, '')
      .replace(/ [–—] /gu, ' _ ')
      .replace(/[“„]/gu, '``')
      .replaceAll('”', "''"),
  );
}

/** The inverse of `toWire`, as far as 7 bits go. */
export function fromWire(text: string): string {
  return text.replaceAll('``', '“').replaceAll("''", '”').replace(/ _ /gu, ' — ');
}
