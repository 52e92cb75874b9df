import { plainInlines } from '../../contract/body.ts';
import type { NewStory } from '../../contract/story.ts';
import { pictureFromCaption } from '../intake/picture-from-caption.ts';
import { parseCaption } from '../pictures/caption/parse.ts';
import type { Store } from '../store/open.ts';
import { listStories } from '../store/search.ts';
import { getMark, loadSettings, setMark } from '../store/settings.ts';
import { createStory, loadStory } from '../store/stories.ts';
import type { ServiceContext } from './context.ts';

const mark = 'sample-story';

/** Invented, like everyone in it; the agency is real because the caption grammar knows it. */
const caption =
  'This picture taken on March 3, 2026 and released by the Harbour Office of Port Selwyn on March 4, 2026 shows ' +
  'harbour master Ada Lindqvist (L) opening the new sea lock with engineer Tomas Reyl in Port Selwyn. ' +
  '(Photo by Handout / HARBOUR OFFICE / AFP) / - Belgium OUT / RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT ' +
  '"AFP PHOTO / HARBOUR OFFICE" - NO MARKETING NO ADVERTISING CAMPAIGNS - DISTRIBUTED AS A SERVICE TO CLIENTS';

const paragraphs = [
  'This is a sample story. It shows how Wiredesk keeps a picture’s caption, credit and rights beside the copy; one click on “Remove the sample” takes it away.',
  'Harbour master Ada Lindqvist opened the new sea lock at Port Selwyn on Tuesday, two years after the old gates failed in a winter storm.',
  'Open the Pictures tab: the agency’s words are on one side, what was read from them on the other. The picture may not go to Belgium, so an export to a Belgian destination is refused until the picture stays behind or a named person overrides with a reason.',
];

/** Puts the sample into a store that has never had a story. */
export function offerSample(context: ServiceContext): void {
  const { store, ids } = context;
  if (
    getMark(store, mark) !== null ||
    listStories(store, { query: '', state: null, limit: 0, offset: 0 }).total > 0
  )
    return;
  const picture = pictureFromCaption(caption, { id: ids(), parseCaption });
  const story: NewStory = {
    fields: {
      slugline: 'SAMPLE-LOCK',
      headline: 'Port Selwyn opens its new sea lock',
      byline: 'Ida Marsh',
      dateline: { place: 'PORT SELWYN', country: '', date: '2026-03-03', source: 'Wiredesk' },
      keywords: ['sample', 'harbour'],
      language: 'en',
    },
    body: {
      version: 1,
      blocks: [
        ...paragraphs.map(text => ({ id: ids(), type: 'paragraph', inlines: plainInlines(text) }) as const),
        { id: ids(), type: 'picture', pictureId: picture.id },
      ],
    },
    pictures: [picture],
  };
  const { providerDomain } = loadSettings(store);
  const created = createStory(store, {
    story,
    author: 'Wiredesk',
    session: ids(),
    cause: 'create',
    providerDomain,
  });
  setMark(store, mark, created.id);
}

/** The sample story, while it is in the store. */
export function currentSample(store: Store): string | null {
  const id = getMark(store, mark);
  if (id === null) return null;
  try {
    return loadStory(store, id).id;
  } catch {
    return null;
  }
}
