import { plainInlines } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { fieldNames } from '../../../contract/story.ts';
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
  readonly pictures: readonly Picture[];
  readonly media: readonly MediaReference[];
}

const storyShape: RecordShape = {
  names: ['guid', 'version', 'status', ...fieldNames],
  kinds: {
    keywords: 'list',
    places: 'list',
    people: 'list',
    organisations: 'list',
    dateline: 'record',
    subjects: 'records',
  },
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
  kinds: {
    locationCreated: 'record',
    licensor: 'record',
    locationsShown: 'records',
    people: 'records',
    notices: 'records',
    restrictions: 'records',
  },
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
  for (const { label, text } of unknown)
    if (label !== 'Record') report.leftOut(`${label}: ${text}`, 'there is no such field');
  const media: MediaReference[] = [];
  return {
    said: readStoryRecord({ wiredesk: 1, ...record }, [], report),
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
