import type { Embargo, StoryFields, Subject } from '../../../contract/story.ts';
import { emptyFields } from '../../../contract/story.ts';
import { readDatelineText } from '../reading/dateline.ts';
import { isOwn, readStoryExtras } from '../reading/extras.ts';
import { type JsonRecord, recordAt, recordsAt, textAt } from '../reading/json.ts';
import { readMoment } from '../reading/moments.ts';
import type { Report } from '../reading/report.ts';
import type { WireStory } from '../reading/story.ts';
import type { PublishingStatus } from '../status.ts';
import { joinTexts, singleLine } from '../text.ts';
import { htmlText } from './read-elements.ts';
import { nameOf, names, readExtras } from './read-image.ts';
import { addedNotes } from './write.ts';

export interface ReadFields {
  readonly wire: Omit<WireStory, 'blocks' | 'pictures' | 'media'>;
  /** The dateline as sent, for finding it again at the start of the copy. */
  readonly dateline: string;
}

/** Everything of an ANS document but its copy and its pictures. */
export function readFields(document: JsonRecord, corrections: readonly string[], report: Report): ReadFields {
  const extras = readExtras(recordAt(document, 'additional_properties'));
  const own = isOwn(extras);
  const at = (...path: readonly string[]): string => {
    const text = textAt(recordAt(document, ...path.slice(0, -1)), path.at(-1) ?? '');
    return own ? text : htmlText(text);
  };
  const created = ['created_date', 'first_publish_date', 'publish_date', 'display_date']
    .map(name => readMoment(textAt(document, name)))
    .find(moment => moment !== null);
  const status = readStatus(document);
  const said: WireStory['fields'] = {
    ...readCredits(document, own),
    slugline: at('slug'),
    headline:
      at('headlines', 'basic') ||
      at('headlines', 'web') ||
      at('headlines', 'print') ||
      (textAt(document, 'type') === 'image' ? at('subtitle') : ''),
    subhead: at('subheadlines', 'basic'),
    abstract: textAt(document, 'type') === 'image' ? '' : at('description', 'basic'),
    language: textAt(document, 'language') || undefined,
    genre: at('label', 'basic', 'text'),
    copyrightNotice: textAt(document, 'copyright'),
    copyrightHolder: at('owner', 'name'),
    source: at('source', 'name') || (own ? '' : at('distributor', 'name')),
    usageTerms: textAt(recordAt(document, 'additional_properties'), 'usage_instructions'),
    correctionNote: joinTexts(
      [...recordsAt(document, 'corrections').map(each => textAt(each, 'text')), ...corrections],
      '\n',
    ),
    embargo: readEmbargo(document, report),
    targetLength:
      Number(textAt(recordAt(document, 'planning', 'story_length'), 'word_count_planned')) || null,
    internalNote: joinTexts([at('planning', 'internal_note'), at('workflow', 'note')], '\n'),
    ...readTaxonomy(recordAt(document, 'taxonomy')),
    ...(own ? {} : { dateline: { ...emptyFields.dateline, ...readDatelineText(at('location')) } }),
  };
  if (!own) tellRest(document, report);
  const version = Number(textAt(recordAt(document, 'revision'), 'revision_id'));
  const more = own ? readStoryExtras(extras) : { fields: {} };
  const fields = { ...said, ...more.fields };
  return {
    dateline: own ? '' : at('location'),
    wire: {
      guid: own ? textAt(document, '_id') : identity(document),
      ...(Number.isInteger(version) && version > 0 ? { version } : {}),
      ...('version' in more ? { version: more.version } : {}),
      status,
      ...(created ? { created } : {}),
      fields: { ...fields, edNote: readNote(textAt(document, 'editor_note'), fields, status, own) },
    },
  };
}

/** The identity on the wire is the sender's own where the file names it, else the system's. */
function identity(document: JsonRecord): string {
  return (
    textAt(document, '_id') ||
    textAt(recordAt(document, 'source'), 'source_id') ||
    textAt(document, 'canonical_url')
  );
}

function readStatus(document: JsonRecord): PublishingStatus {
  const status = textAt(document, 'status');
  if (/^(?:cancell?ed|killed|deleted)$/i.test(status)) return 'canceled';
  return /^(?:withheld|on.?hold|held)$/i.test(status) ? 'withheld' : 'usable';
}

/** What the writer added to the note in words stands in fields of its own: it is taken off the end again. */
function readNote(note: string, fields: WireStory['fields'], status: PublishingStatus, own: boolean): string {
  if (!own) return htmlLines(note);
  const whole: StoryFields = { ...emptyFields, ...withoutUndefined(fields) };
  const state = status === 'canceled' ? 'killed' : status === 'withheld' ? 'withheld' : 'ready';
  let rest = note;
  for (const added of addedNotes({ state, fields: whole }).toReversed()) {
    if (rest === added) rest = '';
    else if (rest.endsWith(`\n${added}`)) rest = rest.slice(0, -added.length - 1);
  }
  return rest;
}

function withoutUndefined(fields: WireStory['fields']): Partial<StoryFields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function htmlLines(text: string): string {
  return text
    .split(/\r\n?|\n/u)
    .map(htmlText)
    .join('\n');
}

function readCredits(document: JsonRecord, own: boolean): WireStory['fields'] {
  const writers = recordsAt(recordAt(document, 'credits'), 'by');
  const [first] = writers;
  if (!first || textAt(document, 'type') === 'image') return {};
  const role = textAt(first, 'role');
  if (own) return { byline: textAt(first, 'byline'), bylineTitle: role };
  const printed = names(recordAt(document, 'vanity_credits'), 'by');
  const byline = writers.map(each => singleLine(textAt(each, 'byline') || nameOf(each))).filter(Boolean);
  return {
    byline: printed || byline.join(', '),
    bylineTitle: writers.length === 1 ? role : '',
    author: names(recordAt(document, 'credits'), 'by'),
  };
}

/** An embargo that is not active is over or was lifted: one whose end is known stays on record. */
function readEmbargo(document: JsonRecord, report: Report): Embargo | null {
  const restrictions = recordAt(document, 'content_restrictions');
  const embargo = recordAt(restrictions, 'embargo');
  if (Object.keys(embargo).length === 0) return null;
  const end = textAt(embargo, 'end_time');
  const until = readMoment(end);
  if (embargo.active === false && until === null) return null;
  if (until === null && end !== '')
    report.repaired(
      `The embargo “${end.slice(0, 40)}” is no date: the story is held until released by hand.`,
      'embargo',
    );
  return { until };
}

function readTaxonomy(taxonomy: JsonRecord): WireStory['fields'] {
  const entities = recordsAt(taxonomy, 'named_entities');
  const ofType = (type: RegExp): readonly string[] =>
    entities.filter(each => type.test(textAt(each, 'type'))).map(each => textAt(each, 'name'));
  const [section] = [recordAt(taxonomy, 'primary_section'), ...recordsAt(taxonomy, 'sections')];
  const keywords = recordsAt(taxonomy, 'keywords').map(each => textAt(each, 'keyword'));
  const seo = (Array.isArray(taxonomy.seo_keywords) ? taxonomy.seo_keywords : []).map(String);
  return {
    keywords: [...keywords, ...seo],
    subjects: [
      ...recordsAt(taxonomy, 'tags').map(tagSubject),
      ...recordsAt(taxonomy, 'topics').map(each => ({
        scheme: '',
        code: textAt(each, 'uid') || textAt(each, '_id'),
        name: textAt(each, 'name'),
      })),
    ].filter(({ code, name }) => code !== '' || name !== ''),
    category: section ? textAt(section, 'name') || textAt(section, '_id') : '',
    places: ofType(/^(?:locations?|places?|geo|city|country)$/i),
    people: ofType(/^(?:persons?|people)$/i),
    organisations: ofType(/^(?:organi[sz]ations?|company|org)$/i),
  };
}

function tagSubject(tag: JsonRecord): Subject {
  const own = recordAt(tag, 'additional_properties');
  if (['scheme', 'code', 'name'].some(name => name in own))
    return { scheme: textAt(own, 'scheme'), code: textAt(own, 'code'), name: textAt(own, 'name') };
  return { scheme: '', code: textAt(tag, 'slug'), name: textAt(tag, 'text') };
}

/** What another house's file says that no field here is for. */
function tellRest(document: JsonRecord, report: Report): void {
  for (const [name, text] of Object.entries(recordAt(document, 'headlines')))
    if (
      name !== 'basic' &&
      typeof text === 'string' &&
      text !== textAt(recordAt(document, 'headlines'), 'basic')
    )
      report.leftOut(htmlText(text), `headline “${name}”`);
  report.leftOut(textAt(recordAt(document, 'planning'), 'budget_line'), 'budget line');
}
