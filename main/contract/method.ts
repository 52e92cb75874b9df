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

/** A table of methods by name. The core has one; the desktop host has another of what it alone can do. */
export type MethodTable<Table> = Readonly<Record<keyof Table, Method<z.ZodType, z.ZodType>>>;
/** What a caller passes: fields with a default may be left out. */
export type InputOf<Table extends MethodTable<Table>, Name extends keyof Table> = z.input<
  Table[Name]['input']
>;
/** What a handler receives: every default filled in. */
export type RequestOf<Table extends MethodTable<Table>, Name extends keyof Table> = z.output<
  Table[Name]['input']
>;
export type OutputOf<Table extends MethodTable<Table>, Name extends keyof Table> = z.output<
  Table[Name]['output']
>;

/** The implementation of every method of a table; the compiler asks for all of them. */
export type HandlersOf<Table extends MethodTable<Table>> = {
  readonly [Name in keyof Table]: (
    request: RequestOf<Table, Name>,
  ) => OutputOf<Table, Name> | Promise<OutputOf<Table, Name>>;
};

export const none = z.strictObject({});
export const storyId = z.string().min(1).max(64);
/** One window or command; revisions are never coalesced across sessions. */
export const SessionId = z.string().min(1).max(64);
