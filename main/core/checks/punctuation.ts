import { type Problem, problem } from '../../contract/failure.ts';
import { type Check, type Passage, passages } from './check.ts';

const pairs: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”', '«': '»' };
const closers = new Set(Object.values(pairs));

/** Brackets and curly quotes that do not pair within a passage; double and stray spaces. */
export const punctuation: Check = story => {
  const french = story.fields.language.toLowerCase().startsWith('fr');
  const all = passages(story);
  return all.flatMap((passage, index) => [
    ...unbalanced(passage, all[index + 1]),
    ...(/\S {2,}\S/.test(passage.text)
      ? [tell(passage, 'info', 'double-space', 'has two spaces in a row')]
      : []),
    ...(!french && /[\p{L}\p{N}] [,;:.!?](?:\s|$)/u.test(passage.text)
      ? [tell(passage, 'info', 'space-before-mark', 'has a space before a punctuation mark')]
      : []),
  ]);
};

function tell(
  { place, field, picture }: Passage,
  severity: Problem['severity'],
  code: string,
  what: string,
): Problem {
  const subject = place.charAt(0).toUpperCase() + place.slice(1);
  return problem(severity, code, `${subject} ${what}.`, { field, picture });
}

function unbalanced(passage: Passage, following: Passage | undefined): readonly Problem[] {
  const open: string[] = [];
  for (const character of passage.text) {
    const closer = pairs[character];
    if (closer) open.push(closer);
    else if (closers.has(character) && open.at(-1) === character) open.pop();
    else if (closers.has(character) && open.length > 0)
      return [tell(passage, 'warning', 'unbalanced', `closes "${character}" before it is opened`)];
  }
  const left = open.at(-1);
  if (left === undefined) return [];
  // A quotation over several paragraphs opens each of them and closes the last (the printers' rule).
  if (left === '”' && following?.text.trimStart().startsWith('“')) return [];
  return [
    tell(
      passage,
      'warning',
      'unbalanced',
      `opens a bracket or quotation mark and does not close it with "${left}"`,
    ),
  ];
}
