/** What stands in the copy as one thing that is not typed into. */
export type CardContent =
  | { readonly kind: 'picture'; readonly pictureId: string }
  | { readonly kind: 'separator' }
  | { readonly kind: 'embed'; readonly url: string; readonly title: string };
