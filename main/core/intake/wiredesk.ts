import { isJsonRecord } from '../wire/reading/json.ts';
import { isDocument } from '../wire/wiredesk/document.ts';
import { isStory } from '../wire/wiredesk/read-story.ts';

/**
 * Whether JSON is Wiredesk's own: a `.wiredesk` document, a story as `show` prints it or `new --from` takes it, or
 * `{stories: […]}` of them.
 */
export function isStoryJson(value: unknown): boolean {
  return (
    isDocument(value) ||
    isStory(value) ||
    (isJsonRecord(value) && Array.isArray(value.stories) && value.stories.every(isStory))
  );
}
