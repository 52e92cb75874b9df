import type { z } from 'zod';
import type { Dateline, Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { dayInWords, isRealDay } from '../time.ts';
import {
  type Attributes,
  type Child,
  type Element,
  element,
  textElement,
  type XmlLayout,
  xmlDocument,
} from '../xml.ts';
import { bodyContent } from './body.ts';
import { head } from './head.ts';
import { correctionNote, embargoNote, statusNote } from './notes.ts';
import type { nitfOptions } from './options.ts';

export const nitfNamespace = 'http://iptc.org/std/NITF/2006-10-18/';

/** `version` and `change.*` are fixed values of the 3.6 schema (NITF 3). */
const release = {
  version: '-//IPTC//DTD NITF 3.6//EN',
  'change.date': 'September 11, 2009',
  'change.time': '12:26',
} as const;

/** Elements that hold only elements; `p`, `hl2`, `li`, cells and captions are content and stay on one line. */
const layout: XmlLayout = {
  indentInside: new Set(
    'nitf head docdata tobject key-list identified-content body body.head hedline note rights abstract body.content block bq media ol ul table tr body.end'.split(
      ' ',
    ),
  ),
};

/** A story as one NITF 3.6 document. */
export function writeNitf(
  story: Story,
  options: z.output<typeof nitfOptions>,
  context: WriteContext,
): Written {
  const { language } = story.fields;
  const root = element(
    'nitf',
    {
      xmlns: options.namespace ? nitfNamespace : undefined,
      ...release,
      baselang: language,
    },
    head(story, context),
    element(
      'body',
      { 'xml:lang': language },
      bodyHead(story),
      carriesContent(story) ? bodyContent(story, context) : null,
      bodyEnd(story),
    ),
  );
  const file = {
    path: `${context.baseName}.xml`,
    mediaType: 'application/nitf+xml',
    bytes: xmlDocument(root, layout),
  };
  return { files: [file], problems: [] };
}

/** body.head, in its fixed order: hedline, note, rights, byline, distributor, dateline, abstract. */
function bodyHead(story: Story): Element {
  const { fields } = story;
  return element(
    'body.head',
    {},
    headlines(story),
    note('editorsnote', statusWords(story), statusNote),
    note('editorsnote', embargoWords(fields.embargo), embargoNote),
    note('editorsnote', fields.edNote),
    note('editorsnote', fields.correctionNote, correctionNote),
    note('cpyrt', fields.copyrightNotice),
    rights(story),
    byline(singleLine(fields.byline), singleLine(fields.bylineTitle)),
    textElement('distributor', singleLine(fields.source)),
    dateline(fields.dateline, fields.language),
    paragraphs('abstract', fields.abstract),
  );
}

function headlines({ fields }: Story): Element | null {
  const headline = singleLine(fields.headline);
  const subhead = singleLine(fields.subhead);
  if (headline === '' && subhead === '') return null;
  return element('hedline', {}, element('hl1', {}, headline), textElement('hl2', subhead));
}

/** A publishable note; `class` tells the correction and the words that are made here from the editor's note. */
function note(noteclass: 'editorsnote' | 'cpyrt', words: string, name?: string): Element | null {
  const content = paragraphs('body.content', words);
  return content === null ? null : element('note', { noteclass, class: name }, content);
}

function paragraphs(name: string, words: string, attributes: Attributes = {}): Element | null {
  const lines = words
    .split(/[\n\r]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
  if (lines.length === 0) return null;
  return element(
    name,
    attributes,
    lines.map(line => element('p', {}, line)),
  );
}

function rights({ fields }: Story): Element | null {
  const limitations = singleLine(fields.usageTerms);
  if (limitations === '') return null;
  return element(
    'rights',
    {},
    textElement('rights.owner', singleLine(fields.copyrightHolder)),
    element('rights.limitations', {}, limitations),
  );
}

/** A space before the title: receivers that read the text alone would join the words (NITF 3, AP). */
function byline(words: string, title: string): Element | null {
  if (words === '' && title === '') return null;
  return element(
    'byline',
    {},
    words,
    title === '' ? null : [words === '' ? null : ' ', element('byttl', {}, title)],
  );
}

function dateline({ place, country, date, source }: Dateline, language: string): Element | null {
  const day = singleLine(date);
  const location = [textElement('city', singleLine(place)), textElement('country', singleLine(country))];
  const [city, state] = location;
  const parts: Child[] = [];
  if (city || state) parts.push(element('location', {}, city, city && state ? ', ' : null, state));
  if (day !== '') {
    const norm = isRealDay(day) ? day.replaceAll('-', '') : undefined;
    parts.push(parts.length > 0 ? ', ' : null, element('story.date', { norm }, dayInWords(day, language)));
  }
  if (singleLine(source) !== '') parts.push(parts.length > 0 ? ' ' : null, `(${singleLine(source)})`);
  return parts.length === 0 ? null : element('dateline', {}, parts);
}

/** The initials that close the copy. */
export function bodyEnd({ fields }: Story): Element | null {
  const tagline = textElement('tagline', singleLine(fields.signOff));
  return tagline === null ? null : element('body.end', {}, tagline);
}
