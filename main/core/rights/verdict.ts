import type { Destination, GateReason, Restriction, RestrictionKind } from '../../contract/rights.ts';
import { endOf } from './limits.ts';
import { territoryName } from './territories.ts';

/** What one restriction says of one destination. `because` completes "The picture may not go there, because …". */
export interface Verdict {
  readonly decision: GateReason['decision'];
  readonly code: 'restriction' | 'review';
  readonly because: string;
}

type Judge = (restriction: Restriction, destination: Destination) => Verdict | null;

const blocked = (because: string): Verdict => ({ decision: 'blocked', code: 'restriction', because });
const undecided = (because: string): Verdict => ({
  decision: 'needs-decision',
  code: 'restriction',
  because,
});

const barsUse =
  (use: Destination['use'], because: string): Judge =>
  (_, destination) =>
    destination.use === use ? blocked(because) : null;

/**
 * What each kind of restriction does, in one table:
 *
 * | kind | blocks | asks for a decision |
 * |---|---|---|
 * | exclude-territory | a destination that serves one of the territories (one without a list serves the world) | no territory is known |
 * | include-territory | a destination that serves any other territory | no territory is known |
 * | editorial-only, no-marketing, no-advertising | commercial use | |
 * | no-archive | archive use | |
 * | no-sales, no-third-party | | commercial use, which may or may not be a sale; a contract says |
 * | exclude-media, no-internet | a destination that publishes there (one without a list publishes everywhere) | |
 * | time-limit | any use after it ends, destination or not | its end is not known |
 * | mandatory-credit | never: it says how, not where | |
 * | other | | always, at any destination |
 *
 * A restriction that needs review asks for a decision (code 'review') wherever it does not block already. With no
 * destination only a time limit that has ended says anything.
 */
const judges: Readonly<Record<RestrictionKind, Judge>> = {
  'exclude-territory': (restriction, destination) => {
    if (restriction.territories.length === 0) return undecided('the territory it bars is not known');
    const barred = meeting(restriction.territories, destination.territories);
    return barred.length === 0 ? null : blocked(`it is barred in ${names(barred)}`);
  },
  'include-territory': (restriction, destination) => {
    if (restriction.territories.length === 0) return undecided('the territory it is limited to is not known');
    const outside = destination.territories.filter(code => !restriction.territories.includes(code));
    if (destination.territories.length > 0 && outside.length === 0) return null;
    return blocked(`it may be used only in ${names(restriction.territories)}`);
  },
  'editorial-only': barsUse('commercial', 'it is for editorial use only'),
  'no-marketing': barsUse('commercial', 'marketing with it is not allowed'),
  'no-advertising': barsUse('commercial', 'advertising with it is not allowed'),
  'no-archive': barsUse('archive', 'it may not be archived'),
  'no-sales': (_, destination) =>
    destination.use === 'commercial'
      ? undecided('it may not be sold, and the destination’s use is commercial')
      : null,
  'no-third-party': (_, destination) =>
    destination.use === 'commercial'
      ? undecided('it may not pass to third parties, and the destination’s use is commercial')
      : null,
  'exclude-media': (restriction, destination) => {
    const barred = restriction.media.filter(medium => publishesIn(destination, medium));
    return barred.length === 0 ? null : blocked(`it may not be used in ${barred.join(', ')}`);
  },
  'no-internet': (_, destination) =>
    publishesIn(destination, 'internet') ? blocked('it may not be used on the internet') : null,
  'time-limit': () => null,
  'mandatory-credit': () => null,
  other: () => null,
};

/**
 * What a restriction says of a destination at a moment.
 * @param destination null for an export that names nobody
 * @returns null where nothing stands against it
 */
export function verdictOf(
  restriction: Restriction,
  destination: Destination | null,
  now: Date,
): Verdict | null {
  if (restriction.kind === 'time-limit' && restriction.until !== null && hasEnded(restriction.until, now))
    return blocked(`the time allowed for it ended on ${restriction.until}`);
  if (!destination) return null;
  const verdict = judges[restriction.kind](restriction, destination);
  if (verdict?.decision === 'blocked') return verdict;
  if (needsPerson(restriction))
    return {
      decision: 'needs-decision',
      code: 'review',
      because: verdict?.because ?? 'nobody has read one of its restrictions yet',
    };
  return verdict;
}

function needsPerson({ kind, needsReview, until }: Restriction): boolean {
  return needsReview || kind === 'other' || (kind === 'time-limit' && until === null);
}

/** A date holds to its end in UTC; a date-time to its moment. What cannot be read has not been shown to last. */
function hasEnded(until: string, now: Date): boolean {
  const end = endOf(until);
  return end === null || now.toISOString() >= end;
}

/** The barred territories that a destination serves: all of them where it serves the world. */
function meeting(barred: readonly string[], served: readonly string[]): readonly string[] {
  return served.length === 0 ? barred : barred.filter(code => served.includes(code));
}

/** Media as destinations name them; anything else in a restriction is an outlet's name. */
const media = new Set([
  'print',
  'internet',
  'tv',
  'radio',
  'magazines',
  'tabloids',
  'books',
  'mobile',
  'social media',
]);
/** A medium that is a part of another: who publishes on the internet does so on phones. */
const wider: Readonly<Record<string, readonly string[]>> = {
  mobile: ['internet'],
  'social media': ['internet'],
  tabloids: ['print'],
};

/**
 * A destination without a list publishes in every medium. An outlet (CCTV OUT) is met by its own name alone: that a
 * destination is on television does not make it that channel.
 */
function publishesIn(destination: Destination, name: string): boolean {
  const medium = name.toLowerCase();
  const named = destination.name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .includes(medium);
  if (!media.has(medium)) return named || destination.media.includes(medium);
  return (
    destination.media.length === 0 ||
    destination.media.includes(medium) ||
    (wider[medium] ?? []).some(other => destination.media.includes(other))
  );
}

function names(codes: readonly string[]): string {
  return codes.map(code => territoryName(code)).join(', ');
}
