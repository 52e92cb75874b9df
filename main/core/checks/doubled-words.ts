import { problem } from '../../contract/failure.ts';
import { type Check, passages } from './check.ts';

/** Doubled on purpose often enough that a note is all it deserves. */
const often = new Set([
  'had',
  'that',
  'is',
  'was',
  'very',
  'no',
  'bye',
  'ha',
  'nous',
  'vous',
  'die',
  'der',
  'das',
  'den',
  'sie',
]);

/** The same word twice in a row, across white space only: a comma or a full stop between them makes it two sentences' affair. */
const doubled = /(?<![\p{L}\p{N}'’-])(\p{L}[\p{L}\p{M}'’-]*)\s+\1(?![\p{L}\p{N}'’-])/giu;

export const doubledWords: Check = story =>
  passages(story).flatMap(({ text, field, picture, place }) =>
    [...text.matchAll(doubled)]
      // "Duran Duran", "Baden Baden": two capitals in the middle of copy are a name.
      .filter(([match, word = '']) => !isName(match, word))
      .map(([match, word = '']) =>
        problem(
          often.has(word.toLowerCase()) ? 'info' : 'warning',
          'doubled-word',
          `The word "${word}" stands twice in ${place}: "${match}".`,
          { field, picture },
        ),
      ),
  );

function isName(match: string, word: string): boolean {
  const second = match.slice(-word.length);
  return /^\p{Lu}/u.test(word) && /^\p{Lu}/u.test(second);
}
