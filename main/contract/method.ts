import { z } from 'zod';

/** What every table of methods is made of. */

/** A call that the renderer may make: what it takes and what it gives back, both checked at run time. */
interface Method<Input extends z.ZodType, Output extends z.ZodType> {
  readonly input: Input;
  readonly output: Output;
}
export function method<Input extends z.ZodType, Output extends z.ZodType>(
  input: Input,
  output: Output,
): Method<Input, Output> {
  return { input, output };
}

export const none = z.strictObject({});
export const storyId = z.string().min(1).max(64);
/** One window or command; revisions are never coalesced across sessions. */
export const SessionId = z.string().min(1).max(64);
