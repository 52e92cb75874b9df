import { type ReactElement, useId } from 'react';

/** How far a long piece of work has come, in words and as a bar. */
export function JobProgress({
  doing,
  done,
  total,
}: {
  /** What is being done to what: 'Reading harbour.jpg'. */
  readonly doing: string;
  readonly done: number;
  readonly total: number;
}): ReactElement {
  const bar = useId();
  return (
    <p>
      <label htmlFor={bar}>
        {doing} ({done} of {total})
      </label>
      <progress id={bar} value={done} max={Math.max(1, total)} />
    </p>
  );
}
