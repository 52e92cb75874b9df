import { plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { MediaReference } from '../format.ts';
import { type ReadRecord, type RecordStory, readPictureRecord, readStoryRecord } from '../reading/record.ts';
import type { Report } from '../reading/report.ts';
import { pictureTexts } from '../record.ts';
import type { Group } from './groups.ts';
import {
  type Labelled,
  pictureLabel,
  type RecordShape,
  readLabelled,
  readRecord,
  storyLabel,
} from './labels.ts';

export interface ReadTail {
  readonly said: RecordStory;
  /** The names of what stands in the head block, in its order. */
  readonly head: readonly string[];
  readonly pictures: readonly Picture[];
  readonly media: readonly MediaReference[];
}

const storyShape: RecordShape = {
  names: [
    'guid',
    'version',
    'status',
    'takeKey',
    'slugline',
    'bylineTitle',
    'dateline',
    'abstract',
    'editorialAction',
    'priority',
    'urgency',
    'category',
    'genre',
    'language',
    'keywords',
    'subjects',
    'places',
    'people',
    'organisations',
    'source',
    'sourceUri',
    'copyrightHolder',
    'copyrightNotice',
    'usageTerms',
    'edNote',
    'correctionNote',
    'embargo',
    'expires',
    'desk',
    'author',
  ],
  lists: ['keywords', 'places', 'people', 'organisations'],
  records: ['dateline'],
  recordLists: ['subjects'],
};

const pictureShape: RecordShape = {
  names: [
    'file',
    'fileName',
    ...pictureTexts,
    'locationCreated',
    'locationsShown',
    'people',
    'licensor',
    'notices',
    'restrictions',
  ],
  lists: [],
  records: ['locationCreated', 'licensor'],
  recordLists: ['locationsShown', 'people', 'notices', 'restrictions'],
};

/** The inverse of `tail.ts`. A line that has no label known is told. */
export function readTailGroups(groups: readonly Group[], ids: () => string, report: Report): ReadTail {
  const notebook: Labelled[] = [];
  const pictures: { caption: string; lines: Labelled[] }[] = [];
  for (const line of groups.flatMap(group => group.lines)) {
    const said = readLabelled(line);
    const numbered = /^Picture \d{1,6}:(?: (.*))?$/u.exec(line.text);
    if (numbered) pictures.push({ caption: [numbered[1] ?? '', ...(line.more ?? [])].join('\n'), lines: [] });
    else if (said) (pictures.at(-1)?.lines ?? notebook).push(said);
    else if (!/^# (?:Notebook|Pictures)$/u.test(line.text))
      report.leftOut(line.text, 'a line without a label');
  }
  const { record, unknown } = readRecord(notebook, storyShape, storyLabel);
  const marked = unknown.find(({ label }) => label === 'Record');
  for (const each of unknown)
    if (each !== marked) report.leftOut(`${each.label}: ${each.text}`, 'there is no such field');
  const head = /\(([^)]*)\)/u.exec(marked?.text ?? '')?.[1] ?? '';
  const media: MediaReference[] = [];
  return {
    said: readStoryRecord({ wiredesk: 1, ...record }, [], report),
    head: head.split(', ').filter(name => name !== ''),
    pictures: pictures.map(each => picture(each, ids, report, media)),
    media,
  };
}

function picture(
  { caption, lines }: { readonly caption: string; readonly lines: readonly Labelled[] },
  ids: () => string,
  report: Report,
  media: MediaReference[],
): Picture {
  const { record, unknown } = readRecord(lines, pictureShape, pictureLabel);
  // The credit that the writer made of creator and source is theirs.
  for (const { label, text } of unknown)
    if (label !== 'Credit') report.leftOut(`${label}: ${text}`, 'there is no such property of a picture');
  const whole: ReadRecord = { restrictions: [], ...record };
  const read = readPictureRecord(whole, { id: ids(), caption: plainInlines(caption) });
  if (typeof record.file === 'string' && record.file !== '')
    media.push({ picture: read.id, href: record.file });
  return read;
}
