import type { Story } from '../../../contract/story.ts';
import { embargoWords, publishingStatus, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';
import type { HeadPart } from './tail.ts';

/** A line of the head block, and what it is. */
export interface HeadLine {
  readonly part: HeadPart;
  readonly text: string;
}

/** The word for a correction, by language: these formats have no field for it (wire-formats 6). */
const corrections: Readonly<Record<string, string>> = {
  de: 'KORREKTUR',
  es: 'CORRECCION',
  it: 'CORREZIONE',
  nl: 'CORRECTIE',
  pt: 'CORRECAO',
};

/** What to do with the story, in words: kill, hold, advisory, correction, update; empty where it is only news. */
export function actionWords(story: Pick<Story, 'state' | 'fields'>): string {
  const { editorialAction, language, takeKey } = story.fields;
  if (publishingStatus(story) !== 'usable') return statusWords(story);
  // A take key such as 1st Ld says it already.
  if (editorialAction === 'update') return takeKey === '' ? 'UPDATE' : '';
  if (editorialAction !== 'correction') return statusWords(story);
  return corrections[language.slice(0, 2).toLowerCase()] ?? 'CORRECTION';
}

/** The lines above the copy: what to do first, then headline, subhead and byline. */
export function headLines(story: Story): HeadLine[] {
  const { fields } = story;
  const byline = singleLine(fields.byline);
  const isBy = /^by\b/iu.test(byline);
  const lines: readonly HeadLine[] = [
    { part: 'action', text: actionWords(story) },
    { part: 'embargo', text: embargoWords(fields.embargo) },
    { part: 'takeKey', text: singleLine(fields.takeKey) },
    { part: 'headline', text: singleLine(fields.headline) },
    { part: 'subhead', text: singleLine(fields.subhead) },
    { part: isBy ? 'byline' : 'by', text: byline === '' || isBy ? byline : `By ${byline}` },
  ];
  return lines.filter(({ text }) => text !== '');
}
