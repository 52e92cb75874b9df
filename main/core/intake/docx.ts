import mammoth from 'mammoth';
import type { Problem } from '../../contract/failure.ts';
import { problem, WiredeskError } from '../../contract/failure.ts';
import { markupPieces } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import type { PictureSource } from '../markup/piece.ts';
import type { MarkupElement } from '../markup/tree.ts';
import { readStoryDocument } from '../wire/docx/read.ts';
import { readCustomProperties } from '../wire/docx/read-properties.ts';
import { ownStyleMap } from '../wire/docx/style-map.ts';
import type { ReadContext, ReadStory } from '../wire/format.ts';
import { isStoryRecord, type ReadRecord } from '../wire/reading/record.ts';
import { zipArchive } from '../wire/zip.ts';
import type { ArticleContext, PictureFileOf } from './article/draft.ts';
import type { Article } from './article/read.ts';
import { nothingKnown, readArticle } from './article/read.ts';
import { signatureOf } from './signatures.ts';
import { readZip } from './zip.ts';

const limits = { entries: 2_000, bytes: 200 * 1024 * 1024, ratio: 200 };
const largestPart = 40 * 1024 * 1024;
const deepest = 256;

const styles = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  'u => u',
];

/** What a Word document holds: a story of ours as it was, or an article to be read by its looks. */
export type ReadDocx =
  | { readonly own: ReadStory; readonly files: readonly PictureFileOf[] }
  | { readonly own: null; readonly article: Article; readonly problems: readonly Problem[] };

/**
 * Makes a story of a Word document. The archive is unpacked within limits and packed anew before it is parsed,
 * so that the parser sees exactly what was checked.
 * @throws WiredeskError('unreadable'|'too-large') for damaged and hostile documents
 */
export async function readDocx(
  bytes: Uint8Array,
  fileName: string,
  context: ArticleContext,
): Promise<ReadDocx> {
  const files = await readZip(bytes, fileName, limits);
  const document = checkParts(files, fileName);
  const properties = files.get('docProps/custom.xml');
  const record = properties ? readCustomProperties(properties) : null;
  if (isStoryRecord(record)) return readOwn(files, document, record, { ...context, fileName });
  const { tree, pictures, messages } = await convert(files, fileName, styles);
  const pieces = markupPieces(tree, {
    ids: context.ids,
    leaveOut: () => null,
    picture: ({ attributes }) => {
      const picture = embeddedPicture(pictures, attributes.src);
      return picture ? { ...picture, altText: attributes.alt ?? '' } : null;
    },
  });
  return {
    own: null,
    article: readArticle(pieces, { known: nothingKnown, marked: true }, context),
    problems: [...told(messages, fileName), ...reviewMarks(document, files, fileName)],
  };
}

/** A document of this program: its styles and properties say what each thing is. */
async function readOwn(
  files: ReadonlyMap<string, Uint8Array>,
  document: string,
  record: ReadRecord,
  context: ReadContext,
): Promise<ReadDocx> {
  const { fileName } = context;
  const { tree, pictures, messages } = await convert(files, fileName, ownStyleMap);
  const { embedded, problems, ...read } = readStoryDocument(tree, record, context);
  return {
    own: {
      ...read,
      problems: [...told(messages, fileName), ...reviewMarks(document, files, fileName), ...problems],
    },
    files: embedded.flatMap(({ picture, source, name }) => {
      const file = embeddedPicture(pictures, source)?.file;
      return file ? [{ picture, name: name || file.name, bytes: file.bytes }] : [];
    }),
  };
}

function embeddedPicture(
  pictures: readonly PictureSource[],
  source: string | undefined,
): PictureSource | undefined {
  return pictures[Number(/^picture:(\d+)$/u.exec(source ?? '')?.[1] ?? -1)];
}

function told(messages: readonly string[], fileName: string): Problem[] {
  return [...new Set(messages.filter(text => !/^Unrecognised (?:paragraph|run) style/u.test(text)))].map(
    text => problem('warning', 'repaired', `${fileName}: ${text}`),
  );
}

/** Refuses what could harm a parser; returns the main part's text. */
function checkParts(files: ReadonlyMap<string, Uint8Array>, fileName: string): string {
  let main = '';
  for (const [name, data] of files) {
    if (!/\.(?:xml|rels)$/iu.test(name)) continue;
    if (data.length > largestPart)
      throw new WiredeskError(
        'too-large',
        `${fileName} holds a part of more than ${largestPart / 1024 / 1024} MB.`,
      );
    const text = new TextDecoder('utf-8').decode(data);
    if (/<!(?:DOCTYPE|ENTITY)/iu.test(text))
      throw new WiredeskError(
        'unreadable',
        `${fileName} declares entities of its own in XML (${name}), which is refused.`,
      );
    if (depthOf(text) > deepest)
      throw new WiredeskError('too-large', `${fileName} nests its XML more than ${deepest} deep (${name}).`);
    if (name === 'word/document.xml') main = text;
  }
  if (main === '')
    throw new WiredeskError('unreadable', `${fileName} is a Word file without its document part.`);
  return main;
}

/** The deepest nesting of elements, counted without building anything. */
function depthOf(xml: string): number {
  let depth = 0;
  let most = 0;
  for (const [tag] of xml.matchAll(/<(?:\/?[A-Za-z_][^<>]*)>/gu)) {
    if (tag.startsWith('</')) depth -= 1;
    else if (!tag.endsWith('/>')) most = Math.max(most, ++depth);
  }
  return most;
}

interface Converted {
  readonly tree: MarkupElement;
  /** The pictures in the document, by the number in their `src`. */
  readonly pictures: readonly PictureSource[];
  readonly messages: readonly string[];
}

async function convert(
  files: ReadonlyMap<string, Uint8Array>,
  fileName: string,
  styleMap: readonly string[],
): Promise<Converted> {
  const pictures: PictureSource[] = [];
  try {
    const result = await mammoth.convertToHtml(
      {
        buffer: Buffer.from(
          zipArchive([...files].map(([name, data]) => ({ name, bytes: data, stored: true }))),
        ),
      },
      {
        styleMap: [...styleMap],
        ignoreEmptyParagraphs: styleMap !== ownStyleMap,
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        transformDocument: quoteSetIn,
        convertImage: mammoth.images.imgElement(async image => {
          const data = new Uint8Array(await image.readAsArrayBuffer());
          if (signatureOf(data)?.kind !== 'picture') return { src: '' };
          const extension = /^image\/([a-z]{3,5})$/u.exec(image.contentType)?.[1] ?? 'image';
          pictures.push({
            address: '',
            altText: '',
            file: {
              name: `picture-${pictures.length + 1}.${extension}`,
              bytes: data,
            },
          });
          return { src: `picture:${pictures.length - 1}` };
        }),
      },
    );
    return {
      tree: parseHtml(result.value, fileName),
      pictures,
      messages: result.messages.map(({ message }) => message),
    };
  } catch (error) {
    if (error instanceof WiredeskError) throw error;
    throw new WiredeskError('unreadable', `${fileName} is a damaged Word document.`, { cause: error });
  }
}

/** Paragraphs set in on the left without a style or list are quotations (newsroom 2.2). */
function quoteSetIn(root: unknown): unknown {
  const stack: unknown[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    if ('children' in node && Array.isArray(node.children)) stack.push(...node.children);
    if (!('type' in node) || node.type !== 'paragraph' || !('indent' in node) || !('styleName' in node))
      continue;
    const { indent } = node;
    const start =
      typeof indent === 'object' && indent !== null && 'start' in indent ? Number(indent.start) : 0;
    const hanging =
      typeof indent === 'object' && indent !== null && 'hanging' in indent ? Number(indent.hanging) : 0;
    const plain = node.styleName === null || node.styleName === undefined || node.styleName === 'Normal';
    const listed = 'numbering' in node && node.numbering;
    // Twentieths of a point: 300 is 15 points.
    if (plain && !listed && start >= 300 && !(hanging > 0)) node.styleName = 'Quote';
  }
  return root;
}

/** Changes and comments under review do not come along; that must be said (newsroom 2.2). */
function reviewMarks(document: string, files: ReadonlyMap<string, Uint8Array>, fileName: string): Problem[] {
  const problems: Problem[] = [];
  const inserted = document.match(/<w:ins[\s>]/gu)?.length ?? 0;
  const deleted = document.match(/<w:del[\s>]/gu)?.length ?? 0;
  if (inserted + deleted > 0)
    problems.push(
      problem(
        'warning',
        'repaired',
        `${fileName} has tracked changes (${inserted} insertions, ${deleted} deletions): it was read as if all were accepted.`,
      ),
    );
  if (deleted > 0) {
    const words = [...document.matchAll(/<w:delText[^>]*>([^<]*)<\/w:delText>/gu)]
      .map(match => match[1] ?? '')
      .join('');
    if (words.trim() !== '')
      problems.push(problem('info', 'left-out', `Left out: "${words.trim()}" (deleted in tracked changes)`));
  }
  const comments = files.get('word/comments.xml');
  const count = comments ? (new TextDecoder().decode(comments).match(/<w:comment[\s>]/gu)?.length ?? 0) : 0;
  if (count > 0) problems.push(problem('warning', 'left-out', `Left out: ${count} comments of ${fileName}.`));
  return problems;
}
