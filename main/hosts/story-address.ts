/** As the store names stories; an address that names anything else names none. */
const storyId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What stands in the query of a page that opens with a story. */
export function storyQuery(story: string): string {
  return `story=${encodeURIComponent(story)}`;
}

/** The story that a page's address opens with; null where it names none. */
export function storyOf(url: URL): string | null {
  const story = url.searchParams.get('story') ?? '';
  return storyId.test(story) ? story : null;
}
