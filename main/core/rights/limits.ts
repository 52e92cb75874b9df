import type { Lease } from '../../contract/rights.ts';

/** A moment at which a picture's time ends. */
export interface Limit {
  readonly picture: string;
  /** RFC 3339, UTC: the first moment at which it may no longer be used. */
  readonly ends: string;
  /** The words that set it. */
  readonly why: string;
}

interface Limited {
  readonly id: string;
  readonly restrictions: readonly {
    readonly kind: string;
    readonly until: string | null;
    readonly text: string;
  }[];
  readonly leases: readonly Lease[];
}

/** When the time of a picture ends, by its restrictions and by the leases that allow it. */
export function limitsOf({ id, restrictions, leases }: Limited): readonly Limit[] {
  const stated = restrictions.flatMap(({ kind, until, text }) =>
    kind === 'time-limit' && until !== null ? [{ until, why: text }] : [],
  );
  const agreed = leases.flatMap(({ allows, until, note }) =>
    allows && until !== null ? [{ until, why: note || 'Lease' }] : [],
  );
  return [...stated, ...agreed].flatMap(({ until, why }) => {
    const ends = endOf(until);
    return ends === null ? [] : [{ picture: id, ends, why }];
  });
}

/** A day holds to its end in UTC, a moment to itself; null for what is neither. */
export function endOf(until: string): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(until);
  const time = isDay ? Date.parse(`${until}T00:00:00Z`) + 86_400_000 : Date.parse(until);
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
