import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { desktopMethods } from '../../contract/desktop.ts';
import type { CoreEvent } from '../../contract/events.ts';
import { toFailure, WiredeskError } from '../../contract/failure.ts';
import type { Result } from '../../contract/rpc.ts';
import type { Connection, Core } from '../../core/core.ts';
import type { Dispatch } from '../../core/dispatch.ts';
import { type Activity, createActivity } from '../activity.ts';
import { callChannel, eventChannel } from './channels.ts';
import { isOwnPage } from './navigation.ts';

/** The pages' line to the core, and to what the desktop does for them. */
export interface Calls {
  /** Resolves once the pages have asked nothing for a moment and everything is answered, at the latest after `limitMs`. */
  settled(limitMs: number): Promise<void>;
  /** Tells one page to save; resolves as `settled` does, for that page alone. */
  flush(contents: WebContents, limitMs: number): Promise<void>;
}

/** One page's conversation, and what it has under way. */
interface Line {
  readonly connection: Connection;
  readonly desktop: Dispatch;
  readonly activity: Activity;
}

/**
 * Answers the pages' calls, each page over a connection of its own that ends with the page.
 * @param desktopOf what the desktop does for one page
 */
export function serveCalls(ipc: IpcMain, core: Core, desktopOf: (contents: WebContents) => Dispatch): Calls {
  const lines = new Map<WebContents, Line>();

  ipc.handle(callChannel, async (event, method: unknown, input: unknown): Promise<Result> => {
    if (!isOwnMainFrame(event)) return refusal('forbidden', 'Only the page of this program may call.');
    if (typeof method !== 'string' || method.length > 100)
      return refusal('bad-request', 'The call names no method.');
    const { connection, desktop, activity } = lineOf(event.sender);
    // Nobody waits for a dialog to be answered before the program stops: it saves nothing.
    if (Object.hasOwn(desktopMethods, method)) return desktop(method, input);
    return activity.during(() => connection.dispatch(method, input));
  });

  function lineOf(contents: WebContents): Line {
    const known = lines.get(contents);
    if (known) return known;
    const connection = core.connect(event => tell(contents, event));
    const line = { connection, desktop: desktopOf(contents), activity: createActivity() };
    const end = (): void => {
      if (lines.get(contents) !== line) return;
      lines.delete(contents);
      connection.close();
    };
    lines.set(contents, line);
    contents.once('destroyed', end);
    contents.once('render-process-gone', end);
    // A page that is loaded again is another page: the sessions of the first are over.
    contents.once('did-navigate', end);
    return line;
  }

  return {
    async settled(limitMs) {
      await Promise.all([...lines.values()].map(({ activity }) => activity.settled(limitMs)));
    },
    async flush(contents, limitMs) {
      const line = lines.get(contents);
      if (!line) return;
      tell(contents, { type: 'closing' });
      await line.activity.settled(limitMs);
    },
  };
}

function tell(contents: WebContents, event: CoreEvent): void {
  if (!contents.isDestroyed()) contents.send(eventChannel, event);
}

/** Electron security checklist, item 17: an embedded frame, or a page that is not ours, may not call. */
function isOwnMainFrame({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

function refusal(code: 'forbidden' | 'bad-request', message: string): Result {
  return { ok: false, error: toFailure(new WiredeskError(code, message)) };
}
