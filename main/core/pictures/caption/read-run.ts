import { isWordCode, territoriesNamed } from '../../rights/territories.ts';
import { findDates } from './dates.ts';
import { capitalRun, capitalShare } from './normalise.ts';
import type { OutList } from './out-list.ts';
import type { Meaning, Range, Reading } from './readings.ts';
import { type Follow, type Token, tokens } from './tokens.ts';

const word = /[\p{L}\p{N}]+(?:['.&@_-][\p{L}\p{N}]+)*/uy;
/** What ends a rule: a sentence, a dash, a slash with a space, a line, a bracket. */
const separator = /\.(?=\s|$)|\s-{1,3}(?=\s|$)|-{2,}|-(?=\s)|\/(?=\s)|(?<=\s)\/|\+{2,}|[;\n()[\]|*!?•=]/uy;
const joining = /^(?:(?:and|or|nor|but|also|plus|the|und|oder|et|ou|y|e|o)\b[\s,&/]*)+$/i;
/** Words that rule: they are never taken for the subject of a notice. */
const ruling = /\b(?:no|not|only|must|may|never|without|except|unless|nur|kein|nicht|pas|sans|sin)\b/i;

/**
 * Reads a run of restrictions and notices, rule by rule (14.2, 5). Rules need no separator between them:
 * `NO MARKETING NO ADVERTISING CAMPAIGNS` is two.
 * @param text the whole normalised text
 * @param run the part of it to read
 * @param outLists the lists with OUT behind them, by where they begin
 * @returns readings in their order, with offsets into the whole text; words that no rule takes are 'unknown'
 */
export function readRun(
  text: string,
  run: Range,
  outLists: ReadonlyMap<number, OutList>,
): readonly Reading[] {
  const words = text.slice(run.start, run.end);
  const readings: Reading[] = [];
  /** Readings from here on stand in the rule that is being read. */
  let segment = 0;
  let pending: { start: number; end: number } | null = null;

  const flush = (): void => {
    const rest = pending;
    pending = null;
    if (!rest) return;
    if (joining.test(words.slice(rest.start, rest.end))) {
      readings.push({ type: 'label', ...rest });
      return;
    }
    const last = readings.at(-1);
    if (last?.type === 'notice' && readings.length > segment && belongs(words, last, rest)) {
      // One notice's words may have said two things (as received, as a service): both grow.
      for (let index = readings.length - 1; index >= segment && readings[index]?.end === last.end; index -= 1)
        readings[index] = { ...last, ...readings[index], end: rest.end };
      return;
    }
    readings.push({ type: 'unknown', ...rest });
  };
  const take = (meanings: readonly Meaning[], range: Range): void => {
    const notice = meanings.every(meaning => meaning.type === 'notice');
    let { start } = range;
    if (pending && notice && !ruling.test(words.slice(pending.start, pending.end))) {
      start = pending.start;
      pending = null;
    } else flush();
    for (const meaning of meanings) readings.push({ ...meaning, start, end: range.end });
  };

  for (let at = 0; at < words.length; ) {
    if (matchAt(separator, words, at)) {
      flush();
      segment = readings.length;
      at += matchAt(separator, words, at)?.[0].length ?? 1;
      continue;
    }
    const outList = outLists.get(run.start + at);
    if (outList && outList.end <= run.end) {
      take(outList.meanings, { start: at, end: outList.end - run.start });
      at = outList.end - run.start;
      continue;
    }
    const plain = matchAt(word, words, at);
    if (!plain) {
      at += 1;
      continue;
    }
    const rule = ruleAt(words, at, run.start, outLists);
    if (rule) {
      take(rule.meanings, { start: at, end: rule.end });
      at = rule.end;
    } else {
      const end = at + plain[0].length;
      pending = pending ? { start: pending.start, end } : { start: at, end };
      at = end;
    }
  }
  flush();
  return readings.map(reading => ({
    ...reading,
    ...moved(reading, run.start),
    ...(reading.type === 'restriction' && reading.credit ? { credit: moved(reading.credit, run.start) } : {}),
  }));
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

/** Whether words go on with the notice before them: they rule nothing and are not a caption behind its capitals. */
function belongs(words: string, notice: Range, rest: Range): boolean {
  const more = words.slice(rest.start, rest.end);
  const shouted = capitalShare(words.slice(notice.start, notice.end)) >= capitalRun;
  return !ruling.test(more) && (!shouted || capitalShare(more) >= capitalRun);
}

function matchAt(pattern: RegExp, words: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(words);
}

interface Rule {
  readonly meanings: readonly Meaning[];
  readonly end: number;
}

function ruleAt(
  words: string,
  at: number,
  offset: number,
  outLists: ReadonlyMap<number, OutList>,
): Rule | null {
  for (const token of tokens) {
    const match = matchAt(token.pattern, words, at);
    if (!match) continue;
    const rule = followed(token, match[0], words, at + match[0].length, position =>
      startsRule(words, position, offset, outLists),
    );
    if (rule && rule.meanings.length > 0) return rule;
  }
  return null;
}

function startsRule(
  words: string,
  at: number,
  offset: number,
  outLists: ReadonlyMap<number, OutList>,
): boolean {
  return outLists.has(offset + at) || tokens.some(token => matchAt(token.pattern, words, at) !== null);
}

function followed(
  token: Token,
  matched: string,
  words: string,
  end: number,
  stops: (at: number) => boolean,
): Rule | null {
  const meanings = token.read(matched);
  switch (token.follow) {
    case null:
      return {
        end,
        meanings: meanings.map(meaning =>
          meaning.type === 'restriction' && meaning.kind === 'time-limit'
            ? { ...meaning, needsReview: true }
            : meaning,
        ),
      };
    case 'credit': {
      const credit = creditAfter(words, end, stops);
      return {
        end: credit.end,
        meanings: [{ type: 'restriction', kind: 'mandatory-credit', credit: credit.words }],
      };
    }
    case 'date': {
      const until = dateAfter(words, end);
      return {
        end: until.end,
        meanings: meanings.map(meaning =>
          meaning.type === 'restriction' && meaning.kind === 'time-limit'
            ? { ...meaning, until: until.iso, needsReview: until.iso === null }
            : { ...meaning, needsReview: true },
        ),
      };
    }
    case 'territories': {
      const list = territoriesAfter(words, end);
      if (!list) return null;
      return { end: list.end, meanings: meanings.map(meaning => withTerritories(meaning, list.territories)) };
    }
  }
}

function withTerritories(meaning: Meaning, territories: readonly string[]): Meaning {
  return meaning.type === 'restriction' && meaning.kind.endsWith('-territory')
    ? { ...meaning, territories }
    : meaning;
}

/** How far a credit, a date or a list of territories may reach behind the words that announce it. */
const reach: Readonly<Record<Follow, number>> = { credit: 300, date: 60, territories: 160 };

const sentence = /\s(?:provides|is|are|was|were|may|must|has|have|can)\s/i;

function creditAfter(
  words: string,
  from: number,
  stops: (at: number) => boolean,
): { readonly end: number; readonly words: Range | null } {
  const lead = /^\s*[:,-]?\s*/.exec(words.slice(from, from + 40))?.[0] ?? '';
  const start = from + lead.length;
  const near = words.slice(start, start + reach.credit);
  const quoted = /^"([^"\n]*)(?:"|$)/.exec(near) ?? /^'([^'\n]*)(?:'(?![\p{L}])|$)/u.exec(near);
  if (quoted) {
    const inner = { start: start + 1, end: start + 1 + (quoted[1] ?? '').length };
    return { end: start + quoted[0].length, words: /\S/.test(quoted[1] ?? '') ? inner : null };
  }
  let end = start;
  for (const part of near.matchAll(/[^\s;\n)*|"]+|[\s;\n)*|"]/gu)) {
    const at = start + part.index;
    if (/^[;\n)*|"]$/.test(part[0]) || /^-+$/.test(part[0])) break;
    if (/^\s$/.test(part[0])) continue;
    if (stops(at) && end > start) break;
    if (
      stops(at) &&
      end === start &&
      /^(?:the|no|not|for|restricted|editorial|attention|distributed)$/i.test(part[0])
    )
      break;
    end = at + part[0].length;
    if (/(?<!(?:^|[\s./])\p{Lu})\.$/u.test(part[0])) break;
  }
  const credit = words.slice(start, end).replace(/[\s,./:-]+$/, '');
  if (credit === '' || /^\s*-/.test(words.slice(from))) return { end: from, words: null };
  // A sentence that follows without a mark is no credit: MANDATORY CREDIT THE AGENCY PROVIDES ACCESS TO …
  if (!lead.includes(':') && sentence.test(credit)) return { end: from, words: null };
  const opening = /^(?:photo|picture|image)s?\s+by\s+/i.exec(credit)?.[0].length ?? 0;
  const number = /\s*\(\d{5,}\p{L}{0,3}\)?$/u.exec(credit)?.[0].length ?? 0;
  return {
    end: start + credit.length,
    words: { start: start + opening, end: start + credit.length - number },
  };
}

function dateAfter(words: string, from: number): { readonly end: number; readonly iso: string | null } {
  const near = words.slice(from, from + reach.date).split('\n')[0] ?? '';
  const date = findDates(near)[0];
  if (date && date.start <= 14) return { end: from + date.end, iso: lastDay(date.iso) };
  const end = near.search(/\.\s|\s-|;|\)/);
  return { end: from + (end < 0 ? near.trimEnd().length : end), iso: null };
}

/** The last day of a date that names only its month. */
function lastDay(iso: string): string {
  if (iso.length > 7) return iso;
  const [years, months] = iso.split('-').map(Number);
  return new Date(Date.UTC(years ?? 0, months ?? 1, 0)).toISOString().slice(0, 10);
}

/** The longest list of known territories that stands right here. */
function territoriesAfter(
  words: string,
  from: number,
): { readonly end: number; readonly territories: readonly string[] } | null {
  const near = words.slice(from, from + reach.territories);
  const stop = near.search(/\.\s|\s-{1,3}\s|--|[;\n()"|*]|\s\/|\/\s/);
  const list = stop < 0 ? near : near.slice(0, stop);
  const ends = [...list.matchAll(/[^\s,/&]+/g)].map(part => part.index + part[0].length).slice(0, 30);
  for (const end of ends.reverse()) {
    const territories = territoriesNamed(list.slice(0, end));
    if (!territories || isWordCode(list.slice(0, end))) continue;
    const more =
      /^\s+(?:only|media|clients|subscribers|broadcasters|newspapers|publications|territory|market)\b/i.exec(
        list.slice(end),
      );
    return { end: from + end + (more?.[0].length ?? 0), territories };
  }
  return null;
}
