/** Saves a story again and again, printing each acknowledged revision: for tests that kill it. */
import { saveStory } from '../../main/core/store/stories.ts';
import { makeStory, openTestStore } from './store.ts';

const store = await openTestStore(process.argv[2] ?? '');
const story = makeStory(store, { slugline: 'LOOP' });
process.stdout.write(`${story.id}\n`);
for (let base = 1; ; base += 1) {
  const patch = { fields: { headline: `Headline ${base + 1}` } };
  const saved = saveStory(store, { id: story.id, base, session: 's1', author: 'Ida', patch });
  if (saved.status === 'saved') process.stdout.write(`${saved.revision}\n`);
}
