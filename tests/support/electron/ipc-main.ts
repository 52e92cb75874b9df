import { packClone, unpackClone } from './clone.ts';
import { checkArgument, isFunction, isText } from './options.ts';
import type { PreloadMessage, WorldMessage } from './preload-world.ts';
import { preventable, StrictEmitter, standFor } from './stand.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const handlers = new Map<string, Handler>();
/** Pages choose the names of what they send, and anything may be listened for. */
const sent = new StrictEmitter('ipcMain', []);
sent.removeAllListeners('newListener');

export const ipcMain = standFor<Electron.IpcMain>(
  'ipcMain',
  {
    handle(channel, listener) {
      checkArgument('ipcMain.handle', channel, isText);
      checkArgument('ipcMain.handle', listener, isFunction);
      if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
      handlers.set(channel, listener);
    },
    removeHandler: channel => void handlers.delete(channel),
  },
  sent,
);

/** What a page's preload said, with where it said it. */
export interface PreloadCall {
  readonly message: PreloadMessage;
  readonly sender: Electron.WebContents;
  readonly senderFrame: Electron.WebFrameMain | null;
}

/** Brings a page's message to the host. @returns what the page is told, where it waits for something */
export async function receive({ message, sender, senderFrame }: PreloadCall): Promise<WorldMessage | null> {
  const event = {
    ...preventable({}),
    type: 'frame' as const,
    frameId: senderFrame?.routingId ?? 0,
    processId: senderFrame?.processId ?? 0,
    sender,
    senderFrame,
  };
  switch (message.kind) {
    case 'preload-error':
      process.stderr.write(`Unable to load preload script: ${message.message}\n`);
      sender.emit('preload-error', event, '', new Error(message.message));
      return null;
    case 'send':
      sent.emit(message.channel, event, ...wordsOf(message.words));
      return null;
    case 'invoke':
      try {
        const handler = handlers.get(message.channel);
        if (!handler) throw new Error(`No handler registered for '${message.channel}'`);
        const value = await handler(event, ...wordsOf(message.words));
        return { kind: 'result', id: message.id, value: packClone(value) };
      } catch (error) {
        const reason = `Error invoking remote method '${message.channel}': ${error}`;
        return { kind: 'failure', id: message.id, message: reason };
      }
  }
}

function wordsOf(packed: string): unknown[] {
  const words = unpackClone(packed);
  return Array.isArray(words) ? words : [];
}
