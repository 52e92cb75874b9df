import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { datelineText, picturesById, unplacedPictures } from '../story-words.ts';
import { cleanHtmlText, singleLine } from '../text.ts';
import { type Element, element } from '../xml.ts';
import { documentBody } from './body.ts';
import { relationshipsInDocument, w } from './names.ts';
import { pictureParagraphs } from './pictures.ts';
import { paragraph, styledRun, type TextContext, textContext } from './runs.ts';
import { datelineStyle, labelStyle, type StyleName } from './styles.ts';

/** What the document needs of the archive around it. */
export interface Package {
  /** The relationship's identifier for an outer address. */
  readonly link: (href: string) => string;
  /** A new list's number in `numbering.xml`. */
  readonly list: (ordered: boolean) => number;
  /** The relationship of a picture's file; null where it is not in the archive. */
  readonly embedded: (picture: Picture) => string | null;
}

/** `word/document.xml`: what a person reads of a story, each thing in a paragraph style of its own. */
export function documentPart(story: Story, archive: Package): Element {
  const { fields } = story;
  const context = textContext(fields.language, archive.link);
  const opening = [
    shown('notice', statusWords(story), context),
    shown('notice', embargoWords(fields.embargo), context),
    shown('title', singleLine(fields.headline), context),
    shown('subhead', singleLine(fields.subhead), context),
    shown('byline', singleLine(fields.byline), context),
    shown('bylineTitle', singleLine(fields.bylineTitle), context),
    shown('abstract', fields.abstract, context),
    shown('edNote', fields.edNote, context, "Editor's note: "),
    shown('correction', fields.correctionNote, context, 'Correction: '),
  ];
  const closing = [
    shown('signOff', singleLine(fields.signOff), context),
    shown('usageTerms', fields.usageTerms, context, 'Usage terms: '),
    shown('copyright', fields.copyrightNotice, context),
  ];
  const { copy, extras } = carriesContent(story)
    ? content(story, context, archive)
    : { copy: [], extras: [] };
  return element(
    'w:document',
    { 'xmlns:w': w, 'xmlns:r': relationshipsInDocument },
    element('w:body', {}, opening, copy, closing, extras, lastParagraph(extras, context), section(context)),
  );
}

/** Nothing where there are no words; else a paragraph of the style, behind a label of ours. */
function shown(style: StyleName, text: string, context: TextContext, label = ''): Element | null {
  const words = cleanHtmlText(text).trim();
  if (words === '') return null;
  const labelled = label === '' ? null : styledRun(label, context, labelStyle.id);
  return paragraph(style, context, [labelled, styledRun(words, context)]);
}

function content(
  story: Story,
  context: TextContext,
  archive: Package,
): { readonly copy: readonly Element[]; readonly extras: readonly Element[] } {
  const pictures = picturesById(story);
  let mark = 0;
  const picture = (id: string, placed: boolean): readonly Element[] => {
    const found = pictures.get(id);
    if (!found) return [];
    mark += 1;
    const place = {
      number: story.pictures.indexOf(found) + 1,
      placed,
      mark,
      embedded: archive.embedded(found),
    };
    return pictureParagraphs(found, place, context);
  };
  const body = documentBody(story.body.blocks, {
    ...context,
    list: archive.list,
    picture: id => picture(id, true),
  });
  const copy = withDateline(body, datelineText(story.fields.dateline, story.fields.language), context);
  const extras = unplacedPictures(story).flatMap(({ id }) => picture(id, false));
  return { copy, extras };
}

/** The dateline opens the first paragraph in a style of its own, or stands alone above the copy. */
function withDateline(body: readonly Element[], dateline: string, context: TextContext): readonly Element[] {
  if (singleLine(dateline) === '') return body;
  const opening = styledRun(`${singleLine(dateline)} – `, context, datelineStyle.id);
  const [first, ...others] = body;
  const [properties, ...words] = first?.children ?? [];
  const isPlain =
    first?.name === 'w:p' && typeof properties === 'object' && !properties.children.some(isStyle);
  return isPlain
    ? [element('w:p', {}, properties, opening, words), ...others]
    : [paragraph(null, context, [opening]), ...body];
}

function isStyle(child: Element | string): boolean {
  return typeof child === 'object' && child.name === 'w:pStyle';
}

/** A document ends with a paragraph, not with a table. */
function lastParagraph(extras: readonly Element[], context: TextContext): Element | null {
  return extras.length > 0 ? null : paragraph('spacer', context, []);
}

/** A4 with 2.5 cm around. */
function section({ rightToLeft }: TextContext): Element {
  return element(
    'w:sectPr',
    {},
    element('w:pgSz', { 'w:w': 11_906, 'w:h': 16_838 }),
    element('w:pgMar', {
      'w:top': 1_418,
      'w:right': 1_418,
      'w:bottom': 1_418,
      'w:left': 1_418,
      'w:header': 709,
      'w:footer': 709,
      'w:gutter': 0,
    }),
    rightToLeft ? element('w:bidi') : null,
  );
}
