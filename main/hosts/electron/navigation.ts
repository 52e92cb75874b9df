import type { WebContents } from 'electron';

export const appScheme = 'app';
export const appHost = 'newsroom';
export const startPage = `${appScheme}://${appHost}/`;

/** Whether an address is a page of this application, judged by its parts and never by how it begins. */
export function isOwnPage(url: string): boolean {
  const parts = parse(url);
  return (
    parts !== null &&
    parts.protocol === `${appScheme}:` &&
    // `host` has the port, where there is one.
    parts.host === appHost &&
    parts.username === '' &&
    parts.password === ''
  );
}

/** As the store names stories; an address that names anything else names none. */
const storyId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The page that opens with a story. */
export function storyPage(story: string): string {
  return `${startPage}?story=${encodeURIComponent(story)}`;
}

/** The story that an address of this application opens with; null where it names none. */
export function storyIn(url: string): string | null {
  const story = parse(url)?.searchParams.get('story') ?? '';
  return isOwnPage(url) && storyId.test(story) ? story : null;
}

/** The system's handlers take longer ones badly, and no link in a story is longer. */
const longestOpenable = 2_048;

/** Mail programs differ in whether a link may attach a file of this machine; here none may. */
const attaching = /[?&](attach|attachment)=/i;

/** Whether an address may be handed to the system's browser or mail program. */
export function isOpenable(url: string): boolean {
  if (url.length > longestOpenable) return false;
  const parts = parse(url);
  if (parts === null || parts.username !== '' || parts.password !== '') return false;
  switch (parts.protocol) {
    case 'https:':
      return true;
    case 'mailto:':
      return !attaching.test(decodedOr(parts.search, '?attach='));
    default:
      return false;
  }
}

/** What becomes of a page's wish for a window. */
export interface Elsewhere {
  /** Shows an address in the system's browser or mail program. */
  readonly openExternal: (url: string) => void;
  /** Opens a window of this application, made by the application itself. @param story the story it shows at first */
  readonly openWindow: (story?: string) => void;
}

/**
 * Keeps a page where it is: it goes nowhere else, opens no window and embeds nothing. A link that a window was
 * asked for goes to the system's browser; a page of ours that one was asked for goes to a window of ours.
 */
export function guardNavigation(contents: WebContents, { openExternal, openWindow }: Elsewhere): void {
  contents.on('will-navigate', event => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', event => {
    if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', event => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isOwnPage(url)) openWindow(storyIn(url) ?? undefined);
    else if (isOpenable(url)) openExternal(url);
    return { action: 'deny' };
  });
}

function parse(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function decodedOr(text: string, unreadable: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return unreadable;
  }
}
