import type { StoryFields } from '../../../contract/story.ts';
import { emptyFields } from '../../../contract/story.ts';
import { toAscii } from '../ascii.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import type { Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { datelineText } from '../story-words.ts';
import { singleLine } from '../text.ts';
import type { Group } from './groups.ts';
import { readCopyGroups } from './read-copy.ts';
import { readTailGroups } from './read-tail.ts';
import { ownRecord } from './tail.ts';

export interface OwnMessage {
  /** The lines of the head block. */
  readonly head: readonly string[];
  /** Everything after it. */
  readonly groups: readonly Group[];
  /** The slugline, as the format has it, once the fields of the notebook are known. */
  readonly slugline: (fields: Partial<StoryFields>) => string;
}

/** The story of a message that this program wrote, or null where the notebook that tells its parts is gone. */
export function readOwnMessage(own: OwnMessage, context: ReadContext, report: Report): ReadStory | null {
  const notebook = own.groups.findIndex(
    group => group.kind === 'marks' && group.lines[0]?.text === '# Notebook',
  );
  if (notebook < 0) return null;
  const tail = own.groups.slice(notebook);
  const record = tail.flatMap(group => group.lines).find(line => ownRecord.test(line.text));
  const parts = (/\(([^)]*)\)/u.exec(record?.text ?? '')?.[1] ?? '').split(', ').filter(name => name !== '');
  if (!record) return null;
  const closes = parts.includes('signOff') && tail.length > 1;
  const read = readTailGroups(closes ? tail.slice(0, -1) : tail, context.ids, report);
  const { fields } = read.said;
  const head = headFields(own.head, parts, report);
  return readStory(
    {
      ...read.said,
      fields: {
        ...fields,
        ...head,
        ...(parts.includes('slugline') ? { slugline: own.slugline(fields) } : {}),
        ...(closes ? { signOff: (tail.at(-1)?.lines ?? []).map(line => line.text).join(' ') } : {}),
      },
      blocks: readCopyGroups(withoutDateline(own.groups.slice(0, notebook), fields), {
        ids: context.ids,
        pictures: read.pictures.map(picture => picture.id),
      }),
      pictures: read.pictures,
      media: read.media,
    },
    report,
  );
}

function headFields(
  lines: readonly string[],
  parts: readonly string[],
  report: Report,
): Partial<Pick<StoryFields, 'takeKey' | 'headline' | 'subhead' | 'byline'>> {
  const fields: Partial<Record<'takeKey' | 'headline' | 'subhead' | 'byline', string>> = {};
  const names = parts.filter(name => name !== 'slugline' && name !== 'signOff');
  for (const [index, text] of lines.entries())
    switch (names[index]) {
      case 'takeKey':
      case 'headline':
      case 'subhead':
      case 'byline':
        fields[names[index]] = text;
        break;
      case 'by':
        fields.byline = text.replace(/^By /u, '');
        break;
      case 'action':
      case 'embargo':
        break;
      default:
        report.leftOut(text, 'a line above the copy that is none of the story’s');
    }
  return fields;
}

/** The copy without the dateline that the notebook holds in parts. */
function withoutDateline(groups: readonly Group[], said: Partial<StoryFields>): readonly Group[] {
  const [first, ...rest] = groups;
  const [line, ...more] = first?.lines ?? [];
  if (first?.kind !== 'copy' || !line || !said.dateline) return groups;
  const words = singleLine(datelineText(said.dateline, said.language || emptyFields.language));
  const opening = [
    words,
    toAscii(words).text,
    toAscii(words, each => each >= '\u00a0' && each <= '\u00ff').text,
  ]
    .map(each => `${singleLine(each)} -`)
    .find(each => line.text.startsWith(each));
  if (words === '' || opening === undefined) return groups;
  const text = line.text.slice(opening.length).trim();
  const lines = text === '' ? more : [{ text }, ...more];
  return lines.length === 0 ? rest : [{ kind: 'copy', lines }, ...rest];
}
