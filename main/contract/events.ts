import { z } from 'zod';
import { LiftedEmbargo } from './embargoes.ts';
import { SessionId } from './method.ts';

/** What the core tells every window without being asked. */
export const CoreEvent = z.discriminatedUnion('type', [
  /** A story was saved; the session that did it need not read it again. */
  z.strictObject({
    type: z.literal('story-saved'),
    id: z.string(),
    revision: z.int(),
    session: SessionId,
    author: z.string(),
  }),
  /** A story is gone for good, with its history. */
  z.strictObject({ type: z.literal('story-purged'), id: z.string() }),
  /** The list of stories is not what it was. */
  z.strictObject({ type: z.literal('stories-changed') }),
  /** The list of stories that were opened last is not what it was. */
  z.strictObject({ type: z.literal('recent-changed') }),
  /** How many sessions have a story open. */
  z.strictObject({ type: z.literal('story-open'), id: z.string(), sessions: z.array(SessionId).readonly() }),
  z.strictObject({ type: z.literal('comments-changed'), story: z.string() }),
  /** Embargoes have lifted, each told once: now, or while the program was away. */
  z.strictObject({ type: z.literal('embargoes-lifted'), embargoes: z.array(LiftedEmbargo).readonly() }),
  /** The list of lifted embargoes that nobody has taken note of is not what it was. */
  z.strictObject({ type: z.literal('embargoes-changed') }),
  z.strictObject({ type: z.literal('settings-changed') }),
  /** Words were added to the house dictionary or taken out of it. */
  z.strictObject({ type: z.literal('house-words-changed') }),
  /** Long work: `done` of `total`, and what is being done in words. */
  z.strictObject({
    type: z.literal('progress'),
    job: z.string(),
    done: z.int(),
    total: z.int(),
    label: z.string(),
  }),
  /** A command was chosen in a menu of the host's own: the window it is for runs it. */
  z.strictObject({ type: z.literal('command'), id: z.string() }),
  /** The host asks a window to show a story: one that came in from outside, or that was chosen in a menu of its own. */
  z.strictObject({ type: z.literal('open-story'), id: z.string() }),
  /** The host has a word for whoever is at the window: why a file that it was given did not come in. */
  z.strictObject({ type: z.literal('message'), text: z.string() }),
  /** The host is about to stop: windows flush what is unsaved. */
  z.strictObject({ type: z.literal('closing') }),
]);
export type CoreEvent = z.infer<typeof CoreEvent>;
export type CoreEventType = CoreEvent['type'];
