import type { BrowserWindow } from 'electron';
import type { CoreEvent } from '../../contract/events.ts';
import type { Calls } from './ipc.ts';
import { startPage, storyPage } from './navigation.ts';
import { openWindow, showWindow } from './window.ts';

/** The application's windows, one or several; each may show a story of its own. */
export interface Windows {
  /** Opens another window. @param story the story it shows at first */
  open(story?: string): void;
  /** Brings the application before the user's eyes, in a new window where there is none. */
  show(): void;
  /** Tells the window in front, or a new one where there is none, once its page is there to hear it. */
  tell(event: CoreEvent): void;
  /** Brings a story before the user's eyes, in the window in front or in a new one. */
  showStory(story: string): void;
  /** The window in front, or the one that last was; null where there is none. */
  current(): BrowserWindow | null;
  /** Calls back when another window is in front, or the one in front shows another story. */
  onChange(listener: () => void): void;
  /** Takes every window away: nothing of theirs is unsaved, or there is no more time. */
  destroy(): void;
}

export interface WindowsOptions {
  readonly calls: Calls;
  readonly stateFile: string;
  /** How long a window that is closed has to save. */
  readonly flushMs: number;
  /** Whether the program goes on without windows, as on macOS. */
  readonly outlivesWindows: boolean;
  /** Whether the program is not on its way out; when it is, it takes its windows away itself once they have saved. */
  readonly isRunning: () => boolean;
  readonly quit: () => void;
  readonly report: (line: string) => void;
}

export function createWindows(options: WindowsOptions): Windows {
  /** The one that was last in front is the last. */
  const windows: BrowserWindow[] = [];
  const saving = new Set<BrowserWindow>();
  const listeners: (() => void)[] = [];
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const open = (story?: string): BrowserWindow | null => {
    if (!options.isRunning()) return null;
    const window = openWindow({
      page: story === undefined ? startPage : storyPage(story),
      stateFile: options.stateFile,
      over: windows.length,
      report: options.report,
      onSessionEnd: options.quit,
      onClose() {
        if (!options.isRunning() || saving.has(window)) return;
        const stays = windows.some(each => each !== window && !saving.has(each));
        // The last window takes the program with it, and the program saves what is in all of them.
        if (stays || options.outlivesWindows) void saveAndDestroy(window);
        else options.quit();
      },
    });
    windows.push(window);
    window.on('focus', () => {
      windows.splice(windows.indexOf(window), 1);
      windows.push(window);
      changed();
    });
    window.on('closed', () => {
      windows.splice(windows.indexOf(window), 1);
      saving.delete(window);
      changed();
    });
    window.webContents.on('did-navigate-in-page', changed);
    changed();
    return window;
  };

  async function saveAndDestroy(window: BrowserWindow): Promise<void> {
    saving.add(window);
    await options.calls.flush(window.webContents, options.flushMs);
    if (!window.isDestroyed()) window.destroy();
  }

  return {
    open: story => void open(story),
    show() {
      const window = windows.at(-1);
      if (window) showWindow(window);
      else open();
    },
    tell(event) {
      const window = windows.at(-1) ?? open();
      if (window) options.calls.tell(window.webContents, event);
    },
    showStory(story) {
      const window = windows.at(-1);
      if (!window) return void open(story);
      showWindow(window);
      options.calls.tell(window.webContents, { type: 'open-story', id: story });
    },
    current: () => windows.at(-1) ?? null,
    onChange: listener => void listeners.push(listener),
    destroy() {
      for (const window of [...windows]) window.destroy();
    },
  };
}
