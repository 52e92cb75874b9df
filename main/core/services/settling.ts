import { isAbsolute } from 'node:path';
import { WiredeskError } from '../../contract/failure.ts';
import type { Handlers } from '../../contract/methods.ts';
import { backupStore, doctor } from '../store/care.ts';
import { listDestinations, removeDestination, setDestination } from '../store/destinations.ts';
import { loadSettings, saveSettings } from '../store/settings.ts';
import { version } from '../version.ts';
import { formatInfos } from '../wire/formats.ts';
import type { ServiceContext } from './context.ts';
import { findFormat } from './finding.ts';
import { currentSample } from './sample-story.ts';

type Settling = Pick<
  Handlers,
  | 'app.info'
  | 'settings.set'
  | 'destinations.list'
  | 'destinations.set'
  | 'destinations.remove'
  | 'jobs.cancel'
  | 'store.backup'
  | 'store.doctor'
>;

/** The program's own affairs: settings, destinations, running jobs. */
export function settling(context: ServiceContext): Settling {
  const { store, emit, jobs } = context;
  return {
    'app.info': () => {
      const settings = loadSettings(store);
      return {
        version,
        store: store.directory,
        exportFolder: settings.exportFolder || context.defaultExportFolder,
        formats: formatInfos(),
        settings,
        sampleStory: currentSample(store),
        notices: store.notices,
      };
    },
    'settings.set': ({ settings }) => {
      const saved = saveSettings(store, settings);
      emit({ type: 'settings-changed' });
      return saved;
    },
    'destinations.list': () => listDestinations(store),
    'destinations.set': ({ destination }) => {
      for (const format of destination.formats) findFormat(format);
      setDestination(store, destination);
      emit({ type: 'settings-changed' });
      return listDestinations(store);
    },
    'destinations.remove': ({ name }) => {
      removeDestination(store, name);
      emit({ type: 'settings-changed' });
      return listDestinations(store);
    },
    'store.backup': ({ file }) => {
      if (!isAbsolute(file)) throw new WiredeskError('bad-request', `"${file}" is not an absolute path.`);
      return backupStore(store, file);
    },
    'store.doctor': () => doctor(store),
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
  };
}
