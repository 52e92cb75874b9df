import type { Dateline, Story, Subject } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import type { WriteContext } from '../format.ts';
import { embargoHolds, embargoWords, publishingStatus, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import { basicTime } from '../time.ts';
import { type Attributes, type Element, element, textElement } from '../xml.ts';

/** head, in its fixed order: title, meta, tobject, docdata, pubdata, revision-history. */
export function head(story: Story, context: WriteContext): Element {
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
