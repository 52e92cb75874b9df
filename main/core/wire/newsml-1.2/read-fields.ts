import type { EditorialAction, Embargo, Subject } from '../../../contract/story.ts';
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
import { allTexts, firstText, formalName, type Lineage, languageOf, properties, property } from './tree.ts';

/** Identity, status and dates of an item: what its Identification and NewsManagement say. */
export type ItemManagement = Pick<WireStory, 'guid' | 'version' | 'status' | 'created'> & {
  readonly fields: Pick<
    WireStory['fields'],
    'editorialAction' | 'urgency' | 'embargo' | 'slugline' | 'edNote'
  >;
};

export function readManagement(item: XmlNode, report: Report): ItemManagement {
  const management = elementAt(item, 'NewsManagement');
  const identifier = elementAt(item, 'Identification', 'NewsIdentifier');
  const revision = Number(firstText([item], 'Identification', 'NewsIdentifier', 'RevisionId'));
  const created = readMoment(firstText([item], 'NewsManagement', 'FirstCreated'));
  const status = formalName(management && elementAt(management, 'Status')).toLowerCase();
  const instructions = management ? childElements(management, 'Instruction') : [];
  const action = readAction(identifier, revision, instructions);
  return {
    guid: identityOf(identifier),
    ...(Number.isSafeInteger(revision) && revision > 0 ? { version: revision } : {}),
    status: statusOf(status, action),
    ...(created === null ? {} : { created }),
    fields: {
      editorialAction: action,
      urgency: Number(formalName(management && elementAt(management, 'Urgency'))) || undefined,
      embargo: readEmbargo(management, status, report),
      slugline: firstText([item], 'Identification', 'NameLabel'),
      edNote: joinTexts(
        instructions.map(each => singleLine(nodeText(each))),
        '\n',
      ),
    },
  };
}

/** The public identifier without its revision; where it names no item, provider, day and item make one (Belga). */
function identityOf(identifier: XmlNode | undefined): string {
  if (!identifier) return '';
  const [publicId, provider, day, item, revision] = [
    'PublicIdentifier',
    'ProviderId',
    'DateId',
    'NewsItemId',
    'RevisionId',
  ].map(name => singleLine(nodeText(elementAt(identifier, name))));
  const whole = publicId ?? '';
  if (whole !== '' && whole.includes(item || whole))
    return revision && whole.endsWith(`:${revision}`) ? whole.slice(0, -revision.length - 1) : whole;
  return item ? `urn:newsml:${provider}:${day}:${item}` : whole;
}

function statusOf(status: string, action: EditorialAction | undefined): PublishingStatus {
  if (/^cancell?ed$/.test(status) || action === 'kill') return 'canceled';
  return status === 'withheld' ? 'withheld' : 'usable';
}

/** A later revision is an update; an instruction says whether it corrects or takes away (NewsML 1.2, Instruction). */
function readAction(
  identifier: XmlNode | undefined,
  revision: number,
  instructions: readonly XmlNode[],
): EditorialAction | undefined {
  const named = instructions.map(each => formalName(each).toLowerCase()).join(' ');
  if (/delete|kill|withdraw|cancel/.test(named)) return 'kill';
  if (/rectif|correct/.test(named)) return 'correction';
  const update = attributeValue((identifier && elementAt(identifier, 'RevisionId')) ?? emptyNode, 'Update');
  return /update/.test(named) || (revision > 1 && /^[UA]$/.test(update)) ? 'update' : undefined;
}

const emptyNode: XmlNode = { local: '', namespace: '', attributes: [], children: [], line: 0 };

/** Embargoed until the status will change; held until told otherwise where nothing says when (wire-formats 5). */
function readEmbargo(management: XmlNode | undefined, status: string, report: Report): Embargo | null {
  const change = management && elementAt(management, 'StatusWillChange');
  const future = formalName(change && elementAt(change, 'FutureStatus')).toLowerCase();
  if (status !== 'embargoed') return null;
  const until = readMoment(nodeText(change && elementAt(change, 'DateAndTime')));
  if (until === null && future !== '')
    report.repaired(
      'The end of the embargo is no date: the story is held until released by hand.',
      'embargo',
    );
  return { until };
}

/** What a story's component says, and those it lies in where it says nothing. */
export function readLines(lineage: Lineage, created: string | undefined): WireStory['fields'] {
  const line = (name: string): string => firstText(lineage, 'NewsLines', name);
  const described = lineage.flatMap(each => elementAt(each, 'DescriptiveMetadata') ?? []);
  const administrative = lineage.flatMap(each => elementAt(each, 'AdministrativeMetadata') ?? []);
  const party = (role: string): string =>
    administrative.map(each => formalName(elementAt(each, role, 'Party'))).find(name => name !== '') ?? '';
  const location = described.flatMap(each => childElements(each, 'Location'));
  const [place] = location;
  const dateline = readDatelineText(line('DateLine'));
  const day = readDay(firstText(described, 'DateLineDate')) || (created ? readDay(created) : '');
  return {
    headline: line('HeadLine'),
    subhead: line('SubHeadLine'),
    byline: line('ByLine'),
    slugline: line('SlugLine'),
    dateline: { place: '', country: '', source: '', ...dateline, date: dateline.date || day },
    language: lineage.map(languageOf).find(tag => tag !== ''),
    keywords: [
      ...lineage.flatMap(each => allTexts([each], 'NewsLines', 'KeywordLine')),
      ...described.flatMap(each => properties(each, 'Keyword')),
    ],
    subjects: described.flatMap(readSubjects),
    genre: described.map(each => formalName(elementAt(each, 'Genre'))).find(name => name !== '') ?? '',
    places: [property(place, 'City'), property(place, 'Country')].filter(name => name !== ''),
    source: party('Provider') || party('Source') || line('CreditLine'),
    author: party('Creator'),
    copyrightNotice: line('CopyrightLine'),
    usageTerms: joinTexts(
      [...rightsWords(lineage), ...lineage.flatMap(each => allTexts([each], 'NewsLines', 'RightsLine'))],
      '\n',
    ),
    internalNote: joinTexts(
      administrative.flatMap(each => properties(each, 'EditorialInfo')),
      '\n',
    ),
    edNote: joinTexts(lineage.flatMap(newsLines), '\n'),
  };
}

/** Usage rights in their own words: type, and where it applies. */
function rightsWords(lineage: Lineage): readonly string[] {
  return lineage
    .flatMap(each => childElements(each, 'RightsMetadata'))
    .flatMap(each => childElements(each, 'UsageRights'))
    .map(rights =>
      joinTexts(
        ['UsageType', 'Geography', 'Limitations'].map(name => singleLine(nodeText(elementAt(rights, name)))),
        ', ',
      ),
    );
}

/** Lines with a type of their own: advisories, products, contacts. */
function newsLines(component: XmlNode): readonly string[] {
  const lines = elementAt(component, 'NewsLines');
  return (lines ? childElements(lines, 'NewsLine') : [])
    .filter(each => !/url|clickthru/i.test(formalName(elementAt(each, 'NewsLineType'))))
    .map(each => singleLine(nodeText(elementAt(each, 'NewsLineText'))))
    .filter(text => text !== '');
}

/** IPTC Subject Codes, each once: feeds repeat them with contradictory categories (wire-formats 5). */
function readSubjects(described: XmlNode): readonly Subject[] {
  const codes = childElements(described, 'SubjectCode').flatMap(each =>
    ['Subject', 'SubjectMatter', 'SubjectDetail', 'SubjectQualifier'].flatMap(name =>
      descendants(each, name),
    ),
  );
  const known = new Map(codes.map(each => [formalName(each), each]));
  return [...known.keys()]
    .filter(code => code !== '')
    .map(code => ({ scheme: /^\d{8}$/.test(code) ? 'subj' : '', code, name: '' }));
}
