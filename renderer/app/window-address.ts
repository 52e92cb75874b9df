/** The story that the window's address names: a window that is opened with one, or loaded again, shows it. */
export function storyInAddress(): string | null {
  return new URLSearchParams(window.location.search).get('story');
}

/** Keeps the open story in the address, without loading anything. */
export function showInAddress(story: string | null): void {
  window.history.replaceState(null, '', addressOf(story));
}

/** Asks the host for another window, of a story or of none. The desktop host makes it itself; a browser opens it. */
export function openWindow(story: string | null): void {
  window.open(addressOf(story), '_blank', 'popup,noopener');
}

function addressOf(story: string | null): string {
  return story === null ? '/' : `/?story=${encodeURIComponent(story)}`;
}
