import { isAbsolute, join } from 'node:path';
import { type Problem, problem, toFailure, WiredeskError } from '../../contract/failure.ts';
import type { Handlers, MethodRequest } from '../../contract/methods.ts';
import { storyName } from '../../contract/story.ts';
import type { BatchOutcome, WrittenFile } from '../../contract/wire.ts';
import { wireTime } from '../clock.ts';
import { loadSettings } from '../store/settings.ts';
import { loadStory } from '../store/stories.ts';
import { writeWholeFile } from '../whole-file.ts';
import type { ServiceContext } from './context.ts';
import { type Departure, prepareDeparture } from './departure.ts';
import { findFormat } from './finding.ts';
import { recordLeaving } from './letting-go.ts';
import { writeDeparture } from './write-departure.ts';

type Request = MethodRequest<'export.batch'>;

/** How many stories are on their way at once: as many as there are threads to write them, and one being read. */
const abreast = 3;

/**
 * Many stories in many formats in one run. What may not leave stays and is told; nothing else waits for it, and
 * nobody can override a rule for many at once.
 */
export function batch(context: ServiceContext): Pick<Handlers, 'export.batch'> {
  const { store, emit, jobs, clock } = context;
  return {
    'export.batch': request =>
      jobs.run(request.job, async signal => {
        const folder = request.folder ?? (loadSettings(store).exportFolder || context.defaultExportFolder);
        if (!isAbsolute(folder))
          throw new WiredeskError('bad-request', `"${folder}" is not an absolute folder.`);
        for (const format of request.formats) findFormat(format);
        const work = request.ids.flatMap(id => request.formats.map(format => ({ id, format })));
        const outcomes: BatchOutcome[] = [];
        const claimed = new Map<string, string>();
        let done = 0;
        const runNext = async (): Promise<void> => {
          for (let next = work.shift(); next && !signal.aborted; next = work.shift()) {
            outcomes.push(await leave(next.id, next.format, request, folder, claimed));
            done += 1;
            const total = request.ids.length * request.formats.length;
            emit({ type: 'progress', job: request.job, done, total, label: outcomes.at(-1)?.name ?? '' });
          }
        };
        const time = wireTime(clock.now());
        await Promise.all(Array.from({ length: abreast }, runNext));
        const cancelled = signal.aborted;
        const order = new Map(request.ids.map((id, index) => [id, index]));
        outcomes.sort((a, b) => (order.get(a.story) ?? 0) - (order.get(b.story) ?? 0));
        const report = await writeReport(folder, time, cancelled, outcomes);
        context.wrote(report);
        // What was written is told even where the rest was cancelled: files that nobody knows of are a trap.
        return { outcomes, report, cancelled };
      }),
  };

  async function leave(
    id: string,
    format: string,
    request: Request,
    folder: string,
    claimed: Map<string, string>,
  ): Promise<BatchOutcome> {
    const told = (
      outcome: BatchOutcome['outcome'],
      name: string,
      problems: readonly Problem[],
      files: readonly WrittenFile[] = [],
    ): BatchOutcome => ({ story: id, name, format, outcome, problems, files });
    try {
      const { destination, withoutBlockedPictures, options, pictures } = request;
      const departure = await prepareDeparture(
        context,
        { id, format, options: options[format] ?? {}, destination, withoutBlockedPictures, pictures },
        made => context.worker.run('write', made),
      );
      const name = storyName(departure.story.fields);
      if (departure.faults.length > 0 || departure.needsOverride)
        return told('refused', name, departure.problems);
      claim(departure, claimed);
      recordLeaving(context, departure, 'batch');
      return told('written', name, departure.problems, await writeDeparture(context, departure, folder));
    } catch (error) {
      const { message, problems } = toFailure(error);
      return told('failed', nameOf(id), [problem('error', 'failed', message), ...problems]);
    }
  }

  function nameOf(id: string): string {
    try {
      return storyName(loadStory(store, id).fields);
    } catch {
      return id;
    }
  }
}

/** No two stories of a run may write one file: file systems that ignore case included. */
function claim({ story, files }: Departure, claimed: Map<string, string>): void {
  for (const { path } of files) {
    const key = path.toLowerCase();
    if ((claimed.get(key) ?? story.id) !== story.id)
      throw new WiredeskError('refused', `"${path}" is the name of another story's file in this run.`);
    claimed.set(key, story.id);
  }
}

/** What left and what did not, and why, beside the files. */
async function writeReport(
  folder: string,
  time: string,
  cancelled: boolean,
  outcomes: readonly BatchOutcome[],
): Promise<string> {
  const of = (outcome: BatchOutcome['outcome']): number =>
    outcomes.filter(each => each.outcome === outcome).length;
  const report = {
    time,
    cancelled,
    written: of('written'),
    refused: of('refused'),
    failed: of('failed'),
    outcomes: outcomes.map(({ files, ...rest }) => ({
      ...rest,
      files: files.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
    })),
  };
  const name = `wiredesk-export-${time.replaceAll(':', '-')}.json`;
  await writeWholeFile(folder, name, new TextEncoder().encode(`${JSON.stringify(report, null, 2)}\n`));
  return join(folder, name);
}
