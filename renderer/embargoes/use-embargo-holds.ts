import { useEffect, useReducer } from 'react';
import { embargoHolds } from '../../main/contract/embargoes.ts';
import type { Embargo } from '../../main/contract/story.ts';

/** A timer knows nothing of a machine that slept, nor of a clock that was set. */
const longestSleepMs = 60_000;

/** Whether an embargo stands; looked at again when it ends. */
export function useEmbargoHolds(embargo: Embargo | null): boolean {
  const [looks, lookAgain] = useReducer((count: number) => count + 1, 0);
  const until = embargo?.until ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every look sets the timer for the next one
  useEffect(() => {
    if (until === null) return;
    const left = Date.parse(until) - Date.now();
    const timer = window.setTimeout(lookAgain, left > 0 ? Math.min(left, longestSleepMs) : longestSleepMs);
    return () => window.clearTimeout(timer);
  }, [until, looks]);
  return embargoHolds(embargo, new Date());
}
