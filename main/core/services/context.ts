import type { CoreEvent } from '../../contract/events.ts';
import type { Clock } from '../clock.ts';
import type { Ids } from '../ids.ts';
import type { Jobs } from '../jobs.ts';
import type { Sessions } from '../sessions.ts';
import type { Store } from '../store/open.ts';
import type { MediaTopics } from '../vocabulary/media-topics.ts';
import type { HeavyWorker } from '../worker/pool.ts';

/** What every service works with; made once, in core.ts. */
export interface ServiceContext {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly worker: HeavyWorker;
  /** One thread of its own, which keeps the dictionaries it has read. */
  readonly spelling: HeavyWorker;
  readonly sessions: Sessions;
  readonly jobs: Jobs;
  /** IPTC Media Topics by the folder of official files. */
  readonly topics: (folder: string) => Promise<MediaTopics>;
  readonly emit: (event: CoreEvent) => void;
  /** Told of each file that left, once it is whole. */
  readonly wrote: (file: string) => void;
  /** Where exports go when neither the call nor the settings name a folder. */
  readonly defaultExportFolder: string;
}
