import { z } from 'zod';
import { method, none, storyId } from './method.ts';
import type { Embargo } from './story.ts';

/** Whether an embargo still stands at a moment: the one rule, for the gate, the wire and what windows say. */
export function embargoHolds(embargo: Embargo | null, now: Date): boolean {
  if (embargo === null) return false;
  return embargo.until === null || Date.parse(embargo.until) > now.getTime();
}

/** An embargo that has lifted, with the story that waited for it. */
export const LiftedEmbargo = z.strictObject({
  story: storyId,
  /** The words the story goes by. */
  name: z.string(),
  /** When it lifted: RFC 3339, UTC. */
  until: z.string(),
});
export type LiftedEmbargo = z.infer<typeof LiftedEmbargo>;

export const embargoMethods = {
  /** Embargoes that have lifted and of which nobody has taken note yet, the latest first. */
  'embargoes.lifted': method(none, z.array(LiftedEmbargo).readonly()),
  /** Somebody has taken note: these are told no more. */
  'embargoes.seen': method(z.strictObject({ stories: z.array(storyId).min(1).max(1_000) }), none),
} as const;

/** What the system or the browser shows of lifted embargoes outside the window. */
export interface EmbargoNotice {
  readonly title: string;
  readonly body: string;
  /** The story that a click opens; null where the notice speaks of many. */
  readonly story: string | null;
}

/** More at once are one notice: a screen full of them tells less. */
const mostNotices = 3;

/** The notices for embargoes that lifted together: one a story, or one for all where they are many. */
export function embargoNotices(lifted: readonly LiftedEmbargo[]): readonly EmbargoNotice[] {
  if (lifted.length <= mostNotices)
    return lifted.map(({ story, name }) => ({ title: 'Embargo lifted', body: name, story }));
  const names = lifted.slice(0, mostNotices).map(({ name }) => name);
  const others = lifted.length - mostNotices;
  return [
    {
      title: `${lifted.length} embargoes lifted`,
      body: `${names.join(', ')} and ${others} more`,
      story: null,
    },
  ];
}
