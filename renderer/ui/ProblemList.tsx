import type { ReactElement, ReactNode } from 'react';
import type { Problem } from '../../main/contract/failure.ts';

const faces = {
  error: { shape: '✕', word: 'Error' },
  warning: { shape: '!', word: 'Warning' },
  info: { shape: 'i', word: 'Note' },
} as const;

interface ProblemListProps {
  readonly label: string;
  readonly problems: readonly Problem[];
  /** What stands after a finding, for example the way to its place. */
  readonly after?: (problem: Problem) => ReactNode;
}

/** Findings by shape and word as well as colour. */
export function ProblemList({ label, problems, after }: ProblemListProps): ReactElement {
  return (
    <ul aria-label={label} className="problems">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: findings have no identity of their own and are replaced together
        <li key={index} className={`problem problem-${problem.severity}`}>
          <span className="problem-face">
            <span aria-hidden="true">{faces[problem.severity].shape}</span> {faces[problem.severity].word}
          </span>
          <span>
            {problem.message}
            {isSourceApart(problem) && <q>{problem.restriction}</q>} {after?.(problem)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whether the source's own words are not said already. */
function isSourceApart({ message, restriction }: Problem): boolean {
  return restriction !== null && !message.includes(restriction);
}
