import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import { creditText, restrictionText } from '../picture-words.ts';
import { pictureRecords, type StoryRecord, storyRecord } from '../record.ts';
import { plainText } from './copy.ts';
import type { Group, Line } from './groups.ts';
import { marks } from './groups.ts';
import { labelledLines, labelledText, pictureLabel, storyLabel } from './labels.ts';

/** The fields that stand in the head block or behind the copy. */
export const headFields = ['headline', 'subhead', 'byline', 'signOff'] as const;
/** What the head block may hold, by name: `by` is a byline whose "By" this program put there. */
export type HeadPart =
  | 'takeKey'
  | 'action'
  | 'embargo'
  | 'slugline'
  | 'headline'
  | 'subhead'
  | 'by'
  | 'byline'
  | 'signOff';

/** The line that says that the file is this program's, and what stands in its head block, in that order. */
const recordLabel = 'Record';
export const ownRecord = /^Record: wiredesk 1\b/mu;

/**
 * What follows the copy: the notebook with every field that has no place of its own in these formats, and the list
 * of pictures with captions, credits and restrictions, since pictures travel apart (wire-formats 6). Labels are read
 * back by `read-tail.ts`.
 * @param beside fields that stand elsewhere in the file, besides `headFields`
 */
export function tailGroups(
  story: Story,
  context: WriteContext,
  head: readonly HeadPart[],
  beside: readonly string[],
): Group[] {
  const placed = new Set<string>([...headFields, ...beside, 'wiredesk']);
  const record = Object.fromEntries(Object.entries(storyRecord(story)).filter(([name]) => !placed.has(name)));
  const pictures = pictureRecords(story, context).map((each, index) => pictureGroup(story, each, index));
  return [
    marks('# Notebook'),
    {
      kind: 'marks',
      lines: [
        ...labelledLines(inOrder(record), storyLabel),
        { text: `${recordLabel}: wiredesk 1 (${head.join(', ')})` },
      ],
    },
    ...(pictures.length === 0 ? [] : [marks('# Pictures'), ...pictures]),
  ];
}

/** What a desk must see first: why, how it may be used, then the rest. */
const first = ['edNote', 'correctionNote', 'usageTerms', 'abstract'] as const;

function inOrder(record: StoryRecord): StoryRecord {
  const early = first.flatMap(name => (record[name] === undefined ? [] : [[name, record[name]] as const]));
  return { ...Object.fromEntries(early), ...record };
}

function pictureGroup(story: Story, record: StoryRecord, index: number): Group {
  const picture = story.pictures[index];
  const caption = picture ? plainText(picture.caption) : '';
  const credit = picture && picture.creditLine.trim() === '' ? creditText(picture) : '';
  // A rule without words of its own goes in plain ones: nobody reads codes off the wire (wire-formats 2.9).
  const restrictions = picture?.restrictions.map(restrictionText) ?? [];
  const worded = Array.isArray(record.restrictions)
    ? record.restrictions.map((rule: StoryRecord, at: number) => ({ ...rule, text: restrictions[at] ?? '' }))
    : [];
  const lines: Line[] = [
    ...captioned(`Picture ${index + 1}`, caption),
    ...labelledText('Credit', credit),
    ...labelledLines({ ...record, restrictions: worded }, pictureLabel),
  ];
  return { kind: 'marks', lines };
}

function captioned(label: string, caption: string): Line[] {
  const lines = labelledText(label, caption);
  return lines.length === 0 ? [{ text: `${label}:` }] : lines;
}
