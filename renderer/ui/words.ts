import { WiredeskError } from '../../main/contract/failure.ts';
import type { NoticeKind, RestrictionKind } from '../../main/contract/rights.ts';
import type { StoryState } from '../../main/contract/story.ts';

/** The state of a story by shape and word; colour only repeats it. */
export const stateFace: Readonly<Record<StoryState, { readonly shape: string; readonly word: string }>> = {
  draft: { shape: '○', word: 'Draft' },
  edit: { shape: '◐', word: 'Edit' },
  ready: { shape: '●', word: 'Ready' },
  filed: { shape: '▲', word: 'Filed' },
  withheld: { shape: '■', word: 'Withheld' },
  killed: { shape: '✕', word: 'Killed' },
  spiked: { shape: '▽', word: 'Spiked' },
};

export const restrictionWords: Readonly<Record<RestrictionKind, string>> = {
  'editorial-only': 'Editorial use only',
  'mandatory-credit': 'Mandatory credit',
  'no-marketing': 'No marketing',
  'no-advertising': 'No advertising',
  'no-sales': 'No sales',
  'no-archive': 'No archive',
  'no-third-party': 'No third parties',
  'exclude-territory': 'Not in',
  'include-territory': 'Only in',
  'exclude-media': 'Not in the media',
  'time-limit': 'Time limit',
  'no-internet': 'Not on the internet',
  other: 'Other restriction',
};

export const noticeWords: Readonly<Record<NoticeKind, string>> = {
  'third-party-supplied': 'Supplied by a third party',
  unverified: 'Not verified',
  'as-received': 'As received',
  'service-to-clients': 'Service to clients',
  quality: 'Quality',
  other: 'Notice',
};

/** A moment as the desk reads it: the time today, else day and time. */
export function moment(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  const day = date.toDateString() === new Date().toDateString() ? '' : `${date.toLocaleDateString()} `;
  return day + clock(date);
}

/** 14:02:11, whatever the machine's habits. */
export function clock(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()]
    .map(part => String(part).padStart(2, '0'))
    .join(':');
}

/** What to tell someone of a failure. */
export function failureWords(error: unknown): string {
  if (error instanceof WiredeskError && error.code === 'internal')
    return `Something went wrong: ${error.message}`;
  return error instanceof Error ? error.message : String(error);
}
