import type { Block } from '../../../contract/body.ts';
import { inlineText, plainInlines } from '../../../contract/body.ts';
import { problem, WiredeskError } from '../../../contract/failure.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { readNitfBody } from '../nitf/read-body.ts';
import { type BodyOptions, type ReadBody, readBody, textBlocks } from '../reading/blocks.ts';
import { createFigures } from '../reading/figures.ts';
import { htmlTree, isMarkedUp } from '../reading/html.ts';
import { type JsonRecord, readWireJson, recordsAt, textAt } from '../reading/json.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { readWireXml } from '../reading/xml.ts';
import { descendants } from '../xml-read.ts';
import { isOwn, readItemFields } from './read-fields.ts';
import { type ReadAssociation, readPictureItem } from './read-picture.ts';
import { itemsIn, upgraded } from './upgrade.ts';

/** Associations within associations are followed this far; beyond it nobody means them. */
const deepest = 4;

/**
 * ninjs of any generation, Superdesk's and AP's dialects too. Each text is a story with the pictures associated with
 * it; texts that a package or a story brings along are stories of their own.
 */
export function readNinjs(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const report = createReport();
  const items = itemsIn(readWireJson(bytes, context.fileName, report)).map(upgraded);
  if (items.length === 0) throw new WiredeskError('unreadable', 'The JSON holds no news item.');
  const stories = items.flatMap(item => itemStories(item, context, report, 0));
  const told = stories.filter(saysAnything);
  if (told.length > 0) return told;
  const [only] = stories;
  if (!only) throw new WiredeskError('unreadable', 'The JSON holds no news item.');
  const words = 'The file says things about a story, but holds none of its words.';
  return [{ ...only, problems: [...only.problems, problem('warning', 'nothing-said', words)] }];
}

function saysAnything({ story }: ReadStory): boolean {
  const { headline, slugline, abstract, edNote } = story.fields;
  return (
    [headline, slugline, abstract, edNote].some(Boolean) ||
    story.body.blocks.length + story.pictures.length > 0
  );
}

function itemStories(
  item: JsonRecord,
  context: ReadContext,
  opening: Report,
  depth: number,
): readonly ReadStory[] {
  const report = depth === 0 ? opening : createReport();
  const associated = depth < deepest ? recordsAt(item, 'associations') : [];
  const texts = associated.filter(each => kindOf(each) === 'text' && hasWords(each));
  const kind = kindOf(item);
  if (kind === 'picture') return [pictureStory(item, context, report)];
  const others = texts.flatMap(each => itemStories(each, context, opening, depth + 1));
  if (kind === 'package' && others.length > 0 && recordsAt(item, 'bodies').length === 0) return others;
  return [textStory(item, associated, context, report), ...others];
}

type Kind = 'text' | 'picture' | 'package' | 'other';

function kindOf(item: JsonRecord): Kind {
  const type = textAt(item, 'type').toLowerCase();
  if (type === 'composite') return 'package';
  const shown = recordsAt(item, 'renditions').some(each => textAt(each, 'contentType').startsWith('image/'));
  const isImage = textAt(item, 'contentType').startsWith('image/');
  if (type === 'picture' || (type === 'graphic' && shown)) return 'picture';
  if (type === '' && (shown || isImage) && recordsAt(item, 'bodies').length === 0) return 'picture';
  return type === '' || type === 'text' ? 'text' : 'other';
}

/** An association that only names another story is a reference, not a story. */
function hasWords(item: JsonRecord): boolean {
  return recordsAt(item, 'bodies').some(each => textAt(each, 'value').trim() !== '');
}

function textStory(
  item: JsonRecord,
  associated: readonly JsonRecord[],
  context: ReadContext,
  report: Report,
): ReadStory {
  const own = isOwn(item);
  const read = readItemFields(item, report);
  const pictures = associated
    .filter(each => kindOf(each) === 'picture')
    .map(each => readPictureItem(each, context.ids(), own));
  const figures = createFigures({ ids: context.ids, report }, image => pictureOfImage(image, pictures));
  const body = readCopy(item, {
    ids: context.ids,
    report,
    headline: read.fields.headline ?? '',
    picture: figures.picture,
    caption: figures.caption,
  });
  const found = figures.found();
  if (kindOf(item) === 'other')
    report.noted(`The ${textAt(item, 'type')} itself is not taken in, only its words.`);
  tellReferences(associated, report);
  return readStory(
    {
      ...read,
      fields: {
        ...read.fields,
        signOff: body.signOff,
        abstract: own ? read.fields.abstract : abstractBeside(read.fields.abstract ?? '', body.blocks),
      },
      blocks: body.blocks.length > 0 || own ? body.blocks : otherWords(item, context.ids),
      pictures: [...pictures.map(each => each.picture), ...found.pictures],
      media: [...pictures.flatMap(each => each.media), ...found.media],
    },
    report,
  );
}

/** A description that is the copy's own beginning, cut, sums nothing up. */
function abstractBeside(abstract: string, blocks: readonly Block[]): string {
  const copy = blocks.map(block => (block.type === 'paragraph' ? inlineText(block.inlines) : '')).join(' ');
  const squashed = (text: string): string => text.replace(/[\s.…]+/gu, ' ').trim();
  return abstract.length > 40 && squashed(copy).startsWith(squashed(abstract)) ? '' : abstract;
}

/** A video's shot list or an event's description is all the copy there is. */
function otherWords(item: JsonRecord, ids: () => string): readonly Block[] {
  if (kindOf(item) === 'text') return [];
  const words = recordsAt(item, 'descriptions').map(each => textAt(each, 'value'));
  return textBlocks([...new Set(words)].join('\n\n'), ids);
}

function tellReferences(associated: readonly JsonRecord[], report: Report): void {
  for (const each of associated) {
    const name =
      textAt(recordsAt(each, 'headlines')[0] ?? {}, 'value') || textAt(each, 'title') || textAt(each, 'uri');
    if (kindOf(each) === 'other')
      report.noted(`A ${textAt(each, 'type')} goes with the story and was not taken in: ${name}`);
    else if (kindOf(each) === 'text' && !hasWords(each)) report.noted(`The story names another one: ${name}`);
  }
}

function pictureOfImage({ attributes }: MarkupElement, pictures: readonly ReadAssociation[]): string | null {
  const names = [
    attributes['data-guid'],
    attributes['data-uri'],
    attributes.src,
    attributes['data-preview-src'],
  ];
  const shown = names.filter(each => each !== undefined && each !== '');
  const found = pictures.find(
    ({ item, addresses, media }) =>
      shown.includes(textAt(item, 'uri')) ||
      addresses.some(address => shown.includes(address)) ||
      media.some(each => shown.includes(each.href)) ||
      textAt(item, 'name') === attributes['data-assoc-ref'],
  );
  return found?.picture.id ?? null;
}

const richestFirst = [/html/i, /nitf/i, /plain/i, /^$/];

/** The copy of an item: of several bodies of the same text the richest, once (wire-formats 4). */
function readCopy(item: JsonRecord, options: BodyOptions): ReadBody {
  const rank = (body: JsonRecord): number => {
    const kind = `${textAt(body, 'contentType')} ${textAt(body, 'role')}`;
    const at = richestFirst.findIndex(pattern => pattern.test(kind));
    return at < 0 ? richestFirst.length : at;
  };
  const [best] = recordsAt(item, 'bodies')
    .filter(body => textAt(body, 'value').trim() !== '')
    .toSorted((a, b) => rank(a) - rank(b));
  if (!best) return { blocks: [], signOff: '' };
  const value = textAt(best, 'value');
  if (/<nitf|<body\.content|<block\b/iu.test(value)) return nitfCopy(value, options);
  if (isMarkedUp(value)) return readBody(htmlTree(value), options);
  return { blocks: plainBlocks(value, options), signOff: '' };
}

function nitfCopy(value: string, options: BodyOptions): ReadBody {
  const root = readWireXml(new TextEncoder().encode(value), options.report);
  return readNitfBody(descendants(root, 'body.content')[0] ?? root, options);
}

/** Plain copy without blank lines has a paragraph a line (TT, NTB); its first line may be the headline again. */
function plainBlocks(value: string, { ids, headline }: BodyOptions): readonly Block[] {
  const parted = /\n[ \t]*\n/u.test(value.replace(/\r\n?/gu, '\n'))
    ? value
    : value.replace(/\r\n?|\n/gu, '\n\n');
  const blocks = textBlocks(parted, ids);
  const [first, ...rest] = blocks;
  const repeats = first?.type === 'paragraph' && inlineText(first.inlines).trim() === headline.trim();
  return repeats && rest.length > 0 ? rest : blocks;
}

/** A picture on its own is a story that holds it; what its metadata say of the picture is the picture's alone. */
function pictureStory(item: JsonRecord, { ids }: ReadContext, report: Report): ReadStory {
  const read = readItemFields(item, report);
  const { picture, media } = readPictureItem(item, ids(), false);
  const copy = textAt(recordsAt(item, 'bodies')[0] ?? {}, 'value').trim();
  const captioned = recordsAt(item, 'descriptions').length > 0;
  return readStory(
    {
      ...read,
      fields: {
        ...read.fields,
        headline: read.fields.headline || picture.headline,
        byline: '',
        edNote: '',
        usageTerms: '',
        copyrightNotice: '',
        abstract: '',
        author: '',
      },
      blocks: [
        { id: ids(), type: 'picture', pictureId: picture.id },
        // Words beside a caption that are not the caption again are copy.
        ...(captioned && copy !== '' && copy !== picture.headline
          ? [{ id: ids(), type: 'paragraph' as const, inlines: plainInlines(copy) }]
          : []),
      ],
      pictures: [picture],
      media,
    },
    report,
  );
}
