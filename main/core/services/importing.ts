import { type Problem, problem, toFailure } from '../../contract/failure.ts';
import type { Handlers, InputFile } from '../../contract/methods.ts';
import type { Picture } from '../../contract/picture.ts';
import type { PictureFileOf } from '../intake/article/draft.ts';
import type { Intake, IntakeStory } from '../intake/read.ts';
import type { MediaReference } from '../wire/format.ts';
import { knownTopics, withMediaTopics } from './classifying.ts';
import type { ServiceContext } from './context.ts';
import { type TakenPicture, takeInPicture, withPictureFile } from './picturing.ts';
import { receiveIntoStore } from './receiving.ts';

type ImportedStory = Awaited<ReturnType<Handlers['intake.paste']>>;

/** Making stories of what comes from outside: files, and the clipboard. */
export function importing(context: ServiceContext): Pick<Handlers, 'intake.import' | 'intake.paste'> {
  const { emit, jobs, worker } = context;

  return {
    'intake.import': ({ files, beside: offered, format, session, job }) =>
      jobs.run(job, async signal => {
        const taken = new Map<InputFile, readonly ImportedStory[]>();
        const failed: { file: string; code: string; message: string }[] = [];
        const own = files.filter(isPictureFile);
        const beside = new Set([...own, ...offered]);
        // Stories first: a picture file that one of them names is that story's, not a story of its own.
        const ordered = [...files.filter(file => !beside.has(file)), ...own];
        for (const [index, file] of ordered.entries()) {
          signal.throwIfAborted();
          emit({ type: 'progress', job, done: index, total: files.length, label: file.name });
          if (isPictureFile(file) && !beside.has(file)) continue;
          try {
            taken.set(file, await importFile(file, format, session, signal, beside));
          } catch (error) {
            signal.throwIfAborted();
            const { code, message } = toFailure(error);
            failed.push({ file: file.name, code, message });
          }
        }
        const stories = files.flatMap(file => taken.get(file) ?? []);
        emit({ type: 'progress', job, done: files.length, total: files.length, label: '' });
        if (stories.length > 0) emit({ type: 'stories-changed' });
        return { stories, failed };
      }),

    'intake.paste': async ({ html, text, session }) => {
      const intake = await worker.run('read-clipboard', { html, text });
      const [story] = await keep(intake, 'Clipboard', session, new Set());
      emit({ type: 'stories-changed' });
      if (!story) throw new Error('The clipboard reader returned no story.');
      return story;
    },
  };

  async function importFile(
    file: InputFile,
    format: string | null,
    session: string,
    signal: AbortSignal,
    beside: Set<InputFile>,
  ): Promise<readonly ImportedStory[]> {
    const input = { name: file.name, bytes: bytesOf(file), format };
    return keep(await worker.run('read-file', input, { signal }), file.name, session, beside);
  }

  /** Every picture is read before the first story is written, so that a bad one leaves the store unchanged. */
  async function keep(
    intake: Intake,
    file: string,
    session: string,
    beside: Set<InputFile>,
  ): Promise<readonly ImportedStory[]> {
    const ready = [];
    for (const taken of intake.stories) ready.push({ taken, ...(await withFiles(taken, beside)) });
    const topics = await knownTopics(context);
    return ready.map(({ taken, pictures, problems }) => {
      const story = withMediaTopics({ ...taken.story, pictures }, topics);
      const received = receiveIntoStore(context, story, session);
      return {
        id: received.story.id,
        file,
        format: intake.format,
        headline: received.story.fields.headline,
        problems: [...received.problems, ...taken.problems, ...problems],
      };
    });
  }

  async function withFiles(
    taken: IntakeStory,
    beside: Set<InputFile>,
  ): Promise<{ pictures: readonly Picture[]; problems: IntakeStory['problems'] }> {
    const pictures = new Map(taken.story.pictures.map(picture => [picture.id, picture]));
    const problems: Problem[] = [];
    for (const { picture: id, name, bytes, known } of filesOf(taken, beside)) {
      const picture = pictures.get(id);
      if (!picture) continue;
      try {
        const file = await takeInPicture(context, { name, bytes });
        pictures.set(id, withTakenFile(picture, file, known));
        problems.push(...file.problems.map(each => ({ ...each, picture: id })));
      } catch (error) {
        problems.push(problem('warning', 'picture-unreadable', toFailure(error).message, { picture: id }));
      }
    }
    return { pictures: [...pictures.values()], problems };
  }
}

/** A file that a wire file names, and what that says of it. */
type FileOfPicture = PictureFileOf & { readonly known?: MediaReference['known'] | undefined };

/** The very file that left with the story has nothing to add to it; any other fills what the story leaves open. */
function withTakenFile(picture: Picture, taken: TakenPicture, known: MediaReference['known']): Picture {
  return known?.sha256 === taken.file.sha256
    ? { ...picture, file: { ...taken.file, name: known.name } }
    : withPictureFile(picture, taken);
}

function bytesOf(file: InputFile): Uint8Array {
  return new Uint8Array(Buffer.from(file.data, 'base64'));
}

function isPictureFile({ name }: InputFile): boolean {
  return /\.(?:jpe?g|png|tiff?|webp|heic|avif|gif)$/iu.test(name);
}

function filesOf({ files, media }: IntakeStory, beside: Set<InputFile>): readonly FileOfPicture[] {
  return [...files, ...filesNamed(media, beside)];
}

/** The files that a wire file names, found by their bare names: feeds move files (wire-formats 1). Each is used once. */
function filesNamed(media: readonly MediaReference[], beside: Set<InputFile>): FileOfPicture[] {
  return media.flatMap(({ picture, href, known }) => {
    const name = bareName(href);
    const file = [...beside].find(each => bareName(each.name) === name);
    if (name === '' || !file) return [];
    beside.delete(file);
    return [{ picture, name: file.name, bytes: bytesOf(file), known }];
  });
}

/** The last part of a path or address, decoded, without its query; in lower case. */
function bareName(href: string): string {
  const last =
    href
      .replace(/[?#].*$/su, '')
      .split(/[\\/:]/u)
      .at(-1) ?? '';
  try {
    return decodeURIComponent(last).toLowerCase();
  } catch {
    return last.toLowerCase();
  }
}
