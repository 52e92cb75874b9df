import type { Handlers } from '../../contract/methods.ts';
import { runChecks } from '../checks/checks.ts';
import { gate } from '../rights/gate.ts';
import { earlierUses } from '../store/ledger.ts';
import { killedAmong } from '../store/picture-uses.ts';
import { loadStory } from '../store/stories.ts';
import { checkForFormat } from '../wire/required.ts';
import { knownTopics, retiredTopics } from './classifying.ts';
import type { ServiceContext } from './context.ts';
import { findDestination, findFormat } from './finding.ts';
import { gateProblem } from './gate-problem.ts';

/** What stands in the way of a story: the copy desk's checks, the format's and the destination's. */
export function checking(context: ServiceContext): Pick<Handlers, 'checks.run'> {
  const { store, clock } = context;
  return {
    'checks.run': async request => {
      const story = loadStory(store, request.id);
      const destination = findDestination(store, request.destination);
      const format = request.format === null ? null : findFormat(request.format);
      const now = clock.now();
      const reasons = gate(story, {
        destination,
        format: format?.id ?? null,
        now,
        killedPictures: killedAmong(store, story.pictures),
        earlierUses: earlierUses(store, story),
      }).reasons;
      return [
        ...reasons.map(gateProblem),
        ...(format ? checkForFormat(story, format) : []),
        ...retiredTopics(story, await knownTopics(context)),
        ...runChecks(story, { now, destination }),
      ];
    },
  };
}
