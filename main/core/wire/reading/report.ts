import { type Problem, problem } from '../../../contract/failure.ts';

/** Gathers what a reader repaired, guessed or left out: a lenient reader tells everything, each thing once. */
export interface Report {
  readonly problems: readonly Problem[];
  /** Something was wrong in the file and was put right; the words say what. */
  repaired(words: string, field?: string): void;
  /** Words of the file that no field, block or picture took. */
  leftOut(text: string, reason: string): void;
  /** Something that an editor should know and nobody need mend. */
  noted(words: string, field?: string): void;
}

const longestQuote = 200;

export function createReport(): Report {
  const problems = new Map<string, Problem>();
  const add = (severity: Problem['severity'], code: string, message: string, field?: string): void => {
    const key = `${code} ${field ?? ''} ${message}`;
    if (!problems.has(key)) problems.set(key, problem(severity, code, message, field ? { field } : {}));
  };
  return {
    get problems() {
      return [...problems.values()];
    },
    repaired: (words, field) => add('warning', 'repaired', words, field),
    noted: (words, field) => add('info', 'noted', words, field),
    leftOut: (text, reason) => {
      const quote = text.replace(/\s+/gu, ' ').trim();
      const shown = quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote;
      if (shown !== '') add('info', 'left-out', `Left out: "${shown}" (${reason})`);
    },
  };
}
