import type { Inline } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { emptyFields, type StoryFields } from '../../../contract/story.ts';
import type { MarkupElement } from '../../markup/tree.ts';
import { element } from '../../markup/tree.ts';
import type { MediaReference, ReadContext, ReadStory } from '../format.ts';
import { creditText, restrictionWords } from '../picture-words.ts';
import { readBody, readInlines } from '../reading/blocks.ts';
import { readPicture } from '../reading/picture.ts';
import {
  isRecord,
  type ReadRecord,
  readPictureRecord,
  readStoryRecord,
  recordText,
} from '../reading/record.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { embargoWords, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { singleLine } from '../text.ts';
import { type ShownPicture, type ShownStory, shownStory } from './shape.ts';
import { linksProperty } from './write.ts';

/** A story of a document that this program wrote, with the pictures whose bytes the document has. */
export interface ReadDocument extends ReadStory {
  readonly embedded: readonly {
    readonly picture: string;
    /** The `src` by which mammoth names the bytes. */
    readonly source: string;
    /** The name that the file had; empty where it is not known. */
    readonly name: string;
  }[];
}

/**
 * The inverse of `writeDocx`: what the document shows holds over what its properties say, for people edit
 * what they see.
 * @param page what mammoth makes of the document by `ownStyleMap`
 * @param record the document's custom properties
 */
export function readStoryDocument(
  page: MarkupElement,
  record: ReadRecord,
  context: ReadContext,
): ReadDocument {
  const report = createReport();
  const shown = shownStory(page, isRecord(record[linksProperty]) ? record[linksProperty] : {});
  const pictureNames = Object.keys(record).filter(name => /^picture \d+$/u.test(name));
  const said = readStoryRecord(record, [...pictureNames, linksProperty], report);
  const states = { canceled: 'killed', withheld: 'withheld', usable: 'draft' } as const;
  const fields: StoryFields = { ...emptyFields, ...said.fields };
  const own = [embargoWords(fields.embargo), statusWords({ state: states[said.status], fields })];
  const pictures = picturesOf(shown, record, context, report);
  const { blocks } = readBody(shown.copy, {
    ids: context.ids,
    report,
    headline: '',
    picture: image => pictures.named(image),
  });
  tellDateline(shown, fields, report);
  return {
    ...readStory(
      {
        ...said,
        fields: { ...said.fields, ...shownFields(shown, own, report) },
        blocks,
        pictures: pictures.all,
        media: pictures.media,
      },
      report,
    ),
    embedded: pictures.embedded,
  };
}

const fieldByStyle = {
  title: 'headline',
  subhead: 'subhead',
  byline: 'byline',
  bylineTitle: 'bylineTitle',
  abstract: 'abstract',
  edNote: 'edNote',
  correction: 'correctionNote',
  signOff: 'signOff',
  usageTerms: 'usageTerms',
  copyright: 'copyrightNotice',
} as const satisfies Readonly<Record<string, keyof StoryFields>>;
type ShownField = (typeof fieldByStyle)[keyof typeof fieldByStyle];
/** A plain lookup, for styles of any name. */
const shownFieldNames: Readonly<Record<string, ShownField | undefined>> = fieldByStyle;

/** Paragraphs of one style are one field, a line each; the notices that the writer makes are none. */
function shownFields(
  { fields }: ShownStory,
  own: readonly string[],
  report: Report,
): Partial<Record<ShownField, string>> {
  const found: Partial<Record<ShownField, string>> = {};
  for (const [style, text] of fields) {
    const name = shownFieldNames[style];
    if (name !== undefined) found[name] = [found[name], text].filter(Boolean).join('\n');
    else if (!own.includes(singleLine(text))) report.leftOut(text, 'a notice above the headline');
  }
  return found;
}

/** The printed dateline is made of the field's parts: a change of the print alone cannot be taken apart again. */
function tellDateline({ dateline }: ShownStory, fields: StoryFields, report: Report): void {
  const printed = singleLine(datelineText(fields.dateline, fields.language));
  const read = singleLine(dateline).replace(/ ?–$/u, '');
  if (read !== '' && read !== printed) report.leftOut(read, `the dateline’s parts say “${printed}”`);
}

function picturesOf(shown: ShownStory, record: ReadRecord, context: ReadContext, report: Report) {
  const all: Picture[] = [];
  const media: MediaReference[] = [];
  const embedded: ReadDocument['embedded'][number][] = [];
  const byNumber = new Map<number, Picture>();
  const add = (picture: Picture, source: string, file: { name: string; href: string }) => {
    all.push(picture);
    if (source !== '') embedded.push({ picture: picture.id, source, name: file.name });
    else if (file.href !== '') media.push({ picture: picture.id, href: file.href });
  };
  for (const number of numbersIn(record)) {
    const entry = record[`picture ${number}`];
    if (!isRecord(entry)) continue;
    const seen = shown.pictures.find(each => each.number === number);
    const picture = withShown(
      readPictureRecord(entry, { id: context.ids(), caption: [] }),
      seen,
      context,
      report,
    );
    byNumber.set(number, picture);
    const file = { name: recordText(entry.fileName), href: recordText(entry.file) };
    add(picture, seen?.source ?? '', file);
  }
  /** The picture that an image of the copy shows; one that was put in later is a new one. */
  const named = ({ attributes: { src = '', alt = '' } }: MarkupElement): string | null => {
    const seen = /^shown:/u.test(src) ? shown.pictures[Number(src.slice('shown:'.length))] : undefined;
    const known = seen ? byNumber.get(seen.number) : undefined;
    if (known) return known.id;
    const source = seen?.source ?? src;
    if (source === '' && !seen?.caption) return null;
    const caption = seen?.caption ? captionOf(seen.caption, context) : [];
    const made = readPicture({
      id: context.ids(),
      caption,
      altText: seen?.altText ?? alt,
      creditLine: seen?.credit ?? '',
      usageTerms: seen?.rights ?? '',
    });
    add(made, source, { name: '', href: '' });
    return made.id;
  };
  return { all, media, embedded, named };
}

function numbersIn(record: ReadRecord): number[] {
  return Object.keys(record)
    .map(name => Number(/^picture (\d{1,6})$/u.exec(name)?.[1] ?? 0))
    .filter(number => number > 0)
    .sort((a, b) => a - b);
}

/** What people may have changed under the picture: caption, alt text and credit. Changed rights are told. */
function withShown(
  picture: Picture,
  seen: ShownPicture | undefined,
  context: ReadContext,
  report: Report,
): Picture {
  if (!seen) return picture;
  const credit = singleLine(seen.credit);
  if (singleLine(seen.rights) !== singleLine(restrictionWords(picture)))
    report.leftOut(seen.rights, 'a picture’s restrictions are changed in the story, not in the document');
  return {
    ...picture,
    caption: seen.caption ? captionOf(seen.caption, context) : [],
    altText: seen.altText || picture.altText,
    creditLine: credit === singleLine(creditText(picture)) ? picture.creditLine : credit,
  };
}

function captionOf(paragraph: MarkupElement, { ids }: ReadContext): readonly Inline[] {
  return readInlines(element('body', [{ ...paragraph, attributes: {} }]), ids);
}
