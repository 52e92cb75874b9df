import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { toFailure, WiredeskError } from '../../contract/failure.ts';
import type { Result } from '../../contract/rpc.ts';
import type { Connection, Core } from '../../core/core.ts';
import { createActivity } from '../activity.ts';
import { callChannel, eventChannel } from './channels.ts';
import { isOwnPage } from './navigation.ts';

/** The pages' line to the core. */
export interface Calls {
  /** Resolves once the pages have asked nothing for a moment and everything is answered, at the latest after `limitMs`. */
  settled(limitMs: number): Promise<void>;
}

/** Answers the pages' calls, each page over a connection of its own that ends with the page. */
export function serveCalls(ipc: IpcMain, core: Core): Calls {
  const connections = new Map<WebContents, Connection>();
  const activity = createActivity();

  ipc.handle(callChannel, async (event, method: unknown, input: unknown): Promise<Result> => {
    if (!isOwnMainFrame(event)) return refusal('forbidden', 'Only the page of this program may call.');
    if (typeof method !== 'string' || method.length > 100)
      return refusal('bad-request', 'The call names no method.');
    return activity.during(() => connectionOf(event.sender).dispatch(method, input));
  });

  function connectionOf(contents: WebContents): Connection {
    const known = connections.get(contents);
    if (known) return known;
    const connection = core.connect(event => {
      if (!contents.isDestroyed()) contents.send(eventChannel, event);
    });
    const end = (): void => {
      if (connections.get(contents) !== connection) return;
      connections.delete(contents);
      connection.close();
    };
    connections.set(contents, connection);
    contents.once('destroyed', end);
    contents.once('render-process-gone', end);
    // A page that is loaded again is another page: the sessions of the first are over.
    contents.once('did-navigate', end);
    return connection;
  }

  return {
    settled: async limitMs => {
      if (connections.size > 0) await activity.settled(limitMs);
    },
  };
}

/** Electron security checklist, item 17: an embedded frame, or a page that is not ours, may not call. */
function isOwnMainFrame({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOwnPage(senderFrame.url);
}

function refusal(code: 'forbidden' | 'bad-request', message: string): Result {
  return { ok: false, error: toFailure(new WiredeskError(code, message)) };
}
