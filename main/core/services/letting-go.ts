import type { MethodRequest } from '../../contract/methods.ts';
import type { Door, Override } from '../../contract/rights.ts';
import { storyName } from '../../contract/story.ts';
import { appendPictureUse } from '../store/ledger.ts';
import { appendOverride } from '../store/log.ts';
import { loadSettings } from '../store/settings.ts';
import { transaction } from '../store/sql.ts';
import { carriesContent } from '../wire/status.ts';
import type { ServiceContext } from './context.ts';
import { type Departure, logTime } from './departure.ts';

type OverrideChoice = MethodRequest<'export.write'>['override'];

/**
 * Writes down that a story leaves: the decision against a rule, where one was needed, and every picture in the
 * ledger. Before the first byte is written: what is on the wire and not in the book is what no house can afford.
 * @param by who sends it, where the override does not say
 */
export function recordLeaving(
  context: ServiceContext,
  { story, format, destination, reasons, needsOverride }: Departure,
  door: Door,
  override: OverrideChoice = null,
): void {
  const { store } = context;
  const time = logTime(context);
  const against = needsOverride ? override : null;
  const to = destination?.name ?? null;
  transaction(store.database, () => {
    if (against) {
      const overridden = reasons.map(each => each.message);
      const decision: Override = { time, ...against, destination: to, format: format.id, overridden };
      appendOverride(store, story.id, decision);
    }
    if (!carriesContent(story)) return;
    for (const picture of story.pictures)
      appendPictureUse(store, {
        time,
        sha256: picture.file?.sha256 ?? null,
        picture: picture.id,
        story: story.id,
        name: storyName(story.fields),
        version: story.version,
        door,
        format: format.id,
        destination: to,
        by: override?.by ?? loadSettings(store).author,
        rights: [
          ...(picture.category === '' ? [] : [picture.category]),
          ...picture.restrictions.map(rule => rule.text || rule.kind),
          ...picture.leases.map(lease => `${lease.allows ? 'allowed' : 'denied'}: ${lease.note || 'lease'}`),
        ],
        override: reasons.some(each => each.picture === picture.id) ? (against?.reason ?? null) : null,
      });
  });
}
