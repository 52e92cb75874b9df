import { problem, toFailure } from '../../contract/failure.ts';
import type { Handlers, InputFile } from '../../contract/methods.ts';
import type { Picture } from '../../contract/picture.ts';
import type { Story } from '../../contract/story.ts';
import type { Intake, IntakeStory } from '../intake/read.ts';
import { loadSettings } from '../store/settings.ts';
import { createStory } from '../store/stories.ts';
import type { ServiceContext } from './context.ts';
import { takeInPicture, withPictureFile } from './picturing.ts';

type ImportedStory = Awaited<ReturnType<Handlers['intake.paste']>>;

/** Making stories of what comes from outside: files, and the clipboard. */
export function importing(context: ServiceContext): Pick<Handlers, 'intake.import' | 'intake.paste'> {
  const { store, emit, jobs, worker } = context;

  return {
    'intake.import': ({ files, format, session, job }) =>
      jobs.run(job, async signal => {
        const stories: ImportedStory[] = [];
        const failed: { file: string; code: string; message: string }[] = [];
        for (const [index, file] of files.entries()) {
          signal.throwIfAborted();
          emit({ type: 'progress', job, done: index, total: files.length, label: file.name });
          try {
            stories.push(...(await importFile(file, format, session, signal)));
          } catch (error) {
            signal.throwIfAborted();
            const { code, message } = toFailure(error);
            failed.push({ file: file.name, code, message });
          }
        }
        emit({ type: 'progress', job, done: files.length, total: files.length, label: '' });
        if (stories.length > 0) emit({ type: 'stories-changed' });
        return { stories, failed };
      }),

    'intake.paste': async ({ html, text, session }) => {
      const intake = await worker.run('read-clipboard', { html, text });
      const [story] = await keep(intake, 'Clipboard', session);
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
  ): Promise<readonly ImportedStory[]> {
    const bytes = new Uint8Array(Buffer.from(file.data, 'base64'));
    return keep(
      await worker.run('read-file', { name: file.name, bytes, format }, { signal }),
      file.name,
      session,
    );
  }

  /** Every picture is read before the first story is written, so that a bad one leaves the store unchanged. */
  async function keep(intake: Intake, file: string, session: string): Promise<readonly ImportedStory[]> {
    const ready = [];
    for (const taken of intake.stories) ready.push({ taken, ...(await withFiles(taken)) });
    const { author, providerDomain } = loadSettings(store);
    return ready.map(({ taken, pictures, problems }) => {
      const story: Story = createStory(store, {
        story: { ...taken.story, pictures },
        author,
        session,
        cause: 'import',
        providerDomain,
      });
      const { headline } = story.fields;
      return {
        id: story.id,
        file,
        format: intake.format,
        headline,
        problems: [...taken.problems, ...problems],
      };
    });
  }

  async function withFiles(
    taken: IntakeStory,
  ): Promise<{ pictures: readonly Picture[]; problems: IntakeStory['problems'] }> {
    const pictures = new Map(taken.story.pictures.map(picture => [picture.id, picture]));
    const problems = [];
    for (const { picture: id, name, bytes } of taken.files) {
      const picture = pictures.get(id);
      if (!picture) continue;
      try {
        pictures.set(id, withPictureFile(picture, await takeInPicture(context, { name, bytes })));
      } catch (error) {
        problems.push(problem('warning', 'picture-unreadable', toFailure(error).message, { picture: id }));
      }
    }
    return { pictures: [...pictures.values()], problems };
  }
}
