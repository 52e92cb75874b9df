import { embargoHolds } from '../../../contract/embargoes.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import type { JsonObject } from '../ninjs/json.ts';
import { embargoWords } from '../status.ts';
import { utcTime } from '../time.ts';

/** `content_restrictions.embargo`, the same for a story and its pictures; without `end_time` where no end is known. */
export function embargoed({ fields: { embargo } }: Story, { now }: WriteContext): JsonObject {
  if (embargo === null) return {};
  const until = utcTime(embargo.until ?? '');
  return {
    embargo: {
      active: until === null || embargoHolds({ until }, now),
      ...(until === null ? {} : { end_time: until }),
      description: embargoWords(embargo),
    },
  };
}
