import type { NoticeKind, Restriction, RestrictionKind } from '../../main/contract/rights.ts';
import { territoryName } from './territory-names.ts';

export const restrictionWords: Readonly<Record<RestrictionKind, string>> = {
  'editorial-only': 'Editorial use only',
  'mandatory-credit': 'Mandatory credit',
  'no-marketing': 'No marketing',
  'no-advertising': 'No advertising',
  'no-sales': 'No sales',
  'no-archive': 'No archive',
  'no-third-party': 'No third parties',
  'exclude-territory': 'Not in',
  'include-territory': 'Only in',
  'exclude-media': 'Not in the media',
  'time-limit': 'Time limit',
  'no-internet': 'Not on the internet',
  other: 'Other restriction',
};

export const noticeWords: Readonly<Record<NoticeKind, string>> = {
  'third-party-supplied': 'Supplied by a third party',
  unverified: 'Not verified',
  'as-received': 'As received',
  'service-to-clients': 'Service to clients',
  quality: 'Quality',
  other: 'Notice',
};

/** A restriction as a desk says it: 'Not in Belgium', 'Mandatory credit “…”', 'No marketing'. */
export function restrictionSentence({ kind, territories, media, credit, until }: Restriction): string {
  const about = [
    ...territories.map(territoryName),
    ...media,
    ...(credit === null ? [] : [`“${credit}”`]),
    ...(until === null ? [] : [`until ${until}`]),
  ];
  return [restrictionWords[kind], about.join(', ')].filter(part => part !== '').join(' ');
}
