import { type Dateline, EditorialAction, type Embargo, emptyFields } from '../../../contract/story.ts';
import { htmlWords } from '../reading/html.ts';
import {
  asText,
  isJsonRecord,
  type JsonRecord,
  listAt,
  recordAt,
  recordsAt,
  textAt,
} from '../reading/json.ts';
import { readDay, readMoment } from '../reading/moments.ts';
import type { Report } from '../reading/report.ts';
import type { WireStory } from '../reading/story.ts';
import type { PublishingStatus } from '../status.ts';
import { joinTexts } from '../text.ts';
import { noKnownEnd } from './moments.ts';
import { addressOf, byRole, names, readSubject, relationOf } from './read-concepts.ts';
import { generatedNotes } from './write.ts';

/** Everything of an item but its copy and its pictures. */
export type ItemFields = Pick<WireStory, 'guid' | 'version' | 'status' | 'created' | 'fields'>;

/** Whether this program wrote an item: then every field stands where its writer puts it, and nowhere else. */
export function isOwn(item: JsonRecord): boolean {
  return /^story(?:-\w+)?$/.test(textAt(item, 'profile')) && byRole(item, 'altIds', /^guid$/).length > 0;
}

/** The fields of a story from an item in the newest generation's words. */
export function readItemFields(item: JsonRecord, report: Report): ItemFields {
  const own = isOwn(item);
  const headline = (role: RegExp): string => htmlWords(byRole(item, 'headlines', role)[0] ?? '');
  const described = (role: RegExp): string => byRole(item, 'descriptions', role)[0] ?? '';
  const main =
    headline(/^main$/) || headline(/^(?:headline|title|short|)$/i) || headline(/./) || textAt(item, 'title');
  const embargo = readEmbargo(item, report);
  const status = readStatus(item, embargo);
  const subjects = recordsAt(item, 'subjects');
  const sources = recordsAt(item, 'infoSources');
  const by = (role: string): JsonRecord | undefined => sources.find(each => relationOf(each) === role);
  const created = readMoment(textAt(item, 'firstCreated')) ?? readMoment(textAt(item, 'versionCreated'));
  const version = Number(textAt(item, 'version'));
  const fields: WireStory['fields'] = {
    slugline: textAt(item, 'slugline'),
    headline: main,
    subhead: headline(/^sub-?_?(?:head(?:line)?|title)$/i),
    byline: bylineOf(item),
    bylineTitle: headline(/^bylinetitle$/),
    dateline: datelineOf(item, own, created),
    abstract: htmlWords(
      described(/^(?:summary|abstract|teaser|lead|ingress|standfirst)$/i) ||
        (own ? '' : described(/^(?:text|main|html|)$/i)),
    ),
    takeKey: described(/^takekey$/),
    editorialAction: actionOf(textAt(item, 'profile')),
    priority: Number(described(/^priority$/)) || Number(textAt(item, 'priority')) || undefined,
    urgency: Number(textAt(item, 'urgency')) || undefined,
    category: categoryOf(item, subjects),
    genre: names(item, 'genres')[0] ?? '',
    language: textAt(item, 'language') || undefined,
    keywords: [
      ...subjects.filter(each => relationOf(each) === 'keyword').map(each => textAt(each, 'name')),
      ...listAt(item, 'keywords').map(asText),
    ],
    subjects: subjects
      .filter(each => !/^(?:keyword|category|suppcategory)$/.test(relationOf(each)))
      .map(readSubject)
      .filter(({ code, name }) => code !== '' || name !== ''),
    places: names(item, 'places'),
    people: [...new Set(names(item, 'people'))],
    organisations: names(item, 'organisations'),
    source: textAt(by('source') ?? (own ? {} : (sources[0] ?? {})), 'name') || (own ? '' : sourceOf(item)),
    sourceUri: own ? addressOf(by('source') ?? {}) : '',
    copyrightHolder: textAt(item, 'copyrightHolder'),
    copyrightNotice: textAt(item, 'copyrightNotice'),
    usageTerms: joinTexts(listAt(item, 'usageTerms').map(asText), '\n'),
    edNote: htmlWords(textAt(item, 'edNote')),
    correctionNote: described(/^correction$/),
    embargo,
    expires: readMoment(textAt(item, 'expires')) ?? '',
    desk: textAt(by('desk') ?? {}, 'name'),
    author: textAt(by('author') ?? {}, 'name') || names(item, 'authors').join(', '),
  };
  const known = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
  );
  return {
    guid: (own ? byRole(item, 'altIds', /^guid$/)[0] : undefined) ?? textAt(item, 'uri'),
    ...(Number.isSafeInteger(version) && version > 0 ? { version } : {}),
    status,
    ...(created === null ? {} : { created }),
    fields: {
      ...known,
      edNote: own ? withoutGenerated(textAt(item, 'edNote'), known, status) : fields.edNote,
    },
  };
}

/** The end of the calendar holds everywhere and means that no end is known (`moments.ts`). */
function readEmbargo(item: JsonRecord, report: Report): Embargo | null {
  const text = textAt(item, 'embargoedUntil').trim();
  if (text === '') return null;
  const until = readMoment(text);
  if (until === null)
    report.repaired(
      `The embargo “${text.slice(0, 40)}” is no date: the story is held until released by hand.`,
      'embargo',
    );
  return { until: until === noKnownEnd ? null : until };
}

/** Withheld because of an embargo without an end is that embargo, not an act. */
function readStatus(item: JsonRecord, embargo: Embargo | null): PublishingStatus {
  const text = textAt(item, 'pubStatus').toLowerCase();
  if (/^cancell?ed$/.test(text)) return 'canceled';
  const forEmbargo = isOwn(item) && embargo !== null && embargo.until === null;
  return text === 'withheld' && !(forEmbargo && !/-withhold$/.test(textAt(item, 'profile')))
    ? 'withheld'
    : 'usable';
}

function actionOf(profile: string): EditorialAction | undefined {
  const named = EditorialAction.safeParse(/^story-(\w+)$/.exec(profile)?.[1]);
  return named.success ? named.data : undefined;
}

/** The editor's own words: the note without what the writer added behind them. */
function withoutGenerated(note: string, known: WireStory['fields'], status: PublishingStatus): string {
  const act = status === 'canceled' ? 'kill' : status === 'withheld' ? 'withhold' : known.editorialAction;
  const { correctionNote = '', embargo = null } = known;
  const fields = { ...emptyFields, correctionNote, embargo, editorialAction: act ?? 'new' };
  return generatedNotes({ state: 'ready', fields })
    .map(words => words.trim())
    .filter(words => words !== '')
    .reduceRight((text, words) => {
      if (text === words) return '';
      return text.endsWith(`\n${words}`) ? text.slice(0, -words.length - 1) : text;
    }, note);
}

function bylineOf(item: JsonRecord): string {
  const plain = textAt(item, 'by');
  if (plain !== '') return htmlWords(plain);
  // AP lists its writers, with their titles.
  return joinTexts(
    recordsAt(item, 'bylines').map(each => textAt(each, 'by') || textAt(each, 'name')),
    ' and ',
  );
}

function datelineOf(item: JsonRecord, own: boolean, created: string | null): Dateline {
  const part = (role: RegExp): string => byRole(item, 'headlines', role)[0] ?? '';
  const located = recordAt(item, 'datelinelocation');
  const place = textAt(item, 'located') || textAt(located, 'city');
  if (own)
    return {
      place,
      country: part(/^datelinecountry$/),
      date: part(/^datelinedate$/),
      source: part(/^datelinesource$/),
    };
  return {
    place,
    country: textAt(located, 'countryname'),
    date: created === null ? '' : readDay(created),
    source: '',
  };
}

/** A desk's category: a subject that says it is one, or Superdesk's service. */
function categoryOf(item: JsonRecord, subjects: readonly JsonRecord[]): string {
  const subject = subjects.find(each => relationOf(each) === 'category');
  if (subject) return textAt(subject, 'name') || textAt(subject, 'code');
  const [service] = listAt(item, 'service');
  return isJsonRecord(service) ? textAt(service, 'code') || textAt(service, 'name') : '';
}

function sourceOf(item: JsonRecord): string {
  return textAt(item, 'source') || textAt(item, 'provider');
}
