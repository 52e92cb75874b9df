import type { z } from 'zod';
import { toFailure, WiredeskError } from '../contract/failure.ts';
import { type Handlers, type MethodName, methods } from '../contract/methods.ts';
import type { Result } from '../contract/rpc.ts';

/** Serves the table of methods: checks the input, calls the handler, turns whatever happens into data. */
export type Dispatch = (method: string, input: unknown) => Promise<Result>;

/**
 * The one way into the core, for every carrier.
 * @returns a function that never throws: nonsense from a caller is a typed failure
 */
export function createDispatch(handlers: Handlers, report: (error: unknown) => void): Dispatch {
  return async (method, input) => {
    try {
      if (!isMethod(method))
        throw new WiredeskError('unknown-method', `There is no method named "${method.slice(0, 100)}".`);
      const request = methods[method].input.safeParse(input);
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

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name);
}

/** The first few things wrong with an input, each with the place it is in. */
export function describeIssues(error: z.ZodError): string {
  return error.issues
    .slice(0, 5)
    .map(issue => (issue.path.length === 0 ? issue.message : `${issue.path.join('.')}: ${issue.message}`))
    .join('; ');
}
