import type { Inline } from '../../../contract/body.ts';
import { Href } from '../../../contract/body.ts';
import type { Picture, Place } from '../../../contract/picture.ts';
import { Restriction } from '../../../contract/rights.ts';
import type { MediaReference } from '../format.ts';
import { readMoment, readTruncated } from '../reading/moments.ts';
import { editorsOnly, readPicture, type WirePicture } from '../reading/picture.ts';
import { joinTexts, singleLine } from '../text.ts';
import { truncatedTime } from '../time.ts';
import { attributeValue, childElements, elementAt, nodeText, type XmlNode } from '../xml-read.ts';
import { blockWords, codeOf, conceptName, qcode, roleOf, typeOf } from './read-concept.ts';
import { readNotes } from './read-notes.ts';
import { isOwn } from './read-text.ts';

export interface ReadPictureItem {
  readonly picture: Picture;
  readonly media: readonly MediaReference[];
}

/** A picture item (NewsML-G2 2.6) as a picture of a story. */
export function readPictureItem(item: XmlNode, id: string, language: string): ReadPictureItem {
  const meta = elementAt(item, 'contentMeta');
  const of = (name: string): readonly XmlNode[] => (meta ? childElements(meta, name) : []);
  const named = (name: string): string => singleLine(nodeText(of(name)[0]));
  const rights = childElements(item, 'rightsInfo');
  const inRights = (name: string): readonly XmlNode[] => rights.flatMap(each => childElements(each, name));
  const notes = readNotes(elementAt(item, 'itemMeta'));
  const inNote = (role: string): string => notes.byRole.get(role)?.[0] ?? '';
  const descriptions = new Map(of('description').map(each => [roleOf(each), each]));
  const caption = captionElement(of('description'));
  const creator = maker(of('creator'), of('by').length > 0);
  const subjects = of('subject');
  const wire: WirePicture = {
    id,
    caption: caption ? captionInlines(caption) : [],
    description: blockWords(descriptions.get('description')),
    headline: named('headline') || (isOwn(item) ? '' : titleOf(item)),
    altText: blockWords(of('description').find(each => /alt(?:text)?$/.test(roleOf(each)))),
    extendedDescription: blockWords(descriptions.get('extendeddescription')),
    creator: conceptName(creator, language) || named('by'),
    creatorTitle: jobTitle(creator),
    creditLine: named('creditline'),
    source: conceptName(sourceElement(of('infoSource')), language),
    copyrightNotice: joinTexts(inRights('copyrightNotice').map(blockWords), '\n'),
    usageTerms: joinTexts(unlabelled(inRights('usageTerms')), '\n'),
    instructions: joinTexts([...(notes.byRole.get('instructions') ?? []), notes.edNote], '\n'),
    descriptionWriter: conceptName(
      of('contributor').find(each => roleOf(each) === 'descrwriter'),
      language,
    ),
    jobId: singleLine(nodeText(of('altId').find(each => roleOf(each) === 'jobid'))),
    dateCreated: readDate(nodeText(of('contentCreated')[0]).trim()),
    dateReleased: extension(item, 'datereleased'),
    location: {
      created: of('located')[0] ? readPlace(of('located')[0], language) : null,
      shown: subjects
        .filter(each => typeOf(each) === 'geoarea')
        .flatMap(each => readPlace(each, language) ?? []),
    },
    people: subjects
      .filter(each => typeOf(each) === 'person')
      .map(each => ({ name: conceptName(each, language), position: jobTitle(each) })),
    digitalSourceType: sourceTypeAddress(of('digitalSourceType')[0]) || inNote('digitalsourcetype'),
    dataMining: addressOf(inRights('dataMining')[0]) || inNote('datamining'),
    webStatement: attributeValue(
      inRights('link').find(each => attributeValue(each, 'rel') === 'irel:rightspolicy') ?? item,
      'href',
    ),
    licensor: licensor(inRights('rightsInfoExtProperty')),
    rules: inRights('usageTerms').filter(isRestriction).map(blockWords),
    standing: notes.byRole.get('notice') ?? [],
    restrictions: territoryRules(of),
    until:
      rights.map(each => readMoment(attributeValue(each, 'validto'))).find(time => time !== null) ?? null,
    original: { ...originals(of('description'), caption), ...hidden(notes.internalNote) },
  };
  return { picture: readPicture(wire), media: mediaOf(item, id) };
}

function isRestriction(node: XmlNode): boolean {
  return roleOf(node) === 'restriction';
}

function unlabelled(terms: readonly XmlNode[]): readonly string[] {
  return terms.filter(each => !isRestriction(each)).map(blockWords);
}

/** The caption by its role, whoever's alias it has; else the one description that has no role of its own (2.6). */
function captionElement(descriptions: readonly XmlNode[]): XmlNode | undefined {
  return (
    descriptions.find(each => roleOf(each) === 'caption') ??
    descriptions.find(each => roleOf(each).includes('caption')) ??
    descriptions.find(each => !/^(?:description|extendeddescription)$|alt(?:text)?$/.test(roleOf(each)))
  );
}

/** A note that is not for publication stays in the house: no field of a picture does. */
function hidden(note: string): Record<string, string> {
  return note === '' ? {} : { [editorsOnly]: note };
}

/** Words of descriptions that no field takes, kept as received. */
function originals(descriptions: readonly XmlNode[], caption: XmlNode | undefined): Record<string, string> {
  const taken = /^(?:description|extendeddescription)$|alt(?:text)?$/;
  return Object.fromEntries(
    descriptions
      .filter(each => each !== caption && !taken.test(roleOf(each)))
      .map(each => [`description ${attributeValue(each, 'role')}`.trim(), blockWords(each)]),
  );
}

const marks = ['bold', 'italic', 'underline', 'strikethrough', 'subscript', 'superscript', 'code'] as const;

/** The inverse of the writer's `labelInlines`: `span` with the marks as its class, `a`, `br`. */
function captionInlines(node: XmlNode): Inline[] {
  const inlines = node.children.flatMap((child): Inline[] => {
    if (typeof child === 'string') {
      const text = child.replace(/\s+/gu, ' ');
      return text === '' ? [] : [{ type: 'text', text, marks: [] }];
    }
    if (child.local === 'br') return [{ type: 'break' }];
    const classes = attributeValue(child, 'class').split(/\s+/);
    const text = singleSpaced(nodeText(child));
    const run = { type: 'text', text, marks: marks.filter(mark => classes.includes(mark)) } as const;
    if (text === '') return [];
    if (child.local !== 'a') return [run];
    const href = Href.safeParse(attributeValue(child, 'href').trim());
    const inner = captionInlines(child).filter(each => each.type !== 'link');
    return href.success ? [{ type: 'link', href: href.data, inlines: inner }] : inner;
  });
  return trimmed(inlines);
}

function singleSpaced(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function trimmed(inlines: readonly Inline[]): Inline[] {
  const kept = [...inlines];
  const [first] = kept;
  if (first?.type === 'text') kept[0] = { ...first, text: first.text.trimStart() };
  const last = kept.at(-1);
  if (last?.type === 'text') kept[kept.length - 1] = { ...last, text: last.text.trimEnd() };
  return kept.filter(each => each.type !== 'text' || each.text !== '');
}

function titleOf(item: XmlNode): string {
  return singleLine(nodeText(elementAt(item, 'itemMeta', 'title')));
}

/** A creator that only names the source (Reuters) gives way to a by-line. */
function maker(creators: readonly XmlNode[], hasByline: boolean): XmlNode | undefined {
  const named = creators.find(each => roleOf(each) === 'photographer');
  return named ?? creators.find(each => !(hasByline && roleOf(each) === 'source'));
}

function jobTitle(node: XmlNode | undefined): string {
  const note = node ? childElements(node, 'note').find(each => roleOf(each) === 'jobtitle') : undefined;
  return singleLine(nodeText(note));
}

/** The supplier only where no other source is named. */
function sourceElement(sources: readonly XmlNode[]): XmlNode | undefined {
  return sources.find(each => roleOf(each) !== 'supplier') ?? sources[0];
}

function readDate(text: string): string {
  return truncatedTime(text) ?? readTruncated(text) ?? '';
}

function extension(item: XmlNode, rel: string): string {
  const meta = elementAt(item, 'itemMeta');
  const found = (meta ? childElements(meta, 'itemMetaExtProperty') : []).find(
    each => qcode(attributeValue(each, 'rel')).code.toLowerCase() === rel,
  );
  return found ? attributeValue(found, 'value') : '';
}

/** A place with its wider places; the level of each stands in its type where this program wrote it. */
function readPlace(node: XmlNode | undefined, language: string): Place | null {
  if (!node) return null;
  const place = { sublocation: '', city: '', state: '', country: '', countryCode: '' };
  const name = attributeValue(node, 'literal') || conceptName(node, language);
  const levels = [...childElements(node, 'sameAs'), ...childElements(node, 'broader')];
  for (const level of levels) {
    const words = conceptName(level, language);
    const type = typeOf(level);
    if (type === 'sublocation' || type === 'city' || type === 'state') place[type] = words;
    else if (/^iso3166-1a[23]$/.test(qcode(attributeValue(level, 'qcode')).alias)) {
      place.countryCode = codeOf(level);
      place.country = words === codeOf(level) ? '' : words;
    } else place.country ||= words;
  }
  if (/^iso3166-1a[23]$/.test(qcode(attributeValue(node, 'qcode')).alias)) {
    place.countryCode = codeOf(node);
    place.country = name === codeOf(node) ? '' : name;
  } else if (typeOf(node) === 'country') place.country = name;
  else if (!place.sublocation && !place.city && !place.state) place.city = singleLine(name);
  return Object.values(place).every(each => each === '') ? null : place;
}

function addressOf(node: XmlNode | undefined): string {
  return node ? attributeValue(node, 'uri') || attributeValue(node, 'literal') : '';
}

function sourceTypeAddress(node: XmlNode | undefined): string {
  if (!node) return '';
  const code = codeOf(node);
  return addressOf(node) || (code === '' ? '' : `http://cv.iptc.org/newscodes/digitalsourcetype/${code}`);
}

function licensor(properties: readonly XmlNode[]): Picture['licensor'] {
  const found = properties.find(each => qcode(attributeValue(each, 'rel')).code === 'licensor');
  if (!found) return null;
  const [name, url, email] = ['literal', 'uri', 'value'].map(each => attributeValue(found, each));
  return { name: name ?? '', url: url ?? '', email: email ?? '' };
}

/** `audience` and `exclAudience` by country (2.9); words say the same in usage terms, mostly. */
function territoryRules(of: (name: string) => readonly XmlNode[]): readonly Restriction[] {
  const codes = (name: string): string[] =>
    of(name)
      .map(each => qcode(attributeValue(each, 'qcode')))
      .filter(({ alias, code }) => alias === 'iso3166-1a2' && /^[A-Z]{2}$/.test(code))
      .map(({ code }) => code)
      .sort();
  return [
    { kind: 'exclude-territory' as const, territories: codes('exclAudience'), text: '', spans: [] },
    { kind: 'include-territory' as const, territories: codes('audience'), text: '', spans: [] },
  ]
    .filter(rule => rule.territories.length > 0)
    .map(rule => Restriction.parse(rule));
}

const bestFirst = [
  /highres|baseimage|filedimage|original|print|hires/i,
  /./,
  /web|view|preview/i,
  /thumb|icon/i,
];

/** Where the largest rendition lies: by its name, else by its width. */
function mediaOf(item: XmlNode, id: string): readonly MediaReference[] {
  const remote = (elementAt(item, 'contentSet')?.children ?? [])
    .filter(child => typeof child !== 'string')
    .filter(
      child =>
        child.local === 'remoteContent' &&
        !/^(?:text|video|audio)\//.test(attributeValue(child, 'contenttype')),
    );
  const [best] = remote.toSorted(
    (a, b) => rank(a) - rank(b) || Number(attributeValue(b, 'width')) - Number(attributeValue(a, 'width')),
  );
  const href = best ? attributeValue(best, 'href') || attributeValue(best, 'residref') : '';
  return href === '' ? [] : [{ picture: id, href }];
}

function rank(node: XmlNode): number {
  const name = qcode(attributeValue(node, 'rendition')).code;
  const small = /thumb|icon/i.test(name) ? 3 : /web|view|preview/i.test(name) ? 2 : -1;
  if (small >= 0) return small;
  return bestFirst.findIndex(pattern => pattern.test(name || 'x'));
}

/** The picture that a text item names without an item of its own: only where its file lies is known. */
export function readRemotePicture(item: XmlNode, ids: () => string): ReadPictureItem | null {
  const set = elementAt(item, 'contentSet');
  const remote = set ? childElements(set, 'remoteContent') : [];
  if (!remote.some(each => attributeValue(each, 'contenttype').startsWith('image/'))) return null;
  const id = ids();
  return { picture: readPicture({ id, caption: [] }), media: mediaOf(item, id) };
}
