import { noticeWords, restrictionSentence } from '../../rights/words.ts';
import type { Decision, Part } from './parts.ts';

export const kindWords: Readonly<Record<Part['kind'], string>> = {
  credit: 'Credit',
  dateCreated: 'Taken',
  dateReleased: 'Released',
  person: 'Person',
  restriction: 'Rule',
  notice: 'Notice',
  tag: 'Tag',
  unread: 'Not understood',
};

export const decisionShapes: Readonly<Record<Decision, string>> = {
  open: '○',
  accepted: '✓',
  rejected: '✕',
};

/** What was decided, in a word; what still needs a person's eye says so. */
export function decisionWords({ decision, ...part }: Part): string {
  if (decision === 'open' && part.kind === 'restriction' && part.value.needsReview) return 'Needs a look';
  return { open: 'Not looked at', accepted: 'Accepted', rejected: 'Rejected' }[decision];
}

/** The structured twin as a desk says it. */
export function sentence(part: Part): string {
  switch (part.kind) {
    case 'credit':
      return [part.value.creditLine, part.value.creator]
        .filter((each, index, all) => each !== '' && !(index === 1 && all[0]?.includes(each)))
        .join(', by ');
    case 'person':
      return part.value.position === '' ? part.value.name : `${part.value.name} (${part.value.position})`;
    case 'restriction':
      return restrictionSentence(part.value);
    case 'notice':
      return noticeWords[part.value.kind];
    case 'unread':
      return 'Stays in the agency’s text';
    case 'dateCreated':
    case 'dateReleased':
    case 'tag':
      return part.value;
  }
}

/** A tag is what it says, and of words that nobody understood there is nothing to correct. */
export function isCorrectable({ kind }: Part): boolean {
  return kind !== 'tag' && kind !== 'unread';
}
