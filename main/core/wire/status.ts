import type { Embargo, Story } from '../../contract/story.ts';
import { utcTime } from './time.ts';

/** Publishing status, in the words that NewsML-G2, NITF and ninjs share (wire-formats 2.8). */
export type PublishingStatus = 'usable' | 'withheld' | 'canceled';

/** A killed story is canceled, a withheld one withheld; everything else may be used. */
export function publishingStatus({ state, fields }: Pick<Story, 'state' | 'fields'>): PublishingStatus {
  if (fields.editorialAction === 'kill' || state === 'killed') return 'canceled';
  if (fields.editorialAction === 'withhold' || state === 'withheld') return 'withheld';
  return 'usable';
}

/** Whether the content leaves: a kill carries identity, headline and reason, and nothing to publish. */
export function carriesContent(story: Pick<Story, 'state' | 'fields'>): boolean {
  return publishingStatus(story) !== 'canceled';
}

/** The embargo said in words too: no desk may rely on a machine field alone (wire-formats 2.8). */
export function embargoWords(embargo: Embargo | null): string {
  if (embargo === null) return '';
  const until = embargo.until === null ? null : utcTime(embargo.until);
  if (until === null) return 'EMBARGOED until released by the sender.';
  return `EMBARGOED until ${until.slice(0, 10)} ${until.slice(11, 19)} UTC.`;
}

/** What a kill or a hold demands, in words; empty for every other story. */
export function statusWords(story: Pick<Story, 'state' | 'fields'>): string {
  switch (publishingStatus(story)) {
    case 'canceled':
      return 'KILL: do not publish; remove from archives and from every page where it stands.';
    case 'withheld':
      return 'WITHHELD: do not publish until further notice.';
    case 'usable':
      return story.fields.editorialAction === 'advisory' ? 'ADVISORY: not for publication.' : '';
  }
}
