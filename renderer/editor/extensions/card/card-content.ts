/** What stands in the copy as one thing that is not typed into. */
export type CardContent =
  | { readonly kind: 'picture'; readonly pictureId: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'embed'; readonly url: string; readonly title: string };

/** Reads a card that was copied: the clipboard is an outsider. What is no card is a separator. */
export function parseCardContent(value: unknown): CardContent {
  if (typeof value === 'object' && value !== null && 'kind' in value) {
    if (value.kind === 'picture' && 'pictureId' in value && typeof value.pictureId === 'string')
      return { kind: 'picture', pictureId: value.pictureId };
    if (value.kind === 'embed' && 'url' in value && typeof value.url === 'string') {
      const title = 'title' in value && typeof value.title === 'string' ? value.title : '';
      return { kind: 'embed', url: value.url, title };
    }
  }
  return { kind: 'separator' };
}
