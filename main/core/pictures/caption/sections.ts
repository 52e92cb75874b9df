import { type Chunk, cutChunks, findBrackets } from './chunks.ts';
import { capitalRun, capitalShare, endBefore } from './normalise.ts';
import { findOutLists, type OutList } from './out-list.ts';
import { readRun } from './read-run.ts';
import type { Range, Reading } from './readings.ts';
import { bareCredit, isSignOff } from './sign-off.ts';
import { type FoundTag, findTags } from './tags.ts';

/** A caption cut into its parts, in the order of the text. */
export interface Sections {
  readonly caption: readonly Range[];
  readonly signOffs: readonly Range[];
  readonly readings: readonly Reading[];
  readonly tags: readonly FoundTag[];
  readonly unread: readonly Range[];
}

/** Rules and notices that agencies write as plain sentences within the caption (patterns 6, 7 and 24). */
const standingSentences = new Set<string>([
  'third-party-supplied',
  'unverified',
  'as-received',
  'service-to-clients',
  'other',
  'editorial-only',
  'mandatory-credit',
  'time-limit',
  'no-third-party',
]);

function isStandingSentence(reading: Reading): boolean {
  return (reading.type === 'notice' || reading.type === 'restriction') && standingSentences.has(reading.kind);
}

/** A bracket that speaks to the desk (14.2, 2). */
const editorsNote = /^\(\s?editors?'?s?'? notes?\s?[:-]/i;

/**
 * Cuts a caption into caption proper, sign-offs, restriction runs and tags (14.2, 2 and 3). Runs and sign-offs come in
 * any order (patterns 9, 10, 14, 21), so every chunk is judged by its own words and by what came before it.
 * @param text normalised
 */
export function cutSections(text: string): Sections {
  const cutter = new Cutter(text);
  return cutter.cut();
}

class Cutter {
  private readonly text: string;
  private readonly outLists: readonly OutList[];
  private readonly outByStart: ReadonlyMap<number, OutList>;
  private readonly caption: Range[] = [];
  private readonly signOffs: Range[] = [];
  private readonly readings: Reading[] = [];
  private readonly unread: Range[] = [];
  /** What the last chunk was. */
  private last: 'start' | 'caption' | 'signOff' | 'run' = 'start';
  /** Whether a sign-off has closed the caption; before it (pattern 21) it only opens it. */
  private closed = false;
  /** Whether words in mixed case have said what the picture shows: only then do capitals stand out. */
  private plainWords = false;

  constructor(text: string) {
    this.text = text;
    this.outLists = findOutLists(text);
    this.outByStart = new Map(this.outLists.map(list => [list.start, list]));
  }

  cut(): Sections {
    const { text } = this;
    const tags = findTags(text);
    const tagStarts = new Set(tags.map(tag => tag.start));
    const brackets = findBrackets(text).filter(
      bracket =>
        !overlapsAny(bracket, tags) && (isSignOff(text, bracket) || this.isRestrictionBracket(bracket)),
    );
    const specials = [...tags, ...brackets].sort((a, b) => a.start - b.start);
    for (const chunk of cutChunks(text, specials, this.outLists)) {
      if (tagStarts.has(chunk.start) && chunk.bracket) continue;
      if (chunk.bracket) this.takeBracket(chunk);
      else this.takeChunk(chunk);
    }
    return {
      caption: this.caption,
      signOffs: this.signOffs,
      readings: this.readings,
      tags,
      unread: this.unread,
    };
  }

  private isRestrictionBracket(bracket: Range): boolean {
    if (bracket.end - bracket.start > 400) return false;
    if (editorsNote.test(this.text.slice(bracket.start, bracket.end))) return true;
    const readings = this.read(bracket);
    return ruled(readings) && !readings.some(reading => reading.type === 'unknown');
  }

  private read(range: Range): readonly Reading[] {
    return readRun(this.text, range, this.outByStart);
  }

  private takeBracket(bracket: Range): void {
    if (isSignOff(this.text, bracket)) this.takeSignOff(bracket);
    else {
      const readings = this.read(bracket);
      // What an editors' note tells without ruling is a notice, the whole of it.
      const told = editorsNote.test(this.text.slice(bracket.start, bracket.end)) && !ruled(readings);
      this.takeRun(told ? [{ ...bracket, type: 'notice', kind: 'other' }] : readings);
    }
  }

  private takeSignOff(range: Range): void {
    this.signOffs.push(range);
    if (this.caption.length > 0) this.closed = true;
    this.last = 'signOff';
  }

  private takeRun(readings: readonly Reading[]): void {
    this.readings.push(...readings);
    this.last = 'run';
  }

  private takeChunk(chunk: Chunk): void {
    const words = this.text.slice(chunk.start, chunk.end);
    const credited = /^mandatory credit\s?:?\s?(?=photo by\s|[^".\n]{2,60}\/\s?via\s)/i.exec(words);
    if (credited && chunk.bounded) {
      // Shutterstock's second line is the sign-off and the rule at once (pattern 21), as is Kyodo's through Reuters.
      this.takeRun(this.read(chunk));
      this.takeSignOff({ start: chunk.start + credited[0].length, end: chunk.end });
      return;
    }
    const run = this.runOf(chunk, words);
    if (run) {
      this.takeRun(run);
      return;
    }
    const credit = bareCredit(words, chunk.bounded);
    if (!credit) {
      this.takePlain(chunk);
      return;
    }
    const start = chunk.start + credit.start;
    if (/[\p{L}\p{N}]/u.test(words.slice(0, credit.start)))
      this.takePlain({ start: chunk.start, end: start });
    // 'EPA/NAME SOMEBODY OUT': whom that bars nobody knows, but it is no part of a name.
    const barred = /\s+\S+\s+OUT$/u.exec(words.slice(0, credit.end));
    const end = chunk.start + (barred?.index ?? credit.end);
    this.takeSignOff({ start, end });
    if (barred) this.takeRun(this.read({ start: end + 1, end: chunk.start + credit.end }));
  }

  private takePlain(whole: Range): void {
    const length = endBefore(this.text.slice(whole.start, whole.end), '/|*+-');
    const range = { start: whole.start, end: whole.start + length };
    if (this.closed) {
      this.unread.push(range);
      return;
    }
    this.caption.push(range);
    this.last = 'caption';
    if (capitalShare(this.text.slice(range.start, range.end)) < capitalRun) this.plainWords = true;
  }

  /** The readings of a chunk that is part of a restriction run; null where it is not. */
  private runOf(chunk: Chunk, words: string): readonly Reading[] | null {
    const joined = chunk.bounded || this.closed || this.last === 'run' || this.creditEndsAt(chunk.start);
    if (!joined) return null;
    const unquoted = words.replace(/"[^"\n]{0,300}"|(?<=credit[\s:]{0,4})"[^"\n]{0,300}$/gi, '');
    const capitals = capitalShare(unquoted) >= capitalRun;
    const readings = this.read(chunk);
    if (capitals) {
      if (opensWithRule(readings)) return readings;
      if (bareCredit(words, chunk.bounded)) return null;
      if (ruled(readings) && (this.closed || this.plainWords)) return readings;
      const many = (unquoted.match(/\p{L}{2,}/gu) ?? []).length;
      const standsOut = this.closed ? many >= 2 : this.plainWords && many >= 4;
      return this.last === 'run' && many > 0 && !this.beforeCaption(chunk)
        ? readings
        : standsOut
          ? readings
          : null;
    }
    const consumed = ruled(readings) && !readings.some(reading => reading.type === 'unknown');
    if (this.closed && ruled(readings)) return readings;
    if (!chunk.bounded && this.last !== 'run') return null;
    if (consumed && (this.last === 'run' || this.onOwnLine(chunk) || this.isOutOnly(chunk))) return readings;
    if (consumed && readings.every(isStandingSentence)) return readings;
    if (consumed && /^this (?:photo|picture|image)/i.test(words)) return readings;
    // 'RESTRICTED TO EDITORIAL USE No use with video': the rule goes on in plain words.
    const narrows = this.last === 'run' && !chunk.bounded && this.caption.length > 0;
    if (narrows && /^(?:no|not|do not|must|may (?:not|only))\s/i.test(words)) return readings;
    return this.caption.length === 0 && this.onOwnLine(chunk) && opensWithRule(readings) ? readings : null;
  }

  /** A run before the caption ends where a dateline in capitals or the caption begins. */
  private beforeCaption(chunk: Chunk): boolean {
    return (
      this.caption.length === 0 && capitalShare(this.text.slice(chunk.end, chunk.end + 400)) < capitalRun
    );
  }

  private creditEndsAt(start: number): boolean {
    return (
      this.last === 'signOff' && !/[\p{L}\p{N}]/u.test(this.text.slice(this.signOffs.at(-1)?.end ?? 0, start))
    );
  }

  private onOwnLine(chunk: Range): boolean {
    const before = this.text.slice(Math.max(0, chunk.start - 40), chunk.start).replace(/[ */-]+$/, '');
    const after = this.text.slice(chunk.end, chunk.end + 40).replace(/^[ */.-]+/, '');
    return (before === '' || before.endsWith('\n')) && (after === '' || after.startsWith('\n'));
  }

  private isOutOnly(chunk: Range): boolean {
    return this.outByStart.has(chunk.start);
  }
}

function ruled(readings: readonly Reading[]): boolean {
  return readings.some(reading => reading.type === 'restriction' || reading.type === 'notice');
}

function opensWithRule(readings: readonly Reading[]): boolean {
  const first = readings[0];
  return first !== undefined && first.type !== 'unknown' && (ruled(readings) || first.type === 'label');
}

function overlapsAny(range: Range, others: readonly Range[]): boolean {
  return others.some(other => other.start < range.end && range.start < other.end);
}
