import type { Story } from '../../../contract/story.ts';
import { embargoWords, publishingStatus, statusWords } from '../status.ts';
import { singleLine } from '../text.ts';

/** What a line of the head block is: `by` is a byline whose "By" this program put there. */
export const headParts = ['action', 'embargo', 'takeKey', 'headline', 'subhead', 'by', 'byline'] as const;
export type HeadPart = (typeof headParts)[number];

/** A line of the head block, and what it is. */
export interface HeadLine {
  readonly part: HeadPart;
  readonly text: string;
}

/** The words for a correction and an update, by language: these formats have no field for them (wire-formats 6). */
const actWords = {
  correction: {
    other: 'CORRECTION',
    de: 'KORREKTUR',
    es: 'CORRECCION',
    it: 'CORREZIONE',
    nl: 'CORRECTIE',
    pt: 'CORRECAO',
  },
  update: {
    other: 'UPDATE',
    de: 'AKTUALISIERUNG',
    es: 'ACTUALIZACION',
    fr: 'MISE A JOUR',
    it: 'AGGIORNAMENTO',
    pt: 'ATUALIZACAO',
  },
} satisfies Readonly<Record<string, Readonly<Record<string, string>> & { readonly other: string }>>;

/** What to do with the story, in words; empty where it is only news. */
function actionWords(story: Pick<Story, 'state' | 'fields'>): string {
  const { editorialAction, language } = story.fields;
  if (publishingStatus(story) !== 'usable') return statusWords(story);
  if (editorialAction !== 'correction' && editorialAction !== 'update') return statusWords(story);
  const words: Readonly<Record<string, string>> & { readonly other: string } = actWords[editorialAction];
  return words[language.slice(0, 2).toLowerCase()] ?? words.other;
}

/** The lines above the copy, as the format can say them: what to do first, then headline, subhead and byline. */
export function headLines(story: Story, convert: (text: string) => string): HeadLine[] {
  const { fields } = story;
  const byline = singleLine(fields.byline);
  const isBy = byline === '' || /^by\b/iu.test(byline);
  const lines: readonly HeadLine[] = [
    { part: 'action', text: actionWords(story) },
    { part: 'embargo', text: embargoWords(fields.embargo) },
    { part: 'takeKey', text: fields.takeKey },
    { part: 'headline', text: fields.headline },
    { part: 'subhead', text: fields.subhead },
    { part: isBy ? 'byline' : 'by', text: isBy ? byline : `By ${byline}` },
  ];
  return lines
    .map(({ part, text }) => ({ part, text: singleLine(convert(text)) }))
    .filter(({ text }) => text !== '');
}
