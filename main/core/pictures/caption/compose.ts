import { inlineText } from '../../../contract/body.ts';
import { type Problem, problem } from '../../../contract/failure.ts';
import type { CaptionStyle, Picture } from '../../../contract/picture.ts';
import type { Restriction } from '../../../contract/rights.ts';
import { composeRules } from './compose-rules.ts';
import { ended, unsaidSetting, withPeople, withSetting } from './compose-sentence.ts';
import { composeSignOff, demandedCredits } from './compose-sign-off.ts';
import { readCredit } from './credit.ts';
import { normalise, tidy } from './normalise.ts';
import { parseCaption } from './parse.ts';

/** A caption as it is printed, its sign-off, and what is wrong with it. */
export interface ComposedCaption {
  readonly text: string;
  /** The sign-off as it stands in the text; empty where nobody is named. */
  readonly signOff: string;
  readonly problems: readonly Problem[];
}

/** What marks a file picture in each style. */
const fileMarks: Readonly<Record<CaptionStyle, string>> = {
  ap: 'FILE - ',
  afp: '(FILES) ',
  reuters: 'FILE PHOTO: ',
  getty: '',
  dpa: 'ARCHIV - ',
  plain: '',
};

/**
 * The opposite of `parseCaption`: a picture's fields as a printed caption in an agency's style (wire-formats 14.1).
 * Place, day and people are added where the style has them and the caption does not say them; the sign-off stands in
 * the style's grammar with the mandatory credit exactly as demanded; the rules stand in the agency's own words.
 * What is composed is read back, and a difference is a problem.
 */
export function composeCaption(picture: Picture, style: CaptionStyle): ComposedCaption {
  const words = tidy(inlineText(picture.caption)) || tidy(picture.description);
  const setting = unsaidSetting(words, picture);
  const sentence = withSetting(withPeople(words, picture.people, style), setting, style);
  const signOff = composeSignOff(picture, style);
  const rules = composeRules(picture.restrictions, picture.notices, style);
  const filed = readCredit(picture.creditLine).flags.includes('File') || picture.category === 'archive';
  const lead = filed && !/^\(?(?:FILES?|ARCHIV)\b/.test(words) ? fileMarks[style] : '';
  const caption = `${lead}${style === 'plain' ? sentence : ended(sentence)}`.trim();
  // Getty Images has the rules before the sign-off (pattern 10), everybody else behind it.
  const parts = style === 'getty' && signOff !== '' ? [caption, rules.trim(), signOff] : [caption, signOff];
  const text = parts.filter(part => part !== '').join(' ') + (parts.length === 3 ? '' : rules);
  return { text: text.trim(), signOff, problems: problemsOf(picture, style, text.trim(), signOff, words) };
}

function problemsOf(
  picture: Picture,
  style: CaptionStyle,
  text: string,
  signOff: string,
  words: string,
): readonly Problem[] {
  const found: Problem[] = [];
  const tell = (severity: Problem['severity'], code: string, message: string, field: string): void => {
    found.push(problem(severity, code, message, { field, picture: picture.id }));
  };
  if (words === '') tell('warning', 'caption-missing', 'The picture has no caption.', 'caption');
  if (signOff === '')
    tell('warning', 'credit-missing', 'The picture names nobody to be credited.', 'creditLine');
  for (const credit of demandedCredits(picture).filter(each => !signOff.includes(each)))
    tell(
      'warning',
      'mandatory-credit',
      `The sign-off does not print "${credit}", which another restriction demands.`,
      'creditLine',
    );
  if (style !== 'plain' && picture.dateCreated === '' && parseCaption(words).dateTaken === '')
    tell('info', 'date-missing', 'Nothing says when the picture was taken.', 'dateCreated');
  const { created, shown } = picture.location;
  if (style !== 'plain' && created === null && shown.length === 0)
    tell('info', 'place-missing', 'No field says where the picture was taken.', 'location');
  const lost = lostRules(picture.restrictions, parseCaption(text).restrictions);
  if (lost.length > 0)
    tell(
      'warning',
      'caption-reads-back',
      `The printed caption does not say in a way that is read back: ${lost.join(', ')}.`,
      'restrictions',
    );
  const date = picture.dateCreated.slice(0, 10);
  const said = parseCaption(normalise(words)).dateTaken;
  if (said !== '' && date !== '' && !date.startsWith(said) && !said.startsWith(date))
    tell(
      'warning',
      'date-differs',
      `The caption says ${said}, the picture was taken on ${date}.`,
      'dateCreated',
    );
  return found;
}

/** The rules that the printed words do not say: by kind, and for territories and media by each of them. */
function lostRules(wanted: readonly Restriction[], read: readonly Restriction[]): readonly string[] {
  const said = new Set(read.flatMap(atoms));
  return [...new Set(wanted.flatMap(atoms))].filter(atom => !said.has(atom));
}

function atoms({ kind, territories, media }: Restriction): readonly string[] {
  const names = [...territories, ...media];
  return names.length === 0 ? [kind] : names.map(name => `${kind} ${name}`);
}
