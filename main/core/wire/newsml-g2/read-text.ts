import type { Dateline, EditorialAction, Embargo, Subject } from '../../../contract/story.ts';
import { readDatelineText } from '../reading/dateline.ts';
import { readDay, readMoment } from '../reading/moments.ts';
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
import { generatorName } from './item-meta.ts';
import {
  type Aliases,
  blockWords,
  codeOf,
  conceptName,
  languageOf,
  qcode,
  readAliases,
  readAssertions,
  roleOf,
  typeOf,
} from './read-concept.ts';
import { type Notes, readNotes } from './read-notes.ts';
import { actionOfSignals } from './read-signals.ts';

/** Everything of an item but its body and its pictures. */
export type ItemMetadata = Pick<WireStory, 'guid' | 'version' | 'status' | 'created' | 'fields'> & {
  /** The dateline exactly as sent, for finding it again at the start of the copy. */
  readonly dateline: string;
};

/** The fields of a story from an item's metadata; the order of elements does not matter (NewsML-G2 2.3). */
export function readItemMetadata(item: XmlNode, report: Report): ItemMetadata {
  const aliases = readAliases(item);
  const itemMeta = elementAt(item, 'itemMeta');
  const contentMeta = elementAt(item, 'contentMeta');
  const inItem = (name: string): readonly XmlNode[] => (itemMeta ? childElements(itemMeta, name) : []);
  const named = readAssertions(item);
  const of = (name: string): readonly XmlNode[] =>
    contentMeta ? childElements(contentMeta, name).map(named) : [];
  const language = attributeValue(of('language')[0] ?? item, 'tag') || languageOf(item);
  const notes = readNotes(itemMeta);
  const rights = childElements(item, 'rightsInfo');
  const inRights = (name: string): readonly XmlNode[] => rights.flatMap(each => childElements(each, name));
  const own = isOwn(item);
  const created = inItem('firstCreated')[0] ?? inItem('versionCreated')[0];
  const headlines = readHeadlines(of('headline'), report);
  const provider = conceptName(inItem('provider')[0], language);
  const dateline = readDateline(of, own, language);
  const moment = readMoment(nodeText(created));
  const version = Number(attributeValue(item, 'version') || '1');
  return {
    guid: attributeValue(item, 'guid'),
    ...(Number.isFinite(version) ? { version } : {}),
    status: readStatus(inItem('pubStatus')[0]),
    ...(moment === null ? {} : { created: moment }),
    dateline: singleLine(nodeText(of('dateline')[0])),
    fields: {
      slugline:
        singleLine(nodeText(of('slugline')[0])) || workingTitle(inItem('title'), own, headlines.headline),
      ...headlines,
      byline: singleLine(nodeText(of('by').find(each => roleOf(each) !== 'bylinetitle'))),
      bylineTitle: singleLine(nodeText(of('by').find(each => roleOf(each) === 'bylinetitle'))),
      dateline: own || dateline.date !== '' ? dateline : { ...dateline, date: readDay(nodeText(created)) },
      takeKey: extension(inItem('itemMetaExtProperty'), 'takekey'),
      editorialAction: readAction(inItem('signal'), inItem('role')),
      urgency: Number(nodeText(of('urgency')[0])) || undefined,
      category: readCategory(of),
      genre: genreName(of('genre')[0], language),
      language,
      keywords: of('keyword')
        .filter(each => roleOf(each) !== 'category')
        .map(each => nodeText(each)),
      subjects: of('subject')
        .filter(isTopic)
        .map(each => readSubject(each, aliases, language))
        .filter(({ code, name }) => code !== '' || name !== ''),
      places: conceptNames(of('subject'), /^(?:geoarea|poi)$/, language),
      people: conceptNames(of('subject'), /^person$/, language),
      organisations: conceptNames(of('subject'), /^organi[sz]ation$/, language),
      source: readSource(of, own ? '' : provider, language),
      sourceUri:
        of('infoSource')
          .map(each => attributeValue(each, 'uri'))
          .find(uri => uri !== '') ?? '',
      copyrightHolder: conceptName(inRights('copyrightHolder')[0], language),
      copyrightNotice: joinTexts(inRights('copyrightNotice').map(blockWords), '\n'),
      usageTerms: joinTexts(inRights('usageTerms').map(blockWords), '\n'),
      ...noteFields(notes),
      embargo: readEmbargo(inItem('embargoed')[0], report),
      expires: readMoment(nodeText(inItem('expires')[0]) || (notes.byRole.get('expires')?.[0] ?? '')) ?? '',
      author: readAuthor(of('creator'), language),
      signOff: notes.signOff,
    },
  };
}

/** Whether this program wrote an item: then every field stands where its writer puts it, and nowhere else. */
export function isOwn(item: XmlNode): boolean {
  return singleLine(nodeText(elementAt(item, 'itemMeta', 'generator'))) === generatorName;
}

function noteFields({ edNote, internalNote, correctionNote }: Notes): WireStory['fields'] {
  return { edNote, internalNote, correctionNote };
}

/** An unknown status holds the item until a person has looked (2.3). Absent means usable. */
function readStatus(node: XmlNode | undefined): PublishingStatus {
  const code = (
    codeOf(node) ||
    attributeValue(node ?? noNode, 'uri')
      .split('/')
      .at(-1) ||
    ''
  ).toLowerCase();
  if (/^cancell?ed$/.test(code)) return 'canceled';
  return code === 'withheld' ? 'withheld' : 'usable';
}

const noNode: XmlNode = { local: '', namespace: '', attributes: [], children: [], line: 0 };

/** Present and empty means held with no known end; so does what nobody can read (2.3). */
function readEmbargo(node: XmlNode | undefined, report: Report): Embargo | null {
  if (!node) return null;
  const text = nodeText(node).trim();
  const until = readMoment(text);
  if (until === null && text !== '')
    report.repaired(
      `The embargo “${text.slice(0, 40)}” is no date: the story is held until released by hand.`,
      'embargo',
    );
  return { until };
}

function readAction(signals: readonly XmlNode[], roles: readonly XmlNode[]): EditorialAction {
  if (roles.some(each => codeOf(each).toLowerCase() === 'advisory')) return 'advisory';
  return actionOfSignals(signals.map(each => attributeValue(each, 'qcode')));
}

/** The first headline by rank is the headline; the next, or one whose role says so, the subhead. */
function readHeadlines(all: readonly XmlNode[], report: Report): { headline: string; subhead: string } {
  const isSub = (each: XmlNode): boolean => /sub/.test(roleOf(each));
  const text = (each: XmlNode | undefined): string => singleLine(nodeText(each));
  const rank = (each: XmlNode): number => Number(attributeValue(each, 'rank') || '1');
  const [first, ...others] = all
    .filter(each => !isSub(each) && text(each) !== '')
    .toSorted((a, b) => rank(a) - rank(b));
  const [sub, ...rest] = [...all.filter(each => isSub(each) && text(each) !== ''), ...others];
  for (const each of rest) if (text(each) !== text(first)) report.leftOut(text(each), 'another headline');
  return { headline: text(first), subhead: text(sub) };
}

/** A title that is not the headline's words once more is a working title (2.3). */
function workingTitle(titles: readonly XmlNode[], own: boolean, headline: string): string {
  const words = singleLine(nodeText(titles.find(each => attributeValue(each, 'role') === '')));
  return own || words === headline || words.length > 80 ? '' : words;
}

function readDateline(of: (name: string) => readonly XmlNode[], own: boolean, language: string): Dateline {
  const empty = { place: '', country: '', date: '', source: '' };
  const [element] = of('dateline');
  const [located] = of('located');
  const words = singleLine(nodeText(element));
  if (!own) return { ...empty, ...readDatelineText(words) };
  const day = element ? descendants(element, 'inline')[0] : undefined;
  const wider = located ? childElements(located, 'broader')[0] : undefined;
  const country = wider ? conceptName(wider, language) : '';
  const place = conceptName(located, language);
  const onlyCountry = place !== '' && wider === undefined && typeOf(located ?? noNode) === 'country';
  return {
    place: onlyCountry ? '' : place,
    country: onlyCountry ? place : country,
    date: day ? attributeValue(day, 'literal') : '',
    source: /\(([^()]*)\)$/u.exec(words)?.[1] ?? '',
  };
}

const abstractRole = /^(?:summary|abstract|teaser|lead|standfirst|synopsis)$/;

/** The description of a text that sums it up; any other is told. */
export function readAbstract(item: XmlNode, report: Report): string {
  const meta = elementAt(item, 'contentMeta');
  const descriptions = meta ? childElements(meta, 'description') : [];
  const chosen = descriptions.find(each => abstractRole.test(roleOf(each))) ?? descriptions[0];
  const words = blockWords(chosen);
  for (const each of descriptions)
    if (each !== chosen && !words.includes(blockWords(each)))
      report.leftOut(blockWords(each), 'another description');
  return words;
}

function extension(properties: readonly XmlNode[], rel: string): string {
  const found = properties.find(each => qcode(attributeValue(each, 'rel')).code.toLowerCase() === rel);
  return found ? attributeValue(found, 'value') : '';
}

function readCategory(of: (name: string) => readonly XmlNode[]): string {
  const keyword = of('keyword').find(each => roleOf(each) === 'category');
  if (keyword) return nodeText(keyword);
  const subject = of('subject').find(each => /^cat(?:egory)?$/.test(typeOf(each)));
  return subject ? codeOf(subject) || attributeValue(subject, 'literal') : '';
}

/** Everything that is no place, person or organisation and no category. */
function isTopic(subject: XmlNode): boolean {
  return !/^(?:geoarea|poi|person|organi[sz]ation|cat|category)$/.test(typeOf(subject));
}

function conceptNames(subjects: readonly XmlNode[], type: RegExp, language: string): readonly string[] {
  return subjects.filter(each => type.test(typeOf(each))).map(each => conceptName(each, language));
}

/** A scheme of the house's catalog stands by its own name at the end of the address (`…/scheme/<name>/`). */
function readSubject(node: XmlNode, aliases: Aliases, language: string): Subject {
  const value = attributeValue(node, 'qcode');
  const uri = attributeValue(node, 'uri');
  const literal = attributeValue(node, 'literal');
  const name = conceptName(node, language);
  if (value !== '') {
    const { alias, code } = qcode(value);
    const own = /\/scheme\/([^/]+)\/$/.exec(aliases.get(alias) ?? '')?.[1];
    return { scheme: own ? decoded(own) : alias, code: decoded(code), name: name === code ? '' : name };
  }
  if (uri !== '') {
    const cut = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1;
    return { scheme: uri.slice(0, cut), code: decoded(uri.slice(cut)), name };
  }
  return { scheme: '', code: literal === name ? '' : literal, name: name || literal };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function genreName(node: XmlNode | undefined, language: string): string {
  return node ? conceptName(node, language) : '';
}

function readSource(of: (name: string) => readonly XmlNode[], provider: string, language: string): string {
  const source = of('infoSource').find(each => roleOf(each) !== 'supplier');
  return conceptName(source, language) || singleLine(nodeText(of('creditline')[0])) || provider;
}

function readAuthor(creators: readonly XmlNode[], language: string): string {
  return conceptName(creators.find(each => roleOf(each) === 'author') ?? creators[0], language);
}
