import type { Problem } from '../../contract/failure.ts';
import { problem, WiredeskError } from '../../contract/failure.ts';
import type { NewStory } from '../../contract/story.ts';
import type { MediaReference, ReadContext, ReadStory, WireFormat } from '../wire/format.ts';
import { readStoryMarkdown } from '../wire/markdown/read.ts';
import { readWiredesk } from '../wire/wiredesk/read.ts';
import type { ArticleContext, PictureFileOf } from './article/draft.ts';
import type { Article } from './article/read.ts';
import { bareWords } from './article/shape.ts';
import type { DecodedText } from './decode.ts';
import { decodeHead, decodeText } from './decode.ts';
import { readDocx } from './docx.ts';
import { readHtml, readOwnHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';
import { looksLikeMarkdown } from './markdown-signs.ts';
import { pictureFromCaption } from './picture-from-caption.ts';
import { type IntakeFormat, recognise, refuseSize } from './recognise.ts';
import { readText } from './text/read.ts';

export interface IntakeContext extends ArticleContext {
  /** The wire formats that read; none where only documents are expected. */
  readonly readers?: readonly WireFormat[];
}

export interface IntakeStory {
  readonly story: NewStory;
  readonly problems: readonly Problem[];
  /** Files of the story's pictures, by the picture's identifier. */
  readonly files: readonly PictureFileOf[];
  /** Where a wire file says that files of pictures lie which did not come in it. */
  readonly media: readonly MediaReference[];
}

export interface Intake {
  /** What came in: 'text', 'html', 'markdown', 'docx', 'wiredesk', 'picture' or a wire format's id. */
  readonly format: string;
  readonly stories: readonly IntakeStory[];
}

/**
 * Recognises a file by its content, or takes the wire format that is named for it, and makes stories of it.
 * @throws WiredeskError('unreadable'|'unsupported'|'too-large') with a sentence that names the file and the reason
 */
export async function readFile(
  input: { readonly name: string; readonly bytes: Uint8Array; readonly format?: string | null },
  context: IntakeContext,
): Promise<Intake> {
  const { name, bytes, format: named = null } = input;
  refuseSize(bytes, name);
  const reader = readerFor(bytes, named, context.readers ?? []);
  if (reader?.read) {
    const { ids, now } = context;
    const stories = reader.read(bytes, { fileName: name, ids, now });
    return { format: reader.id, stories: stories.map(story => ({ ...story, files: [] })) };
  }
  const format = documentKind(recognise(bytes, name), named);
  switch (format) {
    case 'picture':
      return { format, stories: [pictureStory(bytes, name, context)] };
    case 'docx': {
      const document = await readDocx(bytes, name, context);
      return {
        format,
        stories: [
          document.own
            ? { ...document.own, files: document.files }
            : storyOf(document.article, document.problems),
        ],
      };
    }
    case 'wiredesk': {
      const { ids, now } = context;
      const stories = readWiredesk(bytes, { fileName: name, ids, now });
      return { format, stories: stories.map(story => ({ ...story, files: [] })) };
    }
    case 'text':
    case 'html':
    case 'markdown': {
      const text = decodeText(bytes, name);
      const own = readOwn(format, text.text, { ...context, fileName: name });
      if (own) return { format, stories: [withRepairs(own, repairs(text, name))] };
      if (format === 'html') return { format, stories: [pageStory(text, name, context)] };
      const read = { text: readText, markdown: readMarkdown }[format];
      return {
        format,
        stories: [storyOf(read(text.text, name, context), repairs(text, name))],
      };
    }
  }
}

/**
 * Makes a story of what was on the clipboard: of the HTML where it says more than the text, else of the text.
 * @throws WiredeskError('unreadable') where there is nothing on it
 */
export async function readClipboard(
  clipboard: { readonly html: string; readonly text: string },
  context: IntakeContext,
): Promise<Intake> {
  const name = 'The clipboard';
  const { html, text } = clipboard;
  if (/<[a-z][^>]*>/iu.test(html)) {
    const article = readHtml(html, name, context);
    if (
      article.blocks.length > 0 ||
      article.pictures.length > 0 ||
      article.fields.headline ||
      text.trim() === ''
    )
      return { format: 'html', stories: [storyOf(article, article.problems)] };
  }
  const bytes = new TextEncoder().encode(text.trim() === '' ? html : text);
  if (new TextDecoder().decode(bytes).trim() === '')
    throw new WiredeskError('unreadable', 'There is no text on the clipboard.');
  if (looksLikeMarkdown(text, '') && !/^From:|^Subject:/imu.test(text))
    return {
      format: 'markdown',
      stories: [storyOf(readMarkdown(text, name, context), [])],
    };
  return {
    format: 'text',
    stories: [storyOf(readText(text.trim() === '' ? html : text, name, context), [])],
  };
}

/** The format that someone named, else the one whose beginning the file has. */
function readerFor(
  bytes: Uint8Array,
  named: string | null,
  readers: readonly WireFormat[],
): WireFormat | undefined {
  if (readers.length === 0) return undefined;
  if (named !== null) return readers.find(reader => reader.id === named);
  const head = decodeHead(bytes);
  return readers.find(reader => reader.recognise?.(head));
}

/** Text is what someone says it is: HTML and Markdown may be read as plain text, plain text as Markdown. */
function documentKind(found: IntakeFormat, named: string | null): IntakeFormat {
  const texts: readonly IntakeFormat[] = ['text', 'html', 'markdown'];
  return texts.includes(found) ? (texts.find(kind => kind === named) ?? found) : found;
}

/** A picture alone: a story that holds it, for its metadata to be read where pictures are kept. */
function pictureStory(bytes: Uint8Array, name: string, context: IntakeContext): IntakeStory {
  const id = context.ids();
  const picture = pictureFromCaption('', {
    id,
    parseCaption: context.parseCaption,
  });
  return {
    story: {
      fields: {},
      body: { version: 1, blocks: [] },
      pictures: [{ ...picture, original: {} }],
    },
    problems: [],
    files: [{ picture: id, name, bytes }],
    media: [],
  };
}

function repairs(text: DecodedText, name: string): Problem[] {
  return text.repairs.map(words => problem('warning', 'repaired', `${name}: ${words}`));
}

/** A text file that this program wrote, or that is in the documented form of ours: it is read whole. */
function readOwn(format: 'text' | 'html' | 'markdown', text: string, context: ReadContext): ReadStory | null {
  if (format === 'markdown') return readStoryMarkdown(text, context);
  return format === 'html' ? readOwnHtml(text, context) : null;
}

function pageStory(text: DecodedText, name: string, context: IntakeContext): IntakeStory {
  const page = readHtml(text.text, name, context);
  return storyOf(page, [...repairs(text, name), ...page.problems]);
}

function withRepairs(read: ReadStory, before: readonly Problem[]): IntakeStory {
  return { ...read, problems: [...before, ...read.problems], files: [] };
}

function storyOf(article: Article, before: readonly Problem[]): IntakeStory {
  return {
    story: {
      fields: article.fields,
      body: { version: 1, blocks: article.blocks },
      pictures: article.pictures,
    },
    problems: [
      ...before,
      ...readAs(article),
      ...article.leftOut.map(({ text, reason }) =>
        problem('info', 'left-out', `Left out: "${text}" (${reason})`),
      ),
    ],
    files: article.files,
    media: [],
  };
}

/** Says where words went that do not stand in their field as they were written: 'By' of a byline, a spelled-out date. */
function readAs(article: Article): Problem[] {
  return article.sources.flatMap(({ field, text }) => {
    const value = article.fields[field];
    const words = bareWords(typeof value === 'string' ? value : Object.values(value ?? {}).join(' '));
    return words.includes(bareWords(text))
      ? []
      : [
          problem('info', 'read-as', `Read "${text.trim()}" as the ${field}.`, {
            field,
          }),
        ];
  });
}
