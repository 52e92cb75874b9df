import type { Person } from '../../../contract/picture.ts';
import { isDemonym, territoriesNamed } from '../../rights/territories.ts';
import { isOrganisation } from './agencies.ts';
import { capitalRun, capitalShare } from './normalise.ts';

const side =
  'L|R|C|T|B|left|right|cent(?:er|re)|top|bottom|up|down|front|back|rear|foreground|background|above|below|inset';
const rank = '(?:\\d{1,2}(?:st|nd|rd|th)|second|third|fourth|fifth|far|extreme)';
const where = `(?:${rank}\\s{1,3}(?:from\\s{1,3})?(?:the\\s{1,3})?)?(?:${side})(?:(?:\\s{0,3}[-/]\\s{0,3}|\\s{1,3})(?:${side}))?(?:\\s{1,3}(?:row|side))?`;
/** `(R)`, `(2nd R)`, `(C-R)`, `(top)`; AP writes `, left,` and `, second from right,`. */
const bracketMark = new RegExp(
  `\\(\\s{0,3}(${where}|M|Mitte|\\d\\.\\s{0,3}v\\.\\s{0,3}[lr]\\.)\\s{0,3}\\)`,
  'giu',
);
const commaMark = new RegExp(`,\\s{1,3}(${where})(?=\\s{0,3}[,.;]|\\s{1,3}(?:and|with)\\b|$)`, 'giu');
/** `(L-R)`, `From left:`, `(From L to R)`: the names that follow are in that order. `Pictured:` only names them. */
const orderMark =
  /(?:\(\s*(?:from\s+)?l(?:eft)?(?:\s*-\s*|\s+to\s+)r(?:ight)?\s*:?\s*\)|\b(?:pictured\s+)?(?:from\s+left(?:\s+to\s+right)?|left\s+to\s+right|l-r|von links|v\.\s?l\.)\s*[:,]|\b(?:pictured|im bild)\s*:)/gi;

const particles =
  'de|da|di|do|dos|das|del|della|der|den|van|von|zu|bin|bint|ibn|al|el|la|le|du|ter|ten|af|av|y';
const capital = `\\p{Lu}[\\p{L}\\p{M}]{0,40}(?:['.-]{1,2}[\\p{L}\\p{M}]{1,40}){0,4}\\.?`;
const nameRun = new RegExp(`${capital}(?:\\s{1,3}(?:(?:${particles})\\s{1,3}){0,2}${capital}){0,9}$`, 'u');
const nameAhead = new RegExp(`^${capital}(?:\\s{1,3}(?:(?:${particles})\\s{1,3}){0,2}${capital}){1,5}`, 'u');

/** Words before a name that say what someone is; a run is cut behind the last of them. */
const titles = new Set(
  `president vice-president vice prime minister ministers premier chancellor secretary general secretary-general king queen prince
  princess duke duchess emperor empress pope cardinal archbishop bishop patriarch imam ayatollah rabbi sheikh sultan emir
  governor mayor senator representative congressman congresswoman speaker ambassador commissioner chairman chairwoman chair
  chief director officer executive ceo leader captain colonel general lieutenant major sergeant admiral marshal commander
  judge justice attorney doctor dr professor prof mr mrs ms miss sir dame lord lady baroness baron count countess sheriff
  coach striker goalkeeper defender midfielder forward driver singer actor actress director author supreme crown first foreign
  defence defense finance interior council committee commission ministry parliament party government security deputy acting
  former bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin landrat landrätin trainer trainerin bundeskanzler bundeskanzlerin präsident präsidentin ministerin ministerpräsident kanzler président présidente ministre
  presidente ministro ministra rep sen gov gen col lt sgt capt cpl pvt hon rev fr st`.split(/\s+/),
);
/** Roles in lower case right before a full name: 'engineer Tomas Reyl'. */
const roles =
  /(?<![\p{L}])(?:leader|president|minister|premier|chancellor|secretary|king|queen|prince|princess|governor|mayor|senator|ambassador|spokes(?:man|woman|person)|chair(?:man|woman)?|director|chief|captain|commander|coach|striker|goalkeeper|defender|midfielder|forward|defendant|suspect|survivor|winner|champion|chef|priest|driver|rider|player|singer|actor|actress|author|writer|artist|architect|engineer|scientist|professor|doctor|nurse|teacher|farmer|fisherman|lawyer|judge|officer|candidate|activist|founder|owner|resident|counterpart|master|pilot|astronaut|swimmer|runner|boxer|skier|sprinter)\s{1,3}/giu;

/**
 * The people a caption names (wire-formats 14.1, conventions): each name before a position mark with that mark, the
 * names of a left-to-right list, and full names right behind a title or role. Titles are not part of a name.
 * @param text the normalised caption proper
 */
export function readPeople(text: string): readonly Person[] {
  const found: { at: number; name: string; position: string }[] = [];
  const add = (at: number, name: string, position: string): void => {
    if (name !== '' && !found.some(known => known.name === name)) found.push({ at, name, position });
  };
  for (const pattern of [bracketMark, commaMark])
    for (const match of text.matchAll(pattern)) {
      if (/^l\s*[-/]\s*r$/i.test(match[1] ?? '')) continue;
      const name = nameBefore(text, match.index);
      add(match.index - name.length, name, (match[1] ?? '').replace(/\s+/g, ' '));
    }
  for (const match of text.matchAll(orderMark))
    for (const person of listedAfter(text, match.index + match[0].length)) add(person.at, person.name, '');
  for (const match of text.matchAll(roles)) {
    const at = match.index + match[0].length;
    const name = personOf(nameAhead.exec(text.slice(at, at + 120))?.[0] ?? '');
    if (name.includes(' ') && !isOrganisation(name)) add(at, name, '');
  }
  for (const match of text.matchAll(
    new RegExp(`(?<![\\p{L}'-])${capital}(?:\\s{1,3}${capital}){2,7}`, 'gu'),
  )) {
    const words = match[0].split(/\s+/);
    const title = words.findLastIndex(word => titles.has(word.toLowerCase()));
    const named = title >= 0 && title < words.length - 1 && capitalShare(match[0]) < capitalRun;
    const name = named ? personOf(match[0]) : '';
    if (name.includes(' ') && !isOrganisation(name) && words.length - title - 1 <= 4)
      add(match.index, name, '');
  }
  return found.sort((a, b) => a.at - b.at).map(({ name, position }) => ({ name, position }));
}

function nameBefore(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 160), end).trimEnd();
  return personOf(nameRun.exec(before)?.[0] ?? '');
}

/** A run of capitalised words without what stands before the name in it: nationality, office, body, possessive. */
function personOf(run: string): string {
  const words = run.split(/\s+/).filter(word => word !== '');
  let from = 0;
  for (const [index, word] of words.entries()) {
    const bare = word.toLowerCase().replace(/[.,]$/, '');
    if (index < words.length - 1 && (titles.has(bare) || /'s$|s'$/.test(word))) from = index + 1;
  }
  for (let count = 3; count > 0; count -= 1) {
    const lead = words.slice(from, from + count).join(' ');
    const left = words.length - from - count;
    if (left > 0 && (isDemonym(lead) || (left > 1 && territoriesNamed(lead) !== null))) {
      from += count;
      count = 4;
    }
  }
  const name = words
    .slice(from)
    .join(' ')
    .replace(/^(?:The|In|On|At|This|File)\s+/, '')
    .replace(/(?<!\b\p{Lu}|Jr|Sr)\.$/u, '');
  return territoriesNamed(name) !== null || isDemonym(name) || titles.has(name.toLowerCase()) ? '' : name;
}

function listedAfter(text: string, from: number): { readonly at: number; readonly name: string }[] {
  const list = text.slice(from, from + 400).split(/[;\n]|\.\s(?=\p{Lu}\p{Ll}+\s\p{Ll})/u)[0] ?? '';
  const people: { at: number; name: string }[] = [];
  for (const part of list.matchAll(/[^,]+?(?=,|\s+(?:and|und|et|&)\s+|$)/gu)) {
    const words = part[0].replace(/^\s*(?:(?:and|und|et|&)\s+)?/, '');
    const behindRole = new RegExp(
      `^(?:\\p{Ll}[\\p{L}-]*\\s+){0,4}(${capital}(?:\\s{1,3}(?:(?:${particles})\\s{1,3}){0,2}${capital}){1,6})`,
      'u',
    );
    const name = personOf(behindRole.exec(words)?.[1] ?? '');
    if (!name.includes(' ')) {
      if (people.length > 0) break;
      continue;
    }
    people.push({ at: from + part.index, name });
    if (!/^(?:\s*$)/.test(words.slice(words.indexOf(name) + name.length))) break;
  }
  return people;
}
