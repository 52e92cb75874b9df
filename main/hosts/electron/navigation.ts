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

/**
 * Keeps a page where it is: it goes nowhere else, opens no window and embeds nothing. A link that a window was
 * asked for goes to the system's browser.
 */
export function guardNavigation(contents: WebContents, openExternal: (url: string) => void): void {
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
    if (isOpenable(url)) openExternal(url);
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
