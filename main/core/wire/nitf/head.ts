import { embargoHolds } from '../../../contract/embargoes.ts';
import type { Dateline, Story, Subject } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext } from '../format.ts';
import { generatorName } from '../newsml-g2/item-meta.ts';
import { embargoWords, publishingStatus, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { basicTime } from '../time.ts';

import { type Element, element, textElement } from '../xml.ts';
import { subjectTier } from './subject-tier.ts';

/** head, in its fixed order: title, meta, tobject, docdata, pubdata, revision-history. */
export function head(story: Story, context: WriteContext): Element {
  const { fields, counts } = story;
  return element(
    'head',
    {},
    textElement('title', singleLine(fields.headline || fields.slugline)),
    // Whose places these are: another's words in the same places may mean something else.
    meta('generator', generatorName),
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
        'tobject.subject.ipr': /^(medtop|subj)$/.test(scheme) ? `IPTC:${scheme}` : singleLine(scheme),
        'tobject.subject.refnum': code,
        [`tobject.subject.${subjectTier(code)}`]: singleLine(name) || undefined,
      }),
    ),
  );
}

/** NITF 3: management-status says usable, embargoed, withheld or canceled. */
function managementStatus({ state, fields }: Story, now: Date): string {
  const status = publishingStatus({ state, fields });
  return status === 'usable' && embargoHolds(fields.embargo, now) ? 'embargoed' : status;
}

function docdata(story: Story, context: WriteContext): Element {
  const { fields, guid, version } = story;
  const note = singleLine(fields.correctionNote);
  const messages = [
    ['note', fields.edNote],
    ['status', statusWords(story)],
    ['embargo', embargoWords(fields.embargo)],
  ] as const;
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
    messages.map(([type, words]) =>
      words.trim() === '' ? null : element('ed-msg', { 'msg-type': type, info: words.trim() }),
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

/** One for each line of the usage terms: an attribute holds one line. */
function rightsAttributes({ fields }: Story): readonly Element[] {
  const owner = singleLine(fields.copyrightHolder) || undefined;
  return fields.usageTerms
    .split(/[\n\r]+/)
    .map(singleLine)
    .filter(line => line !== '')
    .map(limitations => element('doc.rights', { owner, limitations }));
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
