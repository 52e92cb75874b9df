import { WiredeskError } from '../../contract/failure.ts';
import { decodeHead, decodeText } from './decode.ts';
import { looksLikeMarkdown } from './markdown-signs.ts';
import { isWholePicture, signatureOf } from './signatures.ts';
import { isStoryJson } from './wiredesk.ts';

/** What a file is, by its content. */
export type IntakeFormat = 'text' | 'html' | 'markdown' | 'docx' | 'wiredesk' | 'picture';

/** The largest file that is taken in. */
export const largestFile = 50 * 1024 * 1024;

const pictureName = /\.(?:jpe?g|jpe|png|gif|webp|tiff?|avif|heic|heif|bmp|svg|psd|raw|cr2|nef|arw)$/iu;

/**
 * Says what a file is by looking into it; its name only tells Markdown from plain text and exposes a picture that
 * is none.
 * @throws WiredeskError('unreadable') empty, cut short, binary or wrongly named
 * @throws WiredeskError('unsupported') a known kind that cannot be read here
 * @throws WiredeskError('too-large') beyond 50 MB
 */
export function recognise(bytes: Uint8Array, fileName: string): IntakeFormat {
  refuseSize(bytes, fileName);
  const signature = signatureOf(bytes);
  switch (signature?.kind) {
    case 'picture':
      if (!isWholePicture(bytes))
        throw new WiredeskError('unreadable', `${fileName} ${signature.words} that is cut short or damaged.`);
      return 'picture';
    case 'zip':
      return recogniseZip(bytes, fileName);
    case 'other':
      throw new WiredeskError('unsupported', `${fileName} ${signature.words}.`);
    case undefined:
  }
  if (pictureName.test(fileName))
    throw new WiredeskError('unreadable', `${fileName} is named like a picture, but it is not a picture.`);
  const head = decodeHead(bytes);
  refuseWireText(head, fileName);
  const { text } = decodeText(bytes, fileName);
  if (!/[^\s\ufffd]/u.test(text))
    throw new WiredeskError('unreadable', `${fileName} holds nothing but white space.`);
  const start = text.slice(0, 64 * 1024).trimStart();
  if (/^<\?xml\b/iu.test(start) || /^<[a-zA-Z_!?]/u.test(start))
    return recogniseMarkup(text, start, fileName);
  if (/^[{[]/u.test(start)) {
    const json = recogniseJson(text, start, fileName);
    if (json) return json;
  }
  if (/\.(?:html?|xhtml)$/iu.test(fileName) && /<[a-z][^>]*>/iu.test(start)) return 'html';
  return looksLikeMarkdown(start, fileName) ? 'markdown' : 'text';
}

/** @throws WiredeskError for an empty file or one beyond the limit */
export function refuseSize(bytes: Uint8Array, fileName: string): void {
  if (bytes.length === 0) throw new WiredeskError('unreadable', `${fileName} is empty.`);
  if (bytes.length > largestFile)
    throw new WiredeskError(
      'too-large',
      `${fileName} is ${Math.ceil(bytes.length / 1024 / 1024)} MB; files of up to ${largestFile / 1024 / 1024} MB are taken in.`,
    );
}

function recogniseZip(bytes: Uint8Array, fileName: string): IntakeFormat {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // APPNOTE 4.3.16: the end record stands within the last 64 KB and 22 bytes.
  const end = buffer.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  if (end < 0 || end < bytes.length - 65_557)
    throw new WiredeskError('unreadable', `${fileName} is cut short: the end of the archive is missing.`);
  if (buffer.includes('word/document.xml', 0, 'latin1')) return 'docx';
  if (buffer.includes('[Content_Types].xml', 0, 'latin1') && buffer.includes('_rels/.rels', 0, 'latin1')) {
    if (buffer.includes('xl/workbook.xml', 0, 'latin1'))
      throw new WiredeskError(
        'unsupported',
        `${fileName} is an Excel workbook; copy the cells and paste them.`,
      );
    if (buffer.includes('ppt/presentation.xml', 0, 'latin1'))
      throw new WiredeskError(
        'unsupported',
        `${fileName} is a PowerPoint presentation; copy its text and paste it.`,
      );
    throw new WiredeskError('unreadable', `${fileName} is an Office file without a document in it.`);
  }
  if (buffer.subarray(0, 200).includes('application/vnd.oasis.opendocument', 0, 'latin1'))
    throw new WiredeskError('unsupported', `${fileName} is an OpenDocument file; save it as .docx.`);
  throw new WiredeskError(
    'unsupported',
    `${fileName} is a ZIP archive without a document in it; unpack it first.`,
  );
}

/** A wire message begins with transmission control characters; one that its reader knew would not have come here. */
function refuseWireText(head: string, fileName: string): void {
  const start = head.slice(0, 8).replaceAll('\u0016', '').trimStart();
  if (start.startsWith('\u0001'))
    throw new WiredeskError(
      'unreadable',
      `${fileName} begins like a wire message, but it is neither IPTC 7901 nor ANPA 1312.`,
    );
}

const xmlKinds: readonly (readonly [RegExp, string])[] = [
  [/^svg$/u, 'an SVG drawing, which is not taken in'],
];

function recogniseMarkup(text: string, start: string, fileName: string): IntakeFormat {
  const prolog = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*/u.exec(start)?.[0] ?? '';
  const rest = start.slice(prolog.length);
  if (/^<!doctype\s+html\b/iu.test(rest)) return 'html';
  // Entities of a file's own are how XML bombs and stolen files work; no story needs them.
  if (/<!ENTITY/iu.test(text.slice(0, 1_000_000)))
    throw new WiredeskError(
      'unreadable',
      `${fileName} declares entities of its own in XML, which is refused.`,
    );
  const root =
    /^(?:<!doctype[^>[]*(?:\[[^\]]*\])?\s*>|<!--[\s\S]*?-->|<\?[^>]*\?>|\s)*<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)/iu.exec(
      rest,
    );
  const name = root?.[2] ?? '';
  const known = xmlKinds.find(([pattern]) => pattern.test(name));
  if (known) throw new WiredeskError('unsupported', `${fileName} is ${known[1]}.`);
  if (/^<\?xml\b/iu.test(start) && name.toLowerCase() !== 'html')
    throw name === ''
      ? new WiredeskError(
          'unreadable',
          `${fileName} begins as XML but holds no element; it is cut short or damaged.`,
        )
      : new WiredeskError(
          'unsupported',
          `${fileName} is an XML file of an unknown kind (its root element is “${name.slice(0, 60)}”).`,
        );
  if (htmlElement.test(name) || /^(?:!doctype)/iu.test(name)) return 'html';
  // Closed as it was opened: XML without a declaration, not a sentence that begins with a bracket.
  if (
    name !== '' &&
    new RegExp(`</(?:[\\w.-]+:)?${name.replaceAll('.', '\\.')}\\s*>\\s*$`, 'u').test(text.slice(-300))
  )
    throw new WiredeskError(
      'unsupported',
      `${fileName} is an XML file of an unknown kind (its root element is “${name.slice(0, 60)}”).`,
    );
  return 'text';
}

const htmlElement =
  /^(?:html|head|body|title|meta|link|style|script|base|main|article|section|header|footer|nav|aside|div|p|h[1-6]|ul|ol|li|dl|table|tbody|tr|td|th|blockquote|figure|figcaption|img|picture|a|b|i|em|strong|u|s|span|font|br|hr|pre|center|form|address|o|time)$/iu;

function recogniseJson(text: string, start: string, fileName: string): IntakeFormat | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (/^(?:\{\s*"[^"\n]{1,80}"\s*:|\[\s*\{\s*")/u.test(start))
      throw new WiredeskError('unreadable', `${fileName} is JSON that is cut short or damaged.`);
    return null;
  }
  if (isStoryJson(value)) return 'wiredesk';
  throw new WiredeskError(
    'unsupported',
    `${fileName} is JSON, but neither a story as Wiredesk writes it nor a wire format that it reads.`,
  );
}
