import type { Role } from './menu-roles.ts';
import { quit } from './program.ts';

/** What a chosen item acts on: the window in front, and its page. */
interface InFront {
  readonly window: Electron.BaseWindow | undefined;
  readonly contents: Electron.WebContents | undefined;
}

/** What the roles do, as Electron does it. */
const actions: Readonly<Partial<Record<Role, (front: InFront) => void>>> = {
  quit,
  close: ({ window }) => window?.close(),
  minimize: ({ window }) => window?.minimize(),
  togglefullscreen: ({ window }) => window?.setFullScreen(!window.isFullScreen()),
  undo: ({ contents }) => contents?.undo(),
  redo: ({ contents }) => contents?.redo(),
  cut: ({ contents }) => contents?.cut(),
  copy: ({ contents }) => contents?.copy(),
  paste: ({ contents }) => contents?.paste(),
  pasteAndMatchStyle: ({ contents }) => contents?.pasteAndMatchStyle(),
  delete: ({ contents }) => contents?.delete(),
  selectAll: ({ contents }) => contents?.selectAll(),
  reload: ({ contents }) => contents?.reload(),
  zoomIn: ({ contents }) => zoom(contents, level => level + 0.5),
  zoomOut: ({ contents }) => zoom(contents, level => level - 0.5),
  resetZoom: ({ contents }) => zoom(contents, () => 0),
};

/** @throws Error for a role that the stand-in cannot play */
export function playRole(role: Role, front: InFront): void {
  const action = actions[role];
  if (!action) throw new Error(`The stand-in does not do what the role ${role} does.`);
  action(front);
}

function zoom(contents: Electron.WebContents | undefined, next: (level: number) => number): void {
  if (contents) contents.zoomLevel = next(contents.zoomLevel);
}
