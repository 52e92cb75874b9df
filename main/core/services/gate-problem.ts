import { type Problem, problem } from '../../contract/failure.ts';
import type { GateReason } from '../../contract/rights.ts';

/** A gate's reason as a problem: an error where it stops the story, a warning where it asks for a decision. */
export function gateProblem(reason: GateReason): Problem {
  return problem(reason.decision === 'blocked' ? 'error' : 'warning', reason.code, reason.message, {
    picture: reason.picture,
    restriction: reason.restriction === null ? null : reason.source,
  });
}
