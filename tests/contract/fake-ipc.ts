import { EventEmitter } from 'node:events';
import type { IpcMain } from 'electron';
import type { Result } from '../../main/contract/rpc.ts';
import type { Dispatch } from '../../main/core/dispatch.ts';

/** A page as Electron's main process sees it. */
export class FakePage extends EventEmitter {
  readonly sent: unknown[] = [];
  destroyed = false;

  send(_channel: string, event: unknown): void {
    this.sent.push(event);
    this.emit('sent', event);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('destroyed');
  }
}

export interface FakeFrame {
  readonly url: string;
  readonly parent: FakeFrame | null;
}

export const ownFrame: FakeFrame = { url: 'app://newsroom/', parent: null };

/** A desktop that says what it was asked. */
export const fakeDesktop = (): Dispatch => async (method, input) => ({ ok: true, value: { method, input } });

/** Electron's ipcMain with the one function that the host uses. */
export function createFakeIpc(): {
  readonly ipc: IpcMain;
  call(page: FakePage, frame: FakeFrame | null, method: unknown, input: unknown): Promise<Result>;
} {
  const handlers: ((event: unknown, ...words: unknown[]) => Promise<Result>)[] = [];
  const ipc = { handle: (_channel: string, handler: (typeof handlers)[number]) => handlers.push(handler) };
  return {
    ipc: ipc as unknown as IpcMain,
    async call(page, frame, method, input) {
      const [handler] = handlers;
      if (!handler) throw new Error('The host serves no channel.');
      return await handler({ sender: page, senderFrame: frame }, method, input);
    },
  };
}
