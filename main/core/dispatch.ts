import type { z } from 'zod';
import { toFailure, WiredeskError } from '../contract/failure.ts';
import type { HandlersOf, MethodTable } from '../contract/method.ts';
import type { Result } from '../contract/rpc.ts';

/** Serves a table of methods: checks the input, calls the handler, turns whatever happens into data. */
export type Dispatch = (method: string, input: unknown) => Promise<Result>;

/**
 * The one way into the core, for every carrier; and into what a host itself can do, for its pages.
 * @returns a function that never throws: nonsense from a caller is a typed failure
 */
export function createDispatch<Table extends MethodTable<Table>>(
  table: Table,
  handlers: HandlersOf<Table>,
  report: (error: unknown) => void,
): Dispatch {
  return async (method, input) => {
    try {
      if (!isMethodOf(table, method))
        throw new WiredeskError('unknown-method', `There is no method named "${method.slice(0, 100)}".`);
      const request = table[method].input.safeParse(input);
      if (!request.success)
        throw new WiredeskError('bad-request', `${method}: ${describeIssues(request.error)}`);
      // Name, request and handler come from the same row of the table; TypeScript cannot follow that through an index.
      const handler = handlers[method] as (request: unknown) => unknown;
      return { ok: true, value: await handler(request.data) };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'internal') report(error);
      return { ok: false, error: failure };
    }
  };
}

function isMethodOf<Table extends object>(table: Table, name: string): name is string & keyof Table {
  return Object.hasOwn(table, name);
}

/** The first few things wrong with an input, each with the place it is in. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(issue => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`))
    .join('; ');
}
