import type { Picture } from '../../../contract/picture.ts';
import type { FieldName, Story, Subject } from '../../../contract/story.ts';
import { wireTime } from '../../clock.ts';
import { storyExtras } from '../extras.ts';
import type { WriteContext } from '../format.ts';
import { words } from '../ninjs/json.ts';
import { carriesContent, embargoWords, publishingStatus, statusWords } from '../status.ts';
import { datelineText } from '../story-words.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { signOffParagraph, xhtmlBody } from '../xhtml-body.ts';
import { type Element, element } from '../xml.ts';
import { extraElements } from './extras.ts';
import { figure, mediaElement } from './media.ts';
import { mediaTopics, noteClass } from './vocabulary.ts';

/** A story on its way into a feed, with where its pictures will lie. */
export interface FeedStory {
  readonly story: Story;
  readonly context: WriteContext;
  readonly address: (picture: Picture) => string | null;
}

/** What a feed has no element for, or none that reads back without doubt. */
const extraFields = [
  'slugline',
  'subhead',
  'byline',
  'bylineTitle',
  'author',
  'dateline',
  'takeKey',
  'editorialAction',
  'priority',
  'urgency',
  'genre',
  'places',
  'people',
  'organisations',
  'source',
  'sourceUri',
  'usageTerms',
  'edNote',
  'correctionNote',
  'embargo',
  'expires',
  'targetLength',
  'desk',
] as const satisfies readonly FieldName[];

/** The elements that RSS items and Atom entries share: the house's own, the pictures, the status of both. */
export function sharedElements({ story, context, address }: FeedStory): readonly (Element | null)[] {
  const content = carriesContent(story);
  return [
    mediaStatus(story),
    ...(content ? story.pictures.map(each => mediaElement(story, each, address(each), context)) : []),
    ...extraElements(storyExtras(story, extraFields)),
  ];
}

/** For receivers that know Media RSS: a kill is deleted, a hold blocked. The words stand in the text as well. */
function mediaStatus(story: Story): Element | null {
  const status = publishingStatus(story);
  if (status === 'usable') return null;
  const state = status === 'canceled' ? 'deleted' : 'blocked';
  return element('media:status', { state, reason: statusWords(story) });
}

/** An item must have a title (wire-formats 9): a story without a headline goes by what it has. */
export function title({ fields, guid }: Story): string {
  return singleLine(fields.headline) || singleLine(fields.slugline) || singleLine(guid);
}

/** When the item was last changed; a later version of the same guid is a correction. */
export function updated({ updated: time }: Story, { now }: WriteContext): string {
  return utcTime(time) ?? wireTime(now);
}

/** What receivers that show a summary alone must read before it: kills, holds and embargoes. */
export function warnings(story: Pick<Story, 'state' | 'fields'>): readonly string[] {
  return [statusWords(story), embargoWords(story.fields.embargo)].filter(text => text !== '');
}

/** The summary, one thought a line: warnings, then the abstract, or in a kill why. */
export function summary(story: Story): string {
  const { abstract, edNote, correctionNote } = story.fields;
  const said = carriesContent(story) ? [abstract] : [abstract, edNote, correctionNote];
  return [...warnings(story), ...said.map(words).filter(text => text !== '')].join('\n');
}

/** The body: notes for whoever publishes in an element of their own, then the copy; a kill has the notes alone. */
export function body({ story, address }: FeedStory): readonly Element[] {
  const { fields } = story;
  const notes = notesAbove(story);
  if (!carriesContent(story)) return notes;
  const copy = xhtmlBody(story, { figure: picture => figure(story, picture, address(picture)) });
  const signOff = signOffParagraph(fields.signOff);
  return [...notes, ...copy, ...(signOff === null ? [] : [signOff])];
}

function notesAbove(story: Story): readonly Element[] {
  const { fields } = story;
  const lines = [
    ...warnings(story),
    fields.edNote,
    fields.correctionNote,
    fields.usageTerms,
    datelineText(fields.dateline, fields.language),
  ]
    .map(words)
    .filter(text => text !== '');
  return lines.length === 0
    ? []
    : [
        element(
          'div',
          { class: noteClass },
          lines.map(line => element('p', {}, line)),
        ),
      ];
}

/** A subject as a category: its scheme's address where it has one, its code, its name for people. */
export function subjectParts({ scheme, code, name }: Subject): {
  readonly domain: string;
  readonly term: string;
  readonly exact: { readonly [name: string]: string };
} | null {
  const [list, key, label] = [singleLine(scheme), singleLine(code), singleLine(name)];
  if (key === '' && label === '') return null;
  const isTopic = list === 'medtop' && /^\d{8}$/.test(key);
  return {
    domain: isTopic ? mediaTopics : list,
    term: key || label,
    exact: { 'wire:scheme': list, 'wire:code': key, 'wire:name': label },
  };
}
