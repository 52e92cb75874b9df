/** What makes a run repeatable: where time and identifiers come from. */
export interface Clock {
  /** Now, in UTC. */
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still, for repeatable exports and tests. */
export function fixedClock(time: string): Clock {
  return { now: () => new Date(time) };
}

/** RFC 3339 in UTC to the second, as wire formats have it. */
export function wireTime(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
