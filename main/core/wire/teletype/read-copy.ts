import {
  type Block,
  type Box,
  type BoxedBlock,
  Href,
  type Inline,
  plainInlines,
  type TableCell,
} from '../../../contract/body.ts';
import type { Group } from './groups.ts';

export interface CopyContext {
  readonly ids: () => string;
  /** The identifiers of the story's pictures, in their order. */
  readonly pictures: readonly string[];
}

/** The blocks of groups that `copy.ts` made. A mark that is none of its own is a paragraph: no words are lost. */
export function readCopyGroups(groups: readonly Group[], context: CopyContext): Block[] {
  const blocks: Block[] = [];
  let box: { title: string; blocks: BoxedBlock[] } | null = null;
  let at = 0;
  const closeBox = (): void => {
    if (box) blocks.push({ id: context.ids(), type: 'box', ...box } satisfies Box);
    box = null;
  };
  for (let group = groups[at]; group !== undefined; group = groups[at]) {
    at += 1;
    const mark = group.kind === 'marks' ? (group.lines[0]?.text ?? '') : '';
    const frame = /^\[(Quote|Pull quote)\]$/u.exec(mark);
    const opens = /^\[Box\](?: (.*))?$/u.exec(mark);
    if (opens) {
      closeBox();
      box = { title: opens[1] ?? '', blocks: [] };
    } else if (mark === '[End of box]' && box) closeBox();
    else {
      let block: BoxedBlock | null;
      if (frame) {
        const end = `[End of ${(frame[1] ?? '').toLowerCase()}]`;
        const from = at;
        const close = groups.findIndex(
          (each, index) => index >= from && each.kind === 'marks' && each.lines[0]?.text === end,
        );
        block = quotation(frame[1] === 'Quote', groups.slice(at, close < 0 ? groups.length : close), context);
        at = close < 0 ? groups.length : close + 1;
      } else block = plainBlock(group, context);
      if (block) (box ?? { blocks }).blocks.push(block);
    }
  }
  closeBox();
  return blocks;
}

function quotation(isQuote: boolean, inside: readonly Group[], { ids }: CopyContext): BoxedBlock | null {
  const attribution = inside.flatMap(group =>
    group.kind === 'marks' ? (/^Said by: (.*)$/u.exec(group.lines[0]?.text ?? '')?.[1] ?? []) : [],
  );
  const paragraphs = inside.filter(group => group.kind === 'copy').map(inlinesOf);
  const saidBy = attribution.join(' ');
  if (paragraphs.length === 0 && saidBy === '') return null;
  return isQuote
    ? { id: ids(), type: 'quote', paragraphs, attribution: saidBy }
    : { id: ids(), type: 'pullQuote', inlines: paragraphs[0] ?? [], attribution: saidBy };
}

/** The lines of a group with a break between them. */
function inlinesOf(group: Group): Inline[] {
  return plainInlines(group.lines.map(line => line.text).join('\n'));
}

const item = /^(?:(-)|(\d{1,4})\.) (?=\S)/u;

function plainBlock(group: Group, context: CopyContext): BoxedBlock | null {
  const { ids } = context;
  const [first] = group.lines;
  const mark = group.kind === 'marks' ? (first?.text ?? '') : '';
  const heading = /^(#{2,4}) (.*)$/u.exec(mark);
  if (heading) {
    const level = heading[1]?.length === 4 ? 4 : heading[1]?.length === 3 ? 3 : 2;
    return { id: ids(), type: 'heading', level, inlines: plainInlines(heading[2] ?? '') };
  }
  if (mark === '___') return { id: ids(), type: 'separator' };
  const number = /^\[Picture (\d{1,6})\]$/u.exec(mark)?.[1];
  if (number !== undefined) {
    const pictureId = context.pictures[Number(number) - 1];
    if (pictureId !== undefined) return { id: ids(), type: 'picture', pictureId };
  }
  const embed = /^\[Embed\] (\S+)(?: (.*))?$/u.exec(mark);
  const url = Href.safeParse(embed?.[1]);
  if (url.success) return { id: ids(), type: 'embed', url: url.data, title: embed?.[2] ?? '' };
  const all = group.lines.map(line => line.text);
  const isMarks = group.kind === 'marks';
  const opening = item.exec(mark);
  if (opening && isMarks && all.every(text => item.test(text)))
    return {
      id: ids(),
      type: 'list',
      ordered: opening[2] !== undefined,
      items: all.map(text => plainInlines(text.replace(item, ''))),
    };
  if (isMarks && all.every(text => text.startsWith('|')))
    return { id: ids(), type: 'table', rows: all.map(cells) };
  const inlines = inlinesOf(group);
  return inlines.length === 0 ? null : { id: ids(), type: 'paragraph', inlines };
}

function cells(row: string): TableCell[] {
  return row
    .slice(1)
    .split('|')
    .map(cell => ({
      header: cell.startsWith('='),
      inlines: plainInlines(cell.replace(/^=/u, '').trim()),
    }));
}
