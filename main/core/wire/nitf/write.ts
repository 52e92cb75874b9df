import type { z } from 'zod';
import type { Dateline, Story, Subject } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext, Written } from '../format.ts';
import { carriesContent, embargoHolds, embargoWords, publishingStatus, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { basicTime, dayInWords, isRealDay } from '../time.ts';
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

/** head, in its fixed order: title, meta, tobject, docdata, pubdata, revision-history. */
function head(story: Story, context: WriteContext): Element {
  const { fields, counts } = story;
  return element(
    'head',
    {},
    textElement('title', singleLine(fields.headline || fields.slugline)),
    meta('slugline', fields.slugline),
    meta('take-key', fields.takeKey),
    meta('editorial-action', fields.editorialAction),
    meta('priority', String(fields.priority)),
    meta('category', fields.category),
    meta('desk', fields.desk),
    meta('source-uri', fields.sourceUri),
    tobject(story),
    docdata(story, context),
    element('pubdata', {
      'item-length': counts.words,
      'unit-of-measure': 'word',
      'date.publication': basicTime(story.updated) ?? undefined,
    }),
    revisionHistory(story),
  );
}

function meta(name: string, content: string): Element | null {
  const line = singleLine(content);
  return line === '' ? null : element('meta', { name, content: line });
}

/** Only eight digits are a subject reference number; other subjects stand in identified-content. */
function hasReferenceNumber({ scheme, code }: Subject): boolean {
  return /^\d{8}$/.test(code) && /^(medtop|subj)$|newscodes\/(mediatopic|subjectcode)\/$/.test(scheme);
}

function tobject({ fields }: Story): Element {
  const genre = singleLine(fields.genre);
  return element(
    'tobject',
    {
      'tobject.type': fields.editorialAction === 'advisory' ? 'advisory' : 'news',
    },
    genre === '' ? null : element('tobject.property', { 'tobject.property.type': genre }),
    fields.subjects.filter(hasReferenceNumber).map(({ scheme, code, name }) =>
      element('tobject.subject', {
        'tobject.subject.ipr': `IPTC:${scheme.includes('subj') ? 'subj' : 'medtop'}`,
        'tobject.subject.refnum': code,
        ...subjectTier(code, singleLine(name)),
      }),
    ),
  );
}

/** The name stands under the tier that the code's zeros say (IPTC Subject Codes). */
function subjectTier(code: string, name: string): Attributes {
  if (name === '') return {};
  if (code.endsWith('000000')) return { 'tobject.subject.type': name };
  return code.endsWith('000') ? { 'tobject.subject.matter': name } : { 'tobject.subject.detail': name };
}

/** NITF 3: management-status says usable, embargoed, withheld or canceled. */
function managementStatus({ state, fields }: Story, now: Date): string {
  const status = publishingStatus({ state, fields });
  return status === 'usable' && embargoHolds(fields.embargo, now) ? 'embargoed' : status;
}

function docdata(story: Story, context: WriteContext): Element {
  const { fields, guid, version } = story;
  const note = singleLine(fields.correctionNote);
  const words = [fields.edNote, statusWords(story), embargoWords(fields.embargo)];
  return element(
    'docdata',
    { 'management-status': managementStatus(story, context.now) },
    note === '' && fields.editorialAction !== 'correction'
      ? null
      : element('correction', { info: note || undefined, 'id-string': guid }),
    evloc(fields.dateline),
    element('doc-id', {
      regsrc: context.provider.domain || undefined,
      'id-string': guid,
    }),
    element('urgency', { 'ed-urg': fields.urgency }),
    element('date.issue', {
      norm: basicTime(story.updated) ?? basicTime(wireTime(context.now)) ?? '',
    }),
    dateElement('date.release', fields.embargo?.until ?? ''),
    dateElement('date.expire', fields.expires),
    words.map(each =>
      each.trim() === '' ? null : element('ed-msg', { 'msg-type': 'note', info: each.trim() }),
    ),
    element('du-key', {
      generation: 1,
      version,
      key: singleLine(fields.slugline) || guid,
    }),
    copyright(story),
    rightsAttributes(story),
    keyList(fields.keywords),
    identifiedContent(story),
  );
}

function dateElement(name: string, time: string): Element | null {
  const norm = basicTime(time);
  return norm === null ? null : element(name, { norm });
}

function evloc({ place, country }: Dateline): Element | null {
  const city = singleLine(place);
  const code = /^[A-Z]{2,3}$/.test(country) ? country : undefined;
  if (city === '' && code === undefined) return null;
  return element('evloc', { 'iso-cc': code, city: city || undefined });
}

function copyright({ fields, created }: Story): Element | null {
  const holder = singleLine(fields.copyrightHolder);
  const year = basicTime(created)?.slice(0, 4);
  return holder === '' ? null : element('doc.copyright', { year, holder });
}

function rightsAttributes({ fields }: Story): Element | null {
  const limitations = singleLine(fields.usageTerms);
  if (limitations === '') return null;
  return element('doc.rights', {
    owner: singleLine(fields.copyrightHolder) || undefined,
    limitations,
  });
}

function keyList(keywords: readonly string[]): Element | null {
  const keys = keywords.map(singleLine).filter(key => key !== '');
  if (keys.length === 0) return null;
  return element(
    'key-list',
    {},
    keys.map(key => element('keyword', { key })),
  );
}

/** Places, people, organisations and subjects without a reference number, for the document as a whole. */
function identifiedContent({ fields }: Story): Element | null {
  const parts = [
    ...fields.people.map(person => textElement('person', singleLine(person))),
    ...fields.organisations.map(each => textElement('org', singleLine(each))),
    ...fields.places.map(place => textElement('location', singleLine(place))),
    ...fields.subjects
      .filter(subject => !hasReferenceNumber(subject))
      .map(({ scheme, code, name }) =>
        element(
          'classifier',
          {
            type: 'subject',
            idsrc: singleLine(scheme) || undefined,
            value: singleLine(code) || undefined,
          },
          singleLine(name),
        ),
      ),
  ].filter(part => part !== null);
  return parts.length === 0 ? null : element('identified-content', {}, parts);
}

function revisionHistory({ fields, updated }: Story): Element | null {
  const name = singleLine(fields.author);
  const norm = basicTime(updated) ?? undefined;
  return name === '' ? null : element('revision-history', { name, function: 'writer-author', norm });
}

/** body.head, in its fixed order: hedline, note, rights, byline, distributor, dateline, abstract. */
function bodyHead(story: Story): Element {
  const { fields } = story;
  return element(
    'body.head',
    {},
    headlines(story),
    note('editorsnote', statusWords(story)),
    note('editorsnote', embargoWords(fields.embargo)),
    note('editorsnote', fields.edNote),
    note('editorsnote', fields.correctionNote, 'correction'),
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

/** A publishable note; `class` tells the correction from the editor's note. */
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

function bodyEnd({ fields }: Story): Element | null {
  const tagline = textElement('tagline', singleLine(fields.signOff));
  return tagline === null ? null : element('body.end', {}, tagline);
}
