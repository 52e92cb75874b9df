import { type Inline, plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { emptyFields } from '../../../contract/story.ts';
import { parseMarkdown } from '../../markup/parse-markdown.ts';
import { type MarkupElement, textOf } from '../../markup/tree.ts';
import type { MediaReference, ReadContext, ReadStory } from '../format.ts';
import { readBody, readInlines } from '../reading/blocks.ts';
import { readPicture } from '../reading/picture.ts';
import {
  isRecord,
  isStoryRecord,
  type ReadRecord,
  type RecordStory,
  readPictureRecord,
  readStoryRecord,
  recordText,
} from '../reading/record.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { embargoWords, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { readYaml } from '../yaml.ts';
import { foldElements } from './elements.ts';
import { frontMatterNames, noticeClass, numberedPicture } from './write.ts';

const frontMatter = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u;

/** Every field of a story at its limit is a fifth of this. */
const longestFrontMatter = 5_000_000;

/**
 * A story as `writeMarkdown` writes it, or as someone wrote it by hand in that form: front matter that begins with
 * `wiredesk: 1`.
 * @returns null for Markdown of any other kind
 * @throws WiredeskError 'too-large' beyond what Markdown may be
 */
export function readStoryMarkdown(text: string, context: ReadContext): ReadStory | null {
  const match = frontMatter.exec(text);
  if (!match || (match[1] ?? '').length > longestFrontMatter || !/^wiredesk[ \t]*:/mu.test(match[1] ?? ''))
    return null;
  const record = readYaml(match[1] ?? '');
  if (!isStoryRecord(record)) return null;
  const report = createReport();
  const said = readStoryRecord(renamed(record), ['pictures'], report);
  const tree = ownMarkdown(text.slice(match[0].length), context.fileName);
  const pictures = picturesOf(record, context);
  const copy = withoutNotices(tree, report, noticeWords(said));
  const { blocks } = readBody(copy, {
    ids: context.ids,
    report,
    headline: '',
    picture: image => pictures.named(image),
  });
  return readStory({ ...said, blocks, pictures: pictures.all(), media: pictures.media }, report);
}

/** What `writeMarkdown` says in words of the embargo and status that the front matter holds. */
function noticeWords({ status, fields }: RecordStory): readonly string[] {
  const states = { canceled: 'killed', withheld: 'withheld', usable: 'draft' } as const;
  const said = { state: states[status], fields: { ...emptyFields, ...fields } };
  return [embargoWords(said.fields.embargo), statusWords(said)];
}

/** Markdown with the few elements that this program writes into it; every other tag stays visible as words. */
function ownMarkdown(text: string, fileName: string): MarkupElement {
  return foldElements(parseMarkdown(text, fileName, { html: 'nodes' }), fileName);
}

function renamed(record: ReadRecord): ReadRecord {
  const names = new Map<string, string>(
    Object.entries(frontMatterNames).map(([name, other]) => [other, name]),
  );
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [names.get(name) ?? name, value]));
}

/** What the writer says of embargo and status in words is no copy; words of anyone else's are told. */
function withoutNotices(tree: MarkupElement, report: Report, own: readonly string[]): MarkupElement {
  const children = tree.children.filter(child => {
    if (typeof child === 'string' || child.attributes.class !== noticeClass) return true;
    const words = textOf(child);
    if (!own.includes(words)) report.leftOut(words, 'a notice above the copy');
    return false;
  });
  return { ...tree, children };
}

interface PicturesFound {
  readonly named: (image: MarkupElement) => string | null;
  readonly all: () => readonly Picture[];
  readonly media: readonly MediaReference[];
}

/** The pictures of the front matter, and those that only the copy shows. */
function picturesOf(record: ReadRecord, context: ReadContext): PicturesFound {
  const list: readonly unknown[] = Array.isArray(record.pictures) ? record.pictures.slice(0, 1_000) : [];
  const entries = list.filter(isRecord);
  const media: MediaReference[] = [];
  const byAddress = new Map<string, string>();
  const pictures = entries.map((entry, index) => {
    const picture = readPictureRecord(entry, {
      id: context.ids(),
      caption: captionOf(recordText(entry.caption), context),
    });
    const href = recordText(entry.file);
    if (href !== '') {
      media.push({ picture: picture.id, href });
      byAddress.set(encodeURI(href.toWellFormed()), picture.id).set(href, picture.id);
    }
    byAddress.set(`#picture-${index + 1}`, picture.id);
    return picture;
  });
  return {
    media,
    all: () => pictures,
    named: ({ attributes: { src = '', alt = '', title = '' } }) => {
      const known = byAddress.get(src);
      if (known !== undefined || numberedPicture.test(src) || src === '') return known ?? null;
      const picture = readPicture({
        id: context.ids(),
        altText: singleLine(alt),
        caption: plainInlines(title),
      });
      pictures.push(picture);
      media.push({ picture: picture.id, href: src });
      byAddress.set(src, picture.id);
      return picture.id;
    },
  };
}

function captionOf(source: string, { fileName, ids }: ReadContext): readonly Inline[] {
  return readInlines(ownMarkdown(source, fileName), ids);
}
