import { WiredeskError } from '../../../contract/failure.ts';
import { mergeFields } from '../../../contract/patch.ts';
import { emptyFields, type NewStory } from '../../../contract/story.ts';
import type { ReadContext, ReadStory } from '../format.ts';
import { isJsonRecord, type JsonRecord, readWireJson } from '../reading/json.ts';
import { createReport, type Report } from '../reading/report.ts';
import { form, isDocument, travellingState } from './document.ts';
import { tellNoPlace } from './lenient.ts';
import { readStory } from './read-story.ts';

const mostStories = 10_000;

/**
 * The story of a `.wiredesk` file; and those of the program's other JSON: a story as `show` prints it or `new --from`
 * takes it, or `{stories: […]}` of them.
 * @throws WiredeskError 'unreadable' where a part of a story does not fit, with the place that does not;
 * 'unsupported' for a file of a newer form; 'too-large' beyond a limit
 */
export function readWiredesk(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const { fileName } = context;
  const report = createReport();
  const value = readWireJson(bytes, fileName, report);
  if (isDocument(value)) {
    const read = readStory(storyOf(value, fileName, report), fileName, context, report);
    return [{ ...read, story: asSent(read.story) }];
  }
  const list: readonly unknown[] =
    isJsonRecord(value) && Array.isArray(value.stories) ? value.stories : [value];
  if (list.length === 0) throw new WiredeskError('unreadable', `${fileName} holds no story.`);
  if (list.length > mostStories)
    throw new WiredeskError(
      'too-large',
      `${fileName} holds ${list.length} stories; at most ${mostStories} are taken in at once.`,
    );
  return list.map((item, index) => {
    const name = list.length > 1 ? `${fileName}, story ${index + 1},` : fileName;
    return readStory(item, name, context, index === 0 ? report : createReport());
  });
}

/** The story of a document whose form this program knows. */
function storyOf(
  { wiredesk, story, notices: _, ...others }: JsonRecord,
  name: string,
  report: Report,
): unknown {
  if (typeof wiredesk === 'number' && wiredesk > form)
    throw new WiredeskError(
      'unsupported',
      `${name} was written by a newer version of Wiredesk (form ${wiredesk}; this version reads form ${form}). Open it with that version, or ask for the story in another format.`,
    );
  if (wiredesk !== form)
    throw new WiredeskError(
      'unreadable',
      `${name} says that its form is ${String(wiredesk)}; there is no such form.`,
    );
  tellNoPlace(Object.entries(others), report);
  return story;
}

/** Whoever made the file: what is sent as a kill is one. */
function asSent({ state = 'draft', ...story }: NewStory): NewStory {
  return { ...story, state: travellingState({ state, fields: mergeFields(emptyFields, story.fields) }) };
}
