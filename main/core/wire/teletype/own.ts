import { emptyFields, type SomeFields } from '../../../contract/story.ts';
import { toAscii } from '../ascii.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import type { Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { datelineText } from '../story-words.ts';
import { singleLine } from '../text.ts';
import type { Group } from './groups.ts';
import { type HeadPart, headParts } from './head.ts';
import { readCopyGroups } from './read-copy.ts';
import { readTailGroups } from './read-tail.ts';
import { recordParts } from './tail.ts';

/**
 * The story of a message that this program wrote, or null where the line that tells its parts is gone.
 * @param head the lines above the copy that `head.ts` made
 * @param groups everything behind them
 */
export function readOwnMessage(
  head: readonly string[],
  groups: readonly Group[],
  context: ReadContext,
  report: Report,
): ReadStory | null {
  const notebook = groups.findIndex(group => group.kind === 'marks' && group.lines[0]?.text === '# Notebook');
  const tail = notebook < 0 ? [] : groups.slice(notebook);
  const parts = recordParts(tail.flatMap(group => group.lines.map(line => line.text)).join('\n'));
  if (parts === null) return null;
  const [closing] = parts.includes('signOff') ? tail.splice(-1) : [];
  const { said, pictures, media } = readTailGroups(tail, context.ids, report);
  const copy = withoutDateline(groups.slice(0, notebook), said.fields);
  return readStory(
    {
      ...said,
      fields: {
        ...said.fields,
        ...headFields(head, parts, report),
        ...(closing ? { signOff: closing.lines.map(line => line.text).join(' ') } : {}),
      },
      blocks: readCopyGroups(copy, { ids: context.ids, pictures: pictures.map(picture => picture.id) }),
      pictures,
      media,
    },
    report,
  );
}

/** The fields of the lines above the copy; act, embargo and take stand in the notebook too. */
function headFields(lines: readonly string[], parts: readonly string[], report: Report): SomeFields {
  const said = new Map<HeadPart, string>();
  for (const [index, text] of lines.entries()) {
    const part = headParts.find(name => name === parts[index]);
    if (part) said.set(part, text);
    else report.leftOut(text, 'a line above the copy that is none of the story’s');
  }
  return {
    headline: said.get('headline') ?? '',
    subhead: said.get('subhead') ?? '',
    byline: said.get('byline') ?? said.get('by')?.replace(/^By /u, '') ?? '',
  };
}

/** The copy without the dateline that the notebook holds in parts, in whatever letters it was written. */
function withoutDateline(groups: readonly Group[], said: SomeFields): readonly Group[] {
  const [first, ...rest] = groups;
  const [line, ...more] = first?.lines ?? [];
  if (first?.kind !== 'copy' || !line || !said.dateline) return groups;
  const words = toAscii(singleLine(datelineText(said.dateline, said.language || emptyFields.language)));
  const dash = [...line.text.matchAll(/ [-—_](?= |$)/gu)].find(
    ({ index }) => toAscii(line.text.slice(0, index)) === words,
  );
  if (!dash) return groups;
  const text = line.text.slice(dash.index + 2).trim();
  const lines = text === '' ? more : [{ text }, ...more];
  return lines.length === 0 ? rest : [{ kind: 'copy', lines }, ...rest];
}
