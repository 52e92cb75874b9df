import type { TakenUpload } from '../../main/contract/uploads.ts';
import { failureWords } from '../ui/words.ts';

/** How the adding of picture files to a story stands. */
export interface AddingState {
  /** Whether files are still coming in. */
  readonly running: boolean;
  /** Files looked at, of how many. */
  readonly done: number;
  readonly total: number;
  /** The file looked at last. */
  readonly name: string;
  /** Pictures that are in the story and saved. */
  readonly added: number;
  readonly cancelled: boolean;
  /** What to tell of single files, in sentences; none twice. */
  readonly told: readonly string[];
}

/** What a job needs of the window. */
export interface AddingPorts {
  /** Sends a file to the host. */
  upload(file: File, signal: AbortSignal): Promise<TakenUpload>;
  /** Puts sent files into the story in one save. */
  save(taken: readonly string[], picture: string | null): Promise<void>;
}

/** Files that are being added, by story: the work goes on while another part of the window is looked at. */
export interface AddingJobs {
  state(story: string): AddingState | null;
  /**
   * Adds files to a story, after those that are on their way to it already.
   * @param picture an existing picture that the one file is for
   */
  add(story: string, files: readonly File[], picture: string | null, ports: AddingPorts): void;
  /** Stops; what is in the story stays in it. */
  cancel(story: string): void;
  /** Puts the outcome away. */
  dismiss(story: string): void;
  subscribe(listener: () => void): () => void;
}

/** How many files are on their way at once: one is decoded while the other's metadata is read. */
const abreast = 2;

/** Pictures for one save: a revision and a story on the screen for each single one would cost more than the pictures. */
const together = 100;

interface Job {
  readonly abort: AbortController;
  readonly waiting: (() => Promise<void>)[];
}

export function createAddingJobs(): AddingJobs {
  const states = new Map<string, AddingState>();
  const jobs = new Map<string, Job>();
  const listeners = new Set<() => void>();
  const put = (story: string, state: AddingState | null): void => {
    if (state) states.set(story, state);
    else states.delete(story);
    for (const listener of listeners) listener();
  };

  return {
    state: story => states.get(story) ?? null,
    add(story, files, picture, ports) {
      if (files.length === 0) return;
      const job = jobs.get(story) ?? { abort: new AbortController(), waiting: [] };
      job.waiting.push(() => addAll(files, picture, ports, job.abort.signal, state => put(story, state)));
      if (jobs.has(story)) return;
      jobs.set(story, job);
      void runAll(story, job);
    },
    cancel: story => jobs.get(story)?.abort.abort(),
    dismiss: story => put(story, null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };

  async function runAll(story: string, job: Job): Promise<void> {
    for (let work = job.waiting.shift(); work && !job.abort.signal.aborted; work = job.waiting.shift())
      await work();
    jobs.delete(story);
  }
}

/**
 * Adds files however many they are: no more than two are in memory, one that cannot be read stops nothing, and what
 * was read before a cancel is kept.
 */
async function addAll(
  files: readonly File[],
  picture: string | null,
  { upload, save }: AddingPorts,
  signal: AbortSignal,
  show: (state: AddingState) => void,
): Promise<void> {
  const taken = new Map<number, string>();
  const told = new Set<string>();
  let [next, done, added, name] = [0, 0, 0, ''];
  const tell = (running: boolean): void =>
    show({
      running,
      done,
      total: files.length,
      name,
      added,
      cancelled: !running && signal.aborted,
      told: [...told],
    });

  const takeNext = async (upTo: number): Promise<void> => {
    while (next < upTo && !signal.aborted) {
      const index = next++;
      const file = files[index];
      if (!file) return;
      name = file.name;
      try {
        const sent = await upload(file, signal);
        taken.set(index, sent.taken);
        for (const sentence of sentences(file.name, sent)) told.add(sentence);
      } catch (error) {
        if (signal.aborted) return;
        told.add(failureWords(error));
      }
      done += 1;
      tell(true);
    }
  };

  tell(true);
  try {
    while (next < files.length && !signal.aborted) {
      const upTo = Math.min(files.length, next + together);
      await Promise.all(Array.from({ length: abreast }, () => takeNext(upTo)));
      // In the order of the files, whichever was ready first.
      const ready = [...taken].toSorted(([a], [b]) => a - b).map(([, each]) => each);
      taken.clear();
      if (ready.length === 0) continue;
      await save(ready, picture);
      added += ready.length;
      tell(true);
    }
  } catch (error) {
    told.add(failureWords(error));
  }
  tell(false);
}

function sentences(name: string, { differences, problems }: TakenUpload): readonly string[] {
  return [
    ...problems.map(each => each.message),
    ...differences.map(({ field, truncated, iimLater }) => {
      const taken = truncated
        ? ' (IIM is cut; XMP was taken)'
        : iimLater
          ? ' (IIM was changed later, and was taken)'
          : '';
      return `${name}: ${field} differs between XMP and IIM${taken}.`;
    }),
  ];
}
