import { z } from 'zod';

/** The closed list of reasons why a call fails. What the user reads is chosen at the edge. */
export const failureCodes = [
  'bad-request', // the input does not fit the method's schema, or a command was misused
  'unknown-method',
  'not-found',
  'conflict', // the story has moved on since the caller read it
  'refused', // a rule forbids it: rights, embargo, missing fields, invalid output
  'unreadable', // a file that cannot be understood
  'unsupported', // understood, but there is no way to do that with it
  'too-large', // beyond a stated limit of size, depth or time
  'store-busy', // another process holds the store
  'store-newer', // written by a newer version of the program
  'store-damaged',
  'disk', // the disk is full or does not take writes
  'cancelled',
  'forbidden', // the caller may not call
  'internal', // a fault of ours
] as const;
export const FailureCode = z.enum(failureCodes);
export type FailureCode = z.infer<typeof FailureCode>;

/** One finding about a story, a picture or a file. `field` and `picture` say where. */
export const Problem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  field: z.string().nullable().default(null),
  picture: z.string().nullable().default(null),
  restriction: z.string().nullable().default(null),
});
export type Problem = z.infer<typeof Problem>;

export const Failure = z.strictObject({
  code: FailureCode,
  message: z.string(),
  problems: z.array(Problem).readonly().default([]),
});
export type Failure = z.infer<typeof Failure>;

/** The one error class that carries a code. Anything else thrown is a fault of ours and becomes 'internal'. */
export class WiredeskError extends Error {
  readonly code: FailureCode;
  readonly problems: readonly Problem[];

  constructor(
    code: FailureCode,
    message: string,
    options: { problems?: readonly Problem[]; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'WiredeskError';
    this.code = code;
    this.problems = options.problems ?? [];
  }
}

/** A problem with the places it does not name left null. */
export function problem(
  severity: Problem['severity'],
  code: string,
  message: string,
  where: Partial<Pick<Problem, 'field' | 'picture' | 'restriction'>> = {},
): Problem {
  return { code, severity, message, field: null, picture: null, restriction: null, ...where };
}

/** Any thrown value as data that may cross to another process. */
export function toFailure(error: unknown): Failure {
  if (error instanceof WiredeskError)
    return { code: error.code, message: error.message, problems: error.problems };
  return { code: 'internal', message: error instanceof Error ? error.message : String(error), problems: [] };
}
