import type { Report } from './report.ts';

/**
 * Text of a wire of 7 or 8 bits: strict UTF-8, else Windows-1252, which holds ISO 8859-1 (wire-formats 6). Control
 * characters are the wire's own and stay.
 */
export function decodeWireText(bytes: Uint8Array, report: Report): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report.noted('The text is not UTF-8; it was read as Windows-1252.');
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
