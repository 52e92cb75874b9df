import { type Problem, problem } from '../../contract/failure.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { NewStory, Story, Subject } from '../../contract/story.ts';
import { loadSettings } from '../store/settings.ts';
import type { MediaTopics } from '../vocabulary/media-topics.ts';
import type { ServiceContext } from './context.ts';

/** Subjects by IPTC's vocabularies: found by name, mapped from Subject Codes, checked for retirement. */
export function classifying(context: ServiceContext): Pick<Handlers, 'topics.search' | 'topics.look'> {
  return {
    'topics.search': async ({ query, language, limit }) => {
      const topics = await knownTopics(context);
      return { topics: topics.search(query, language, limit), released: topics.released };
    },
    'topics.look': async ({ codes, language }) => {
      const topics = await knownTopics(context);
      return {
        topics: codes.flatMap(code => topics.byCode(code, language) ?? []),
        released: topics.released,
      };
    },
  };
}

/** The Media Topics of the folder that Settings name, or the built-in top terms. */
export function knownTopics({
  store,
  topics,
}: Pick<ServiceContext, 'store' | 'topics'>): Promise<MediaTopics> {
  return topics(loadSettings(store).schemaFolder);
}

function isMediaTopic({ scheme }: Subject): boolean {
  return /^medtop$|newscodes\/mediatopic\/$/u.test(scheme);
}

function isSubjectCode({ scheme, code }: Subject): boolean {
  return /^subj$|newscodes\/subjectcode\/$/u.test(scheme) && /^\d{8}$/u.test(code);
}

/** The story with a Media Topic beside each Subject Code that has one; the codes it came with stay. */
export function withMediaTopics(story: NewStory, topics: MediaTopics): NewStory {
  const subjects = story.fields.subjects ?? [];
  const language = story.fields.language ?? 'en';
  const present = new Set(subjects.filter(isMediaTopic).map(({ code }) => code));
  const added: Subject[] = [];
  for (const { code } of subjects.filter(isSubjectCode)) {
    const mapped = topics.bySubjectCode(code);
    if (mapped === null || present.has(mapped)) continue;
    present.add(mapped);
    added.push({ scheme: 'medtop', code: mapped, name: topics.byCode(mapped, language)?.name ?? '' });
  }
  return added.length === 0
    ? story
    : { ...story, fields: { ...story.fields, subjects: [...subjects, ...added] } };
}

/** Retired topics of a story: receivers may not know them any more. */
export function retiredTopics({ fields }: Story, topics: MediaTopics): readonly Problem[] {
  return fields.subjects
    .filter(isMediaTopic)
    .flatMap(({ code }) => topics.byCode(code, fields.language) ?? [])
    .filter(topic => topic.retired)
    .map(({ code, name }) =>
      problem('warning', 'topic-retired', `IPTC has retired the topic “${name}” (${code}): choose another.`, {
        field: 'subjects',
      }),
    );
}
