import type { Story, StoryState } from '../../../contract/story.ts';
import { isJsonRecord, type JsonRecord } from '../reading/json.ts';
import { publishingStatus } from '../status.ts';

/**
 * The form of a `.wiredesk` file: `{"wiredesk": 1, "story": {…}}`. What is added to it keeps the number, and older
 * readers leave it out and say so; a change that they would misread gets the next number, and they refuse it.
 */
export const form = 1;

/** Whether a file begins as one of ours, of whatever form. */
export function isWiredesk(head: string): boolean {
  return /^[\ufeff\s]*\{\s*"wiredesk"\s*:\s*\d/u.test(head);
}

/** The same of JSON whose members another program has put in an order of its own. */
export function isDocument(value: unknown): value is JsonRecord {
  return isJsonRecord(value) && typeof value.wiredesk === 'number';
}

/** The state that a story travels in: one that is sent as a kill or a hold arrives as one. */
export function travellingState(story: Pick<Story, 'state' | 'fields'>): StoryState {
  switch (publishingStatus(story)) {
    case 'canceled':
      return 'killed';
    case 'withheld':
      return 'withheld';
    case 'usable':
      return story.state;
  }
}
