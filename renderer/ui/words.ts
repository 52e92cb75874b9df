import { WiredeskError } from '../../main/contract/failure.ts';
import type { Embargo, StoryState } from '../../main/contract/story.ts';

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

/** A moment as the desk reads it, in this machine's way and zone: the time today, else day and time. */
export function moment(time: string): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return time;
  return date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString(undefined, { timeStyle: 'short' })
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}

/** Until when an embargo holds: a moment, or until somebody releases it. */
export function embargoEnd({ until }: Embargo): string {
  return until === null ? 'released' : moment(until);
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
