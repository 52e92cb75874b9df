import { type FailureCode, type Problem, toFailure } from '../contract/failure.ts';

/** 0 done; 1 unexpected failure; 2 bad usage or unreadable input; 3 refused by a rule. */
export type ExitStatus = 0 | 1 | 2 | 3;

const statusOf: Readonly<Record<FailureCode, ExitStatus>> = {
  'bad-request': 2,
  'unknown-method': 2,
  'not-found': 2,
  unreadable: 2,
  unsupported: 2,
  'too-large': 2,
  refused: 3,
  conflict: 1,
  'store-busy': 1,
  'store-newer': 1,
  'store-damaged': 1,
  disk: 1,
  cancelled: 1,
  forbidden: 1,
  internal: 1,
};

/** What a command has to say: data for --json, lines for a person. */
export interface Answer {
  readonly json: unknown;
  readonly lines: readonly string[];
  readonly status?: ExitStatus;
}

/** Prints an answer: exactly one JSON document, or lines, on standard output. */
export function printAnswer(answer: Answer, json: boolean): ExitStatus {
  if (json) process.stdout.write(`${JSON.stringify(answer.json, null, 2)}\n`);
  else if (answer.lines.length > 0) process.stdout.write(`${answer.lines.join('\n')}\n`);
  return answer.status ?? 0;
}

/** Prints a failure: as JSON on standard output where asked, and as a sentence on standard error. */
export function printFailure(error: unknown, json: boolean): ExitStatus {
  const failure = toFailure(error);
  if (json) process.stdout.write(`${JSON.stringify({ error: failure }, null, 2)}\n`);
  process.stderr.write(`wiredesk: ${failure.message}\n`);
  return statusOf[failure.code];
}

/** Progress on standard error: one changing line on a terminal, a line for each tenth elsewhere. */
export function createProgress(label: string, total: number): { step(done: number): void; end(): void } {
  const terminal = process.stderr.isTTY === true;
  let tenth = 0;
  return {
    step(done) {
      if (terminal) process.stderr.write(`\r${label} ${done} of ${total}`);
      else if (total >= 20 && Math.floor((done * 10) / total) > tenth) {
        tenth = Math.floor((done * 10) / total);
        process.stderr.write(`${label} ${done} of ${total}\n`);
      }
    },
    end() {
      if (terminal) process.stderr.write('\r\u001b[K');
    },
  };
}

const marks: Readonly<Record<Problem['severity'], string>> = { error: '✗', warning: '!', info: 'i' };

/** A problem as a line for a person. */
export function problemLine(problem: Problem): string {
  return `${marks[problem.severity]} ${problem.severity}: ${problem.message}`;
}
