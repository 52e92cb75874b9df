import type { Block } from '../../../contract/body.ts';
import { inlineText } from '../../../contract/body.ts';
import type { Dateline } from '../../../contract/story.ts';
import { dropStart } from '../../markup/inline-edit.ts';
import { singleLine } from '../text.ts';
import { readDay } from './moments.ts';

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

/**
 * A dateline as agencies send it in a field of its own: `Berlin (dpa) - `, `PORT SELWYN, Westmark (AP)`, or only a
 * time stamp, as Reuters has it (wire-formats 11). Words that are no date stay words of the place.
 */
export function readDatelineText(text: string): Partial<Dateline> {
  const line = singleLine(text).replace(/\s*[-–—:]+\s*$/u, '');
  const stamp = /^\d{4}-\d\d-\d\d/.test(line) ? readDay(line) : '';
  if (stamp !== '') return { date: stamp };
  const source = /[(（]([^()（）]{1,60})[)）]\s*$/u.exec(line);
  const head = (source ? line.slice(0, source.index) : line).replace(/[\s,]+$/u, '');
  const [place = '', ...rest] = head.split(/\s*,\s*/u);
  const dated = rest.filter(part => !/\d/.test(part) && !weekday.test(part));
  return { place, country: dated.join(', '), source: source?.[1]?.trim() ?? '' };
}

/** The blocks without a dateline that opens the copy and stands in a field of its own: else every export doubles it. */
export function withoutDateline(blocks: readonly Block[], dateline: string): readonly Block[] {
  const [first, ...rest] = blocks;
  const words = singleLine(dateline);
  if (first?.type !== 'paragraph' || words.length < 4) return blocks;
  const copy = inlineText(first.inlines);
  const bare = words.replace(/\s*[-–—]+\s*$/u, '');
  const start = singleLine(copy).startsWith(bare) ? copy.search(/\S/u) : -1;
  if (start < 0 || copy.slice(start, start + bare.length) !== bare) return blocks;
  const dash = /^\s*[-–—]+\s*/u.exec(copy.slice(start + bare.length));
  if (!dash) return blocks;
  const inlines = dropStart(first.inlines, start + bare.length + dash[0].length);
  return inlines.length === 0 ? blocks : [{ ...first, inlines }, ...rest];
}
