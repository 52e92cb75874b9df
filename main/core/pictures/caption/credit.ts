import { isDemonym, territoriesNamed } from '../../rights/territories.ts';
import { isAgency, isOrganisation } from './agencies.ts';
import { normalise, tidy } from './normalise.ts';

/** A photo credit taken apart (14.2, 4). */
export interface Credit {
  readonly creditLine: string;
  /** The photographer, where a person is named; as written, EPA's capitals included. */
  readonly creator: string;
  readonly names: readonly string[];
  readonly affiliations: readonly string[];
  readonly via: string;
  readonly flags: readonly string[];
}

const opening =
  /^(?:(?:mandatory\s+)?credit(?:\s+line)?\s*:\s*)?(?:(?:file\s+)?(?:photos?|photograph(?:ed)?|pictures?|images?|foto|bild|fotografía)(?:\s+(?:by|par|por|credit\s*:?|courtesy(?:\s+of)?)|\s*:)\s*(?:by\s+)?|bildnachweis\s*:\s*|cr[ée]dit(?:\s+photo)?\s*:\s*)/iu;

/** Marks of a credit that name neither person nor source. */
const flagNames: readonly (readonly [pattern: RegExp, flag: string])[] = [
  [/^(?:file(?: photo| picture| image)?|archive photo|archiv)$/i, 'File'],
  [/^(?:pool(?: photo)?|pool photo)$/i, 'Pool'],
  [/^(?:handout(?: photo)?|hand out)$/i, 'Handout'],
  [/^ho$/i, 'HO'],
  [/^(?:str|stringer)$/i, 'Stringer'],
  [/^contributor$/i, 'Contributor'],
];

/**
 * Takes a sign-off apart: who took the picture, for whom, through whom.
 * @param raw the sign-off as written, brackets and all
 */
export function readCredit(raw: string): Credit {
  const creditLine = tidy(
    unbracketed(tidy(raw))
      .replace(opening, '')
      .replace(/\s*\(\d{5,}\p{L}{0,3}\)$/u, ''),
  );
  // As written, but for the marks nobody sees: an apostrophe stays the source's own.
  const words = tidy(creditLine.replace(/\p{Cf}/gu, ' ')).replace(/[\s.,]+$/, '');
  const at = lastVia(words);
  const left = at ? words.slice(0, at.start) : words;
  const [through = '', ...behind] = at ? elements(words.slice(at.end)) : [];
  const flags: string[] = [];
  const sources: string[] = [];
  for (const element of [...elements(left.replace(photoHead, '$1/')).flatMap(marksApart), ...behind]) {
    const flag = flagNames.find(([pattern]) => pattern.test(element))?.[1];
    if (flag) flags.push(flag);
    else if (/[\p{L}\p{N}]/u.test(element)) sources.push(element);
  }
  const names = personNames(sources, flags);
  return {
    creditLine,
    creator: names[0] ?? '',
    names,
    affiliations: sources.filter(source => !names.includes(source)).map(bareAgency),
    via: through,
    flags: [...new Set(flags)],
  };
}

function unbracketed(words: string): string {
  return words
    .replace(/^[([]\s*/, '')
    .replace(/\s*\.?$/, '')
    .replace(/^([^(]*)\)$/, '$1')
    .replace(/^(.*\([^()]*\).*)\)$/, '$1');
}

function lastVia(words: string): { readonly start: number; readonly end: number } | null {
  const match = [...words.matchAll(/[\s/]+via\s+/gi)].at(-1);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

function elements(words: string): string[] {
  const whole = words.trim();
  if (whole === '') return [];
  return whole
    .split(/\s*\/\s*|\s*,\s+/u)
    .flatMap(twoPeople)
    .map(part => part.trim())
    .filter(part => part !== '');
}

/** `Ida Marsh and Oro Venn` are two; `The Press & Argus` is one paper. */
function twoPeople(element: string): string[] {
  const parts = element.split(/\s+(?:and|und|et|y|e|&)\s+(?=\p{Lu})/u);
  return parts.length > 1 && parts.every(part => /\s/.test(part) && isPerson(part, false))
    ? parts
    : [element];
}

/** Belga writes BELGA PHOTO NAME, with no slash. */
const photoHead = /^(BELGA PHOTO) (?=\p{Lu})/u;

/** The Canadian Press writes `HO-Source` and `AP-Name`, EPA `SOURCE HANDOUT`. */
function marksApart(element: string): string[] {
  const handout = /^HO\s*-\s*(.+)$/.exec(element);
  if (handout) return ['HO', handout[1] ?? ''];
  const source = /^(.+?)\s+HANDOUT$/.exec(element);
  if (source) return [source[1] ?? '', 'HANDOUT'];
  const through = /^(\p{Lu}{2,5})-(\p{Lu}.+)$/u.exec(element);
  return through && isAgency(through[1] ?? '') && !isAgency(element)
    ? [through[1] ?? '', through[2] ?? '']
    : [element];
}

function bareAgency(source: string): string {
  return source.replace(/^(AP|AFP|CTK|PAP|AA|EPA|BELGA)\s+photo$/i, '$1');
}

function personNames(sources: readonly string[], flags: readonly string[]): string[] {
  const others = sources.filter(source => !isAgency(source));
  const handout = flags.includes('Handout') || flags.includes('HO');
  // In a handout one name is the source's; with two the photographer's stands last (AFP PHOTO / SOURCE / NAME).
  if (handout) return others.length < 2 ? [] : others.slice(-1).filter(name => isPerson(name, false));
  const staff = sources[0] !== undefined && isAgency(sources[0]);
  const people = others.filter(name => isPerson(name, staff && others.length === 1));
  if (people.length < 2) return people;
  // Before an agency the person comes first: Name/Paper via AP. After AFP PHOTO the source does.
  return staff && !flags.includes('File') && sources.length > 2 ? people.slice(-1) : people;
}

function isPerson(words: string, single: boolean): boolean {
  if (words.length > 60 || isOrganisation(words) || /\d/.test(words)) return false;
  const parts = normalise(words).split(/\s+/);
  if (
    parts.length > 5 ||
    parts.some(
      part =>
        !/^(?:\p{Lu}[\p{L}\p{M}'.-]*|\(\p{Lu}[\p{L}'.-]*\)|de|da|di|do|dos|del|della|der|den|van|von|zu|bin|ibn|al|el|la|le|du|e|y)(?:-\p{L}+)*$/u.test(
          part,
        ),
    )
  )
    return false;
  if (parts[0] !== undefined && (isDemonym(parts[0]) || territoriesNamed(words) !== null)) return false;
  if (parts.length > 1) return true;
  return single && !/^\p{Lu}{1,5}$/u.test(words);
}
