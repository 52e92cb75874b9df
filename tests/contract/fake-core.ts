import type { CoreEvent } from '../../main/contract/events.ts';
import { WiredeskError } from '../../main/contract/failure.ts';
import { type Handlers, methods } from '../../main/contract/methods.ts';
import { defaultSettings, Settings } from '../../main/contract/settings.ts';
import type { Core } from '../../main/core/core.ts';
import { createDispatch } from '../../main/core/dispatch.ts';

export const pictureHash = 'a'.repeat(64);

export interface FakeCore extends Core {
  /** What the carriers asked of it beside calls, in order. */
  readonly log: string[];
  connections(): number;
}

/** The core's own dispatch over a few handlers that need no store. */
export function createFakeCore(options: { readonly pictureType?: string } = {}): FakeCore {
  const listeners = new Set<(event: CoreEvent) => void>();
  const log: string[] = [];
  const emit = (event: CoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const some: Partial<Handlers> = {
    'settings.set': ({ settings }) => {
      emit({ type: 'settings-changed' });
      return Settings.parse({ ...defaultSettings, ...settings });
    },
    'stories.list': () => ({ total: 0, stories: [] }),
    'stories.get': ({ id }) => {
      throw new WiredeskError('not-found', `There is no story ${id}.`);
    },
    'intake.import': ({ files }) => {
      log.push(...files.map(file => `import ${file.name}`));
      const [good, bad] = [/^story-/, /^bad-/].map(kind => files.filter(({ name }) => kind.test(name)));
      const made = { format: 'text', headline: '', problems: [] };
      return {
        stories: (good ?? []).map(({ name }) => ({ ...made, id: `id of ${name}`, file: name })),
        failed: (bad ?? []).map(({ name }) => ({ file: name, code: 'unreadable', message: 'No story.' })),
      };
    },
  };
  // The suites call no other method of the table.
  const dispatch = createDispatch(methods, some as Handlers, error => log.push(String(error)));
  return {
    log,
    connections: () => listeners.size,
    connect(listener) {
      listeners.add(listener);
      return { dispatch, close: () => void listeners.delete(listener) };
    },
    async picture(sha256, variant) {
      log.push(`picture ${variant}`);
      if (sha256 !== pictureHash) return null;
      return { bytes: new Uint8Array([1, 2, 3]), mediaType: options.pictureType ?? 'image/jpeg' };
    },
    async takeIn(name, bytes) {
      log.push(`take in ${name}: ${bytes.byteLength} bytes`);
      return { ok: true, value: { taken: 't1', differences: [], problems: [] } };
    },
    watchEmbargoes: () => undefined,
    announceClosing: () => emit({ type: 'closing' }),
    close: async () => void log.push('close'),
  };
}
