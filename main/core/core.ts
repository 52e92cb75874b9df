import { join } from 'node:path';
import type { CoreEvent } from '../contract/events.ts';
import { type Handlers, methods } from '../contract/methods.ts';
import type { Result } from '../contract/rpc.ts';
import { type Clock, systemClock } from './clock.ts';
import { createDispatch } from './dispatch.ts';
import { createIds } from './ids.ts';
import { createJobs } from './jobs.ts';
import { closeExiftool } from './pictures/exiftool.ts';
import { canShow, type PictureVariant } from './pictures/file.ts';
import { createRenditions } from './pictures/rendition-cache.ts';
import type { ShownPicture } from './pictures/renditions.ts';
import { batch } from './services/batch.ts';
import { checking } from './services/checking.ts';
import { classifying } from './services/classifying.ts';
import { commenting } from './services/commenting.ts';
import type { ServiceContext } from './services/context.ts';
import { editing } from './services/editing.ts';
import { createEmbargoWatch } from './services/embargo-watch.ts';
import { embargoes } from './services/embargoes.ts';
import { filing } from './services/filing.ts';
import { importing } from './services/importing.ts';
import { picturing } from './services/picturing.ts';
import { rights } from './services/rights.ts';
import { offerSample } from './services/sample-story.ts';
import { settling } from './services/settling.ts';
import { spellingOf } from './services/spelling.ts';
import { createSessions } from './sessions.ts';
import { closeStore } from './store/care.ts';
import { openStore } from './store/open.ts';
import { pictureFileInfo, picturePath, readPictureFile } from './store/pictures.ts';
import { createTopicShelf } from './vocabulary/topic-files.ts';
import { createWorker, createWorkers } from './worker/pool.ts';

/** One window or command: its calls, and the end of its sessions when it goes away. */
export interface Connection {
  /** Never throws: every failure comes back as data. */
  dispatch(method: string, input: unknown): Promise<Result>;
  close(): void;
}

/** The application without its window: what every host carries. */
export interface Core {
  connect(listener: (event: CoreEvent) => void): Connection;
  /** A picture's bytes as kept, or scaled for the screen; null where there is none, or none that this machine can show. */
  picture(sha256: string, variant: PictureVariant): Promise<ShownPicture | null>;
  /** Takes a picture file in, as bytes, for `pictures.addTaken`: a TakenUpload, or why not. Never throws. */
  takeIn(name: string, bytes: Uint8Array): Promise<Result>;
  /**
   * Tells of embargoes as they lift, and first of those that lifted while nobody watched. For hosts with windows, once
   * they listen: what is told is told once.
   */
  watchEmbargoes(): void;
  /** Tells every window to send what is unsaved; the host then waits a bounded time and closes. */
  announceClosing(): void;
  /** Folds, backs up and closes the store. */
  close(): Promise<void>;
}

export interface CoreOptions {
  /** The store's folder; made where it is missing. */
  readonly directory: string;
  readonly clock?: Clock;
  /** Told the path of each file that left, once it is whole. */
  readonly wrote?: (file: string) => void;
  /** Where faults of ours are reported. */
  readonly report?: (error: unknown) => void;
  /** Whether an empty store is given the sample story: in a window yes, on the command line no. */
  readonly sample?: boolean;
}

/**
 * Opens the store and puts the services together.
 * @throws WiredeskError 'store-busy', 'store-newer' or 'disk'
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const clock = options.clock ?? systemClock;
  const ids = createIds(clock);
  const store = await openStore({ directory: options.directory, clock, ids });
  const worker = createWorkers();
  const spelling = createWorker();
  const listeners = new Set<(event: CoreEvent) => void>();
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
    if (event.type === 'stories-changed') watch.look();
  };
  const context: ServiceContext = {
    store,
    clock,
    ids,
    worker,
    spelling,
    emit,
    wrote: options.wrote ?? (() => undefined),
    sessions: createSessions((id, sessions) => emit({ type: 'story-open', id, sessions })),
    jobs: createJobs(),
    topics: createTopicShelf().topics,
    defaultExportFolder: join(store.directory, 'exports'),
  };
  const pictures = picturing(context);
  const renditions = createRenditions({ folder: join(store.directory, 'cache', 'renditions') });
  const handlers: Handlers = {
    ...editing(context),
    ...commenting(context),
    ...checking(context),
    ...importing(context),
    ...pictures.handlers,
    ...filing(context),
    ...batch(context),
    ...rights(context),
    ...embargoes(context),
    ...classifying(context),
    ...spellingOf(context),
    ...settling(context),
  };
  const report = options.report ?? (() => undefined);
  const watch = createEmbargoWatch(context, report);
  const dispatch = createDispatch(methods, handlers, report);
  if (options.sample) offerSample(context);

  return {
    connect(listener) {
      listeners.add(listener);
      const sessions = new Set<string>();
      return {
        dispatch(method, input) {
          const session = openedSession(method, input);
          if (session !== null) sessions.add(session);
          return dispatch(method, input);
        },
        close() {
          listeners.delete(listener);
          for (const session of sessions) context.sessions.end(session);
        },
      };
    },
    async picture(sha256, variant) {
      const info = pictureFileInfo(store, sha256);
      if (!info) return null;
      if (variant === 'original') return { bytes: readPictureFile(store, sha256), mediaType: info.mediaType };
      return canShow(info) ? renditions.get(sha256, variant, picturePath(store, sha256)) : null;
    },
    takeIn: pictures.takeIn,
    watchEmbargoes: watch.start,
    announceClosing() {
      emit({ type: 'closing' });
    },
    async close() {
      watch.stop();
      await Promise.all([worker.close(), spelling.close()]);
      await closeExiftool();
      await closeStore(store);
    },
  };
}

function openedSession(method: string, input: unknown): string | null {
  if (method !== 'stories.open' || typeof input !== 'object' || input === null) return null;
  return 'session' in input && typeof input.session === 'string' ? input.session : null;
}
