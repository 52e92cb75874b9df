import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import { creditText, restrictionText } from '../picture-words.ts';
import { pictureRecords, recordMark, type StoryRecord, storyRecord } from '../record.ts';
import { carriesContent } from '../status.ts';
import { singleLine } from '../text.ts';
import { copyGroups, plainText } from './copy.ts';
import { type Group, type Line, marks } from './groups.ts';
import type { HeadLine } from './head.ts';
import { labelledLines, labelledText, pictureLabel, storyLabel } from './labels.ts';

/** The fields that stand above the copy or behind it and nowhere else. */
const placed: ReadonlySet<string> = new Set([recordMark, 'headline', 'subhead', 'byline', 'signOff']);

/** The line that says that the file is this program's, and what stands around the copy, in that order. */
const recordLine = /^Record: wiredesk 1 \(([^)]*)\)$/mu;

/** What the record line of a text names, or null where it has none: then someone else wrote it. */
export function recordParts(text: string): readonly string[] | null {
  return recordLine.exec(text)?.[1]?.split(', ') ?? null;
}

/** Copy, notebook, list of pictures and sign-off: everything of a message behind its head. */
export interface MessageBody {
  readonly groups: readonly Group[];
  /** How many words the copy has. */
  readonly words: number;
}

/**
 * What follows the head. The notebook has every field that has no line of its own in these formats, and the list of
 * pictures their captions, credits and restrictions, since pictures travel apart (wire-formats 6). `own.ts` is the
 * inverse.
 * @param head the lines above the copy
 * @param dash what stands behind a dateline
 */
export function messageBody(
  story: Story,
  context: WriteContext,
  {
    head,
    convert,
    dash,
  }: {
    readonly head: readonly HeadLine[];
    readonly convert: (text: string) => string;
    readonly dash: string;
  },
): MessageBody {
  const isCarried = carriesContent(story);
  const copy = isCarried ? copyGroups(story, dash) : [];
  const signOff = isCarried ? singleLine(convert(story.fields.signOff)) : '';
  const parts = [...head.map(({ part }) => part), ...(signOff === '' ? [] : ['signOff'])];
  const record = Object.fromEntries(Object.entries(storyRecord(story)).filter(([name]) => !placed.has(name)));
  const pictures = pictureRecords(story, context).map((each, index) => pictureGroup(story, each, index));
  const notebook = [
    ...labelledLines(inOrder(record), storyLabel),
    { text: `Record: wiredesk 1 (${parts.join(', ')})` },
  ];
  return {
    groups: [
      ...copy,
      marks('# Notebook'),
      { kind: 'marks', lines: notebook },
      ...(pictures.length === 0 ? [] : [marks('# Pictures'), ...pictures]),
      ...(signOff === '' ? [] : [marks(signOff)]),
    ],
    words: copy
      .flatMap(group => group.lines)
      .flatMap(line => line.text.split(/\s+/u))
      .filter(word => /[\p{L}\p{N}]/u.test(word)).length,
  };
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
