import type { EditorialAction, Embargo, StoryFields } from '../../../contract/story.ts';
import { readMoment } from '../reading/moments.ts';
import type { ProviderProfile } from '../reading/providers.ts';
import type { Report } from '../reading/report.ts';
import type { WireStory } from '../reading/story.ts';
import type { PublishingStatus } from '../status.ts';
import { joinTexts, singleLine } from '../text.ts';
import {
  attributeValue,
  childElements,
  descendants,
  elementAt,
  nodeText,
  type XmlNode,
} from '../xml-read.ts';
import { readSubjects } from './read-subjects.ts';

/** What the head of a document says: identity, status and the fields that stand there (NITF 3). */
export interface ReadHead extends Pick<WireStory, 'guid' | 'version' | 'status' | 'created'> {
  readonly fields: WireStory['fields'];
  readonly title: string;
  /** The words of every `ed-msg`. */
  readonly messages: readonly string[];
  /** The date of release: RFC 3339. */
  readonly release: string | null;
}

export interface HeadOptions {
  readonly own: boolean;
  readonly profile: ProviderProfile | null;
  readonly report: Report;
  readonly now: Date;
}

/** Names of `meta` that hold a field, in the words of this program and of agencies; the first that is there wins. */
const metaFields = {
  slugline: ['slugline', 'slug', 'anpa-keyword'],
  takeKey: ['take-key', 'anpa-takekey', 'takekey'],
  category: ['category', 'anpa-category', 'categoria'],
  desk: ['desk'],
  sourceUri: ['source-uri'],
} as const satisfies Partial<Record<keyof StoryFields, readonly string[]>>;
const otherMeta: ReadonlySet<string> = new Set(['generator', 'editorial-action', 'priority', 'prioridad']);

export function readHead(nitf: XmlNode, options: HeadOptions): ReadHead {
  const head = elementAt(nitf, 'head') ?? { ...nitf, children: [] };
  const all = (name: string): readonly XmlNode[] => descendants(head, name);
  const first = (name: string, attribute: string): string =>
    all(name)
      .map(each => attributeValue(each, attribute).trim())
      .find(each => each !== '') ?? '';
  const meta = readMeta(head);
  const of = (names: readonly string[]): string =>
    names.map(name => meta.get(name) ?? '').find(Boolean) ?? '';
  const status = readStatus(first('docdata', 'management-status'));
  const version = Number.parseInt(first('du-key', 'version'), 10);
  const created = readMoment(first('date.issue', 'norm'));
  const keywords = all('keyword').map(each => attributeValue(each, 'key') || nodeText(each));
  const slug = readSlug(
    first('du-key', 'key'),
    first('doc-id', 'id-string'),
    of(metaFields.slugline),
    keywords,
    options,
  );
  tellMeta(meta, options.report);
  tellRest(head, options.report);
  return {
    guid: first('doc-id', 'id-string'),
    ...(Number.isNaN(version) ? {} : { version }),
    ...(created === null ? {} : { created }),
    status,
    title: singleLine(nodeText(elementAt(head, 'title'))),
    messages: all('ed-msg').map(each => (attributeValue(each, 'info') || nodeText(each)).trim()),
    release: readMoment(first('date.release', 'norm')),
    fields: {
      slugline: slug.words,
      takeKey: of(metaFields.takeKey),
      category: of(metaFields.category),
      desk: of(metaFields.desk),
      sourceUri: of(metaFields.sourceUri),
      priority: wholeNumber(meta.get('priority') ?? meta.get('prioridad') ?? ''),
      urgency: wholeNumber(first('urgency', 'ed-urg')),
      editorialAction: readAction(meta.get('editorial-action') ?? '', head, version),
      genre: first('tobject.property', 'tobject.property.type'),
      language: languageOf(nitf),
      keywords: slug.keywords,
      subjects: readSubjects(head),
      places: places(head, options.own),
      people: texts(all('identified-content'), 'person'),
      organisations: texts(all('identified-content'), 'org'),
      copyrightHolder: first('doc.copyright', 'holder'),
      usageTerms: joinTexts(
        all('doc.rights').map(each => attributeValue(each, 'limitations')),
        '\n',
      ),
      correctionNote: first('correction', 'info'),
      author: first('revision-history', 'name'),
      ...readDates(head, first, options),
    },
  };
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

function languageOf(nitf: XmlNode): string {
  const body = elementAt(nitf, 'body');
  return (
    [
      attributeValue(nitf, 'baselang'),
      attributeValue(nitf, 'lang', xmlNamespace),
      body ? attributeValue(body, 'lang', xmlNamespace) : '',
    ].find(Boolean) ?? ''
  );
}

/** `meta` by name in lower case; PA puts it before the title, ANSA leaves its content out. */
function readMeta(head: XmlNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const each of childElements(head, 'meta')) {
    const name = attributeValue(each, 'name').trim().toLowerCase();
    const content = attributeValue(each, 'content').trim();
    if (name !== '' && content !== '' && !found.has(name)) found.set(name, content);
  }
  return found;
}

function tellMeta(meta: ReadonlyMap<string, string>, report: Report): void {
  const known = new Set<string>([...Object.values(metaFields).flat(), ...otherMeta]);
  for (const [name, content] of meta)
    if (!known.has(name)) report.leftOut(`${name}: ${content}`, 'data of the sender');
}

/** What the contract has no field for. */
function tellRest(head: XmlNode, report: Report): void {
  for (const each of descendants(head, 'doc-scope'))
    report.leftOut(attributeValue(each, 'scope'), 'the scope of the document');
  for (const each of descendants(head, 'doc.rights')) {
    const said = ['geography', 'type', 'agent', 'startdate', 'enddate']
      .map(name => [name, attributeValue(each, name).trim()] as const)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}: ${value}`);
    report.leftOut(said.join('; '), 'where and for whom rights are asserted');
  }
}

interface Slug {
  readonly words: string;
  readonly keywords: readonly string[];
}

/** The slug stands where the provider puts it; the keyword that is the slug is no keyword besides. */
function readSlug(
  duKey: string,
  guid: string,
  slugline: string,
  keywords: readonly string[],
  { own, profile }: HeadOptions,
): Slug {
  const [keyword = ''] = keywords;
  for (const place of own ? [] : (profile?.slug ?? [])) {
    if (place === 'keyword' && keyword !== '') return { words: keyword, keywords: keywords.slice(1) };
    if (place === 'slugline' && slugline !== '') return { words: slugline, keywords };
    if (place === 'du-key' && duKey !== '') return { words: duKey, keywords };
  }
  const words = slugline || (own || duKey === guid ? '' : duKey);
  return { words, keywords };
}

const statuses: Readonly<Record<string, PublishingStatus>> = {
  withheld: 'withheld',
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
};

function readStatus(text: string): PublishingStatus {
  return statuses[text.toLowerCase()] ?? 'usable';
}

function readAction(named: string, head: XmlNode, version: number): EditorialAction {
  const known = (['new', 'update', 'correction', 'kill', 'withhold', 'advisory'] as const).find(
    each => each === named,
  );
  if (known) return known;
  const type = elementAt(head, 'tobject');
  if (type && attributeValue(type, 'tobject.type').toLowerCase() === 'advisory') return 'advisory';
  if (descendants(head, 'correction').length > 0) return 'correction';
  return version > 1 ? 'update' : 'new';
}

function readDates(
  head: XmlNode,
  first: (name: string, attribute: string) => string,
  { own, report, now }: HeadOptions,
): { embargo: Embargo | null; expires: string } {
  for (const name of ['date.issue', 'date.release', 'date.expire'])
    for (const each of descendants(head, name)) {
      const norm = attributeValue(each, 'norm').trim();
      if (norm !== '' && readMoment(norm) === null)
        report.repaired(`${name} “${norm.slice(0, 40)}” is no date.`);
    }
  const release = readMoment(first('date.release', 'norm'));
  const expires = readMoment(first('date.expire', 'norm'));
  const embargoed = first('docdata', 'management-status').toLowerCase() === 'embargoed';
  // Superdesk writes the end of an embargo into the date of expiry (3).
  if (!own && embargoed && release === null && expires !== null) {
    report.repaired(
      'The embargo was taken from the date of expiry, the only date there is. Check it.',
      'embargo',
    );
    return { embargo: { until: expires }, expires: '' };
  }
  const holds = release !== null && new Date(release).getTime() > now.getTime();
  if (!own && !embargoed && holds)
    report.repaired('The date of release is still to come: it was taken as an embargo.', 'embargo');
  return { embargo: embargoed || holds ? { until: release } : null, expires: expires ?? '' };
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,2}$/.test(text) ? Number(text) : undefined;
}

function texts(parents: readonly XmlNode[], name: string): readonly string[] {
  return parents.flatMap(parent => childElements(parent, name).map(each => singleLine(nodeText(each))));
}

/** Where it happened (`evloc`) is a place of the story; in this program's files it repeats the dateline. */
function places(head: XmlNode, own: boolean): readonly string[] {
  const happened = own ? [] : descendants(head, 'evloc').map(each => attributeValue(each, 'city'));
  return [...texts(descendants(head, 'identified-content'), 'location'), ...happened];
}
