import { categories } from '../../contract/categories.ts';
import type { Picture } from '../../contract/picture.ts';
import { type Destination, type GateReason, type Lease, Restriction } from '../../contract/rights.ts';
import { verdictOf } from './verdict.ts';

/** What was agreed about a picture, and what its category asks where nothing was: never a word of the agency's. */

interface AgreementQuestion {
  readonly destination: Destination | null;
  readonly now: Date;
}

/**
 * What leases and category say of a picture at a destination. A denying lease in force blocks; an allowing one answers
 * what the category asks. Neither lifts a restriction of the picture's own words.
 * @param number the picture's place in the story, from 1
 */
export function agreementReasons(
  picture: Picture,
  number: number,
  { destination, now }: AgreementQuestion,
): readonly GateReason[] {
  const day = now.toISOString().slice(0, 10);
  const meant = picture.leases.filter(lease => lease.use === null || lease.use === destination?.use);
  const inForce = meant.filter(lease => isInForce(lease, day));
  const to = destination ? ` to ${destination.name}` : '';
  const reason = (
    decision: GateReason['decision'],
    code: 'lease' | 'category',
    because: string,
    source: string,
  ): GateReason => ({
    decision,
    code,
    message: `Picture ${number} ${
      decision === 'blocked' ? `may not go${to}` : `may go${to} only after a decision`
    }, because ${because}: “${source}”.`,
    picture: picture.id,
    restriction: null,
    source,
  });

  const denied = inForce
    .filter(lease => !lease.allows)
    .map(lease => reason('blocked', 'lease', `its use was denied${until(lease)}`, lease.note || 'lease'));
  if (denied.length > 0 || inForce.some(lease => lease.allows)) return denied;

  const { label, meaning, rules, needsLease } = categories[picture.category];
  const stated = new Set(picture.restrictions.map(rule => rule.kind));
  const asked = rules
    .filter(kind => !stated.has(kind))
    .flatMap(kind => {
      const rule = Restriction.parse({ kind, text: meaning, spans: [] });
      const verdict = verdictOf(rule, destination, now);
      return verdict ? [reason(verdict.decision, 'category', verdict.because, `${label}: ${meaning}`)] : [];
    });
  if (!needsLease) return asked;
  const ended = meant.filter(lease => lease.allows && lease.until !== null && lease.until < day).at(-1);
  const because = ended
    ? `the leave to use it ended on ${ended.until}`
    : 'nobody’s leave to use it is recorded';
  return [...asked, reason('needs-decision', 'category', because, ended?.note || `${label}: ${meaning}`)];
}

function isInForce({ from, until }: Lease, day: string): boolean {
  return (from === null || from <= day) && (until === null || day <= until);
}

function until(lease: Lease): string {
  return lease.until === null ? '' : ` until ${lease.until}`;
}
