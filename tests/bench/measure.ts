/** What the benches share: times of work, and what of many times counts. */

/** How many milliseconds some work takes, all waiting for the disk and for other programs included. */
export function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** The time that this share of the times does not pass: 0.5 for the middle, 0.95 for all but the worst. */
export function percentile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;
}

/** The middle, what nearly all stay under, and the worst, in milliseconds. */
export function spread(times: readonly number[]): { p50: number; p95: number; max: number } {
  const rounded = (time: number): number => Number(time.toFixed(1));
  return {
    p50: rounded(percentile(times, 0.5)),
    p95: rounded(percentile(times, 0.95)),
    max: rounded(Math.max(...times)),
  };
}
