import { type ReactElement, useState } from 'react';
import { NewStory, SomeFields, storyName } from '../../main/contract/story.ts';
import { type RescuedDraft, rescuedDrafts } from '../editor/rescue.ts';
import { failureWords, moment } from '../ui/words.ts';
import { useDesk } from './context.ts';

/** Text that was on a screen and had not reached the store when the window or the program went away. */
export function RescueOffer(): ReactElement | null {
  const { link, session, tell, openStory } = useDesk();
  const [drafts, setDrafts] = useState(() => rescuedDrafts(window.localStorage));
  const [draft] = drafts;
  if (!draft) return null;
  const done = (): void => {
    window.localStorage.removeItem(draft.key);
    setDrafts(drafts.filter(each => each !== draft));
  };
  const keep = async (kept: RescuedDraft): Promise<void> => {
    try {
      // As a story of its own: what the store has is never replaced without being asked.
      const story = await link.client.call('stories.create', {
        story: NewStory.parse({ ...asObject(kept.draft), state: 'draft' }),
        session,
      });
      done();
      openStory(story.id);
    } catch (error) {
      tell(failureWords(error));
    }
  };
  return (
    <div className="banner" role="alert">
      <span>
        What was written in “{nameOf(draft)}” until {moment(draft.time)} had not been saved when the program
        went away.
      </span>
      <button type="button" onClick={() => void keep(draft)}>
        Open it as a story
      </button>
      <button type="button" onClick={done}>
        Throw it away
      </button>
    </div>
  );
}

/** What the story was called in the draft itself: it may have another name by now. */
function nameOf({ draft }: RescuedDraft): string {
  const kept = asObject(draft);
  const { slugline = '', headline = '' } =
    SomeFields.safeParse('fields' in kept ? kept.fields : {}).data ?? {};
  return storyName({ slugline, headline });
}

function asObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
