import { isAbsolute } from 'node:path';
import { type Problem, WiredeskError } from '../../contract/failure.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { WrittenFile } from '../../contract/wire.ts';
import { listFilings, listOverrides } from '../store/log.ts';
import { loadSettings } from '../store/settings.ts';
import { fileStory, loadStory } from '../store/stories.ts';
import type { WireFile } from '../wire/format.ts';
import type { ServiceContext } from './context.ts';
import { type Departure, logTime, prepareDeparture } from './departure.ts';
import { recordLeaving } from './letting-go.ts';
import { writeDeparture } from './write-departure.ts';

/** Letting stories go: preview, export to a folder, filing to a destination. */
export function filing(
  context: ServiceContext,
): Pick<Handlers, 'export.preview' | 'export.write' | 'export.copy' | 'filing.file' | 'filing.list'> {
  const { store, emit } = context;
  return {
    'export.preview': async request => {
      const departure = await prepareDeparture(context, request);
      const refused = departure.faults.length > 0 || departure.needsOverride;
      const [main] = departure.files;
      return {
        text: main && !refused && isText(main) ? previewText(main.bytes) : '',
        files: departure.files.map(file => ({
          path: file.path,
          mediaType: file.mediaType,
          bytes: file.bytes.byteLength,
        })),
        problems: departure.problems,
        reasons: departure.reasons,
        refused,
        possibleWithoutPictures: departure.possibleWithoutPictures,
      };
    },

    'export.write': async ({ ids, override, folder, session: _session, ...choice }) => {
      const target = folder ?? (loadSettings(store).exportFolder || context.defaultExportFolder);
      if (!isAbsolute(target))
        throw new WiredeskError('bad-request', `"${target}" is not an absolute folder.`);
      // Every story is cleared before the first file is written: a refusal leaves nothing half sent.
      const departures: Departure[] = [];
      for (const id of ids)
        departures.push(clear(await prepareDeparture(context, { id, ...choice }), override !== null));
      const files: WrittenFile[] = [];
      const problems: Problem[] = [];
      for (const departure of departures) {
        recordLeaving(context, departure, 'export', override);
        files.push(...(await writeDeparture(context, departure, target)));
        problems.push(...departure.problems);
      }
      return { files, problems };
    },

    'export.copy': async ({ override, session: _session, ...request }) => {
      const departure = clear(await prepareDeparture(context, request), override !== null);
      const [main] = departure.files;
      if (!main || !isText(main))
        throw new WiredeskError(
          'refused',
          `${departure.format.label} is no text that could be copied: export it.`,
        );
      recordLeaving(context, departure, 'copy', override);
      return { text: previewText(main.bytes), name: main.path, mediaType: main.mediaType };
    },

    'filing.file': async ({ id, override, session, ...choice }) => {
      const departure = clear(
        await prepareDeparture(context, { id, ...choice, asNextVersion: true }),
        override !== null,
      );
      const { delivery } = departure.destination ?? {};
      if (!delivery)
        throw new WiredeskError(
          'refused',
          `${choice.destination} has no delivery folder: set one, or export the story instead.`,
        );
      const by = override?.by ?? loadSettings(store).author;
      if (by === '')
        throw new WiredeskError(
          'refused',
          'A filing needs the name of who files: set your name in Settings.',
        );
      recordLeaving(context, departure, 'file', override);
      const files = await writeDeparture(context, departure, delivery.path);
      const entry = {
        time: logTime(context),
        by,
        destination: choice.destination,
        format: choice.format,
        version: departure.story.version,
        files: files.map(file => file.path),
      };
      const story = fileStory(store, { id, author: by, session, filing: entry });
      emit({ type: 'story-saved', id, revision: story.revision, session, author: by });
      emit({ type: 'stories-changed' });
      return { story, filing: entry, problems: departure.problems };
    },

    'filing.list': ({ id }) => {
      loadStory(store, id);
      return { filings: listFilings(store, id), overrides: listOverrides(store, id) };
    },
  };
}

function isText({ mediaType }: WireFile): boolean {
  return !/^(?:image\/|application\/(?:zip|vnd\.openxmlformats))/.test(mediaType);
}

/** The bytes as a reader would see them: UTF-8, else an 8-bit set. */
function previewText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/**
 * The departure, if it may go.
 * @throws WiredeskError 'refused' with everything that stands in the way
 */
function clear(departure: Departure, override: boolean): Departure {
  if (departure.faults.length === 0 && (override || !departure.needsOverride)) return departure;
  const reasons = departure.problems.filter(each => each.severity !== 'info').map(each => each.message);
  throw new WiredeskError('refused', `The story does not leave. ${reasons.join(' ')}`, {
    problems: departure.problems,
  });
}
