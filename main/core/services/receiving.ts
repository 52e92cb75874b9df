import { type Problem, problem } from '../../contract/failure.ts';
import type { NewStory, Story } from '../../contract/story.ts';
import { storiesSharingPictures } from '../store/picture-uses.ts';
import { noteReceived, receivedVersions, storyByGuid } from '../store/received.ts';
import { loadSettings } from '../store/settings.ts';
import { transaction } from '../store/sql.ts';
import { createStory, listRevisions, loadStory, receiveStory } from '../store/stories.ts';
import type { ServiceContext } from './context.ts';
import { killFields, receive } from './reception.ts';

/** A story that came in, kept or told why not. */
export interface Received {
  readonly story: Story;
  readonly problems: readonly Problem[];
}

/** Keeps a story that came in from outside: as a new one, or as the next version of the one with its identity. */
export function receiveIntoStore(
  context: Pick<ServiceContext, 'store' | 'emit'>,
  incoming: NewStory,
  session: string,
): Received {
  const { store, emit } = context;
  const { author, providerDomain } = loadSettings(store);
  const heldId = incoming.guid === undefined ? null : storyByGuid(store, incoming.guid);
  if (heldId === null) {
    const story = transaction(store.database, () => {
      const made = createStory(store, {
        story: opened(incoming),
        author,
        session,
        cause: 'import',
        providerDomain,
      });
      noteArrival(context, made, incoming);
      return made;
    });
    return { story, problems: story.state === 'killed' ? killProblems(context, story) : [] };
  }
  const held = loadStory(store, heldId);
  const versions = receivedVersions(store, heldId);
  const [newest] = listRevisions(store, heldId);
  const edited = newest !== undefined && newest.cause !== 'import' && newest.cause !== 'receive';
  const reception = receive({ story: held, ...versions, edited }, incoming);
  if (reception.outcome === 'ignored')
    return { story: held, problems: [problem('warning', 'not-newer', reception.message)] };
  const { act, version, next } = reception;
  const story = receiveStory(
    store,
    heldId,
    { author, session, cause: 'receive' },
    () => next,
    () => noteReceived(store, heldId, version, act),
  );
  emit({ type: 'story-saved', id: heldId, revision: story.revision, session, author });
  const messages = reception.messages.map(message =>
    problem('warning', act === 'kill' ? 'killed' : 'new-version', message),
  );
  return {
    story,
    problems: [...messages, ...(story.state === 'killed' ? killProblems(context, story) : [])],
  };
}

/** A kill without a story is kept too: what comes late must find that it is killed. */
function opened(incoming: NewStory): NewStory {
  return incoming.state === 'killed'
    ? { ...incoming, fields: { ...incoming.fields, ...killFields(incoming.fields) } }
    : incoming;
}

function noteArrival({ store }: Pick<ServiceContext, 'store'>, story: Story, incoming: NewStory): void {
  if (incoming.guid === undefined) return;
  noteReceived(store, story.id, story.version, incoming.state === 'killed' ? 'kill' : 'content');
}

/** Where else the pictures of a killed story stand: everyone who used them must know. */
function killProblems({ store }: Pick<ServiceContext, 'store'>, story: Story): Problem[] {
  const others = storiesSharingPictures(store, story.id);
  return others.map(({ name }) =>
    problem('error', 'killed-picture-used', `A picture of the killed story is used in “${name}”.`),
  );
}
