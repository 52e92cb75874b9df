import { type Problem, problem } from '../../contract/failure.ts';
import { type Check, type Passage, passages } from './check.ts';

const brackets: Readonly<Record<string, string>> = { '(': ')', '[': ']', '“': '”' };
const pairs: Readonly<Record<string, string>> = { ...brackets, '«': '»' };
const closers = new Set(Object.values(pairs));
/** Languages that set guillemets pointing inwards as well as outwards: which one opens cannot be told. */
const guillemetsEitherWay = /^(de|da|cs|sk|sl|hr|sr|bs|hu)(-|$)/i;

/** Brackets and curly quotes that do not pair within a passage; double and stray spaces. */
export const punctuation: Check = story => {
  const french = story.fields.language.toLowerCase().startsWith('fr');
  const all = passages(story);
  return all.flatMap((passage, index) => [
    ...unbalanced(passage, all[index + 1], story.fields.language),
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

function unbalanced(passage: Passage, following: Passage | undefined, language: string): readonly Problem[] {
  const open: string[] = [];
  const opens = guillemetsEitherWay.test(language) ? brackets : pairs;
  // „German“ and „Polish” close a low mark with either high one: such a pair cannot be crossed by another.
  const text = passage.text.replace(/„[^„“”]*[“”]/g, quotation => quotation.slice(1, -1));
  for (const character of text) {
    const closer = opens[character];
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
