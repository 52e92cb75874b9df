import { packClone, unpackClone } from './clone.ts';
import { joinWorlds } from './context-bridge.ts';

/** The world of a page in which its preload runs. */
export const preloadWorld = 'Electron Isolated Context';
/** Brings a text from that world to the stand-in. */
export const preloadBinding = 'standInSend';
/** Takes a text from the stand-in into that world. */
export const preloadReceiver = 'standInReceive';

/** What the preload's world says. */
export type PreloadMessage =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly words: string }
  | { readonly kind: 'send'; readonly channel: string; readonly words: string }
  | { readonly kind: 'preload-error'; readonly message: string };

/** What it is told. */
export type WorldMessage =
  | { readonly kind: 'result'; readonly id: number; readonly value: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'event'; readonly channel: string; readonly words: string };

type Preload = (require: (name: string) => unknown, module: object, exports: object) => void;

/** A script for the page's own world: the other side of the bridge, and windows that are denied as Electron does. */
export function pageWorldScript(channel: string): string {
  return `(${joinWorlds})(${JSON.stringify(channel)}, 'page'); (${openNothing})();`;
}

/** Runs in the page, from its own source: a page that is denied a window gets null, at once. */
function openNothing(): void {
  const { open } = window;
  window.open = (url, name, features = '') => open.call(window, url, name, `${features},noopener`);
}

/**
 * A script for the preload's world: the built preload, with the `electron` that a sandboxed one may have.
 * @param source the preload's, CommonJS as it is built
 */
export function preloadWorldScript(channel: string, source: string, subFrames: boolean): string {
  return `{
    const packClone = ${packClone};
    const unpackClone = ${unpackClone};
    const joinWorlds = ${joinWorlds};
    if (${subFrames} || self === top) (${startPreload})(
      ${JSON.stringify({ channel, binding: preloadBinding, receiver: preloadReceiver })},
      function (require, module, exports) { 'use strict';\n${source}\n},
    );
  }`;
}

/** Runs in the page, from its own source. */
function startPreload(
  names: { readonly channel: string; readonly binding: string; readonly receiver: string },
  preload: Preload,
): void {
  type Listener = (event: object, ...words: unknown[]) => void;
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const send = (message: PreloadMessage): void => world[names.binding]?.(JSON.stringify(message));
  const bridge = joinWorlds(names.channel, 'preload');
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const listeners = new Map<string, Listener[]>();
  let count = 0;

  const isChannel = (channel: unknown): void => {
    if (typeof channel !== 'string' || channel === '') throw new TypeError('Missing channel argument.');
  };
  const on = (channel: string, listener: Listener): object => {
    isChannel(channel);
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
    return ipcRenderer;
  };
  const off = (channel: string, listener: Listener): object => {
    listeners.set(
      channel,
      (listeners.get(channel) ?? []).filter(each => each !== listener),
    );
    return ipcRenderer;
  };
  const ipcRenderer = {
    invoke(channel: string, ...words: unknown[]): Promise<unknown> {
      isChannel(channel);
      const packed = packClone(words);
      const id = ++count;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        send({ kind: 'invoke', id, channel, words: packed });
      });
    },
    send(channel: string, ...words: unknown[]): void {
      isChannel(channel);
      send({ kind: 'send', channel, words: packClone(words) });
    },
    on,
    off,
    addListener: on,
    removeListener: off,
    once(channel: string, listener: Listener): object {
      const once: Listener = (event, ...words) => {
        off(channel, once);
        listener(event, ...words);
      };
      return on(channel, once);
    },
  };
  const contextBridge = {
    exposeInMainWorld(key: string, api: unknown): void {
      if (typeof key !== 'string') throw new TypeError('exposeInMainWorld takes a name first.');
      bridge.expose(key, api);
    },
  };

  world[names.receiver] = text => {
    const message: WorldMessage = JSON.parse(text);
    if (message.kind === 'event') {
      const words = unpackClone(message.words) as unknown[];
      for (const listener of listeners.get(message.channel) ?? [])
        listener({ sender: ipcRenderer, ports: [] }, ...words);
      return;
    }
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.kind === 'result') asked?.resolve(unpackClone(message.value));
    else asked?.reject(new Error(message.message));
  };

  const module = { exports: {} };
  try {
    preload(
      name => {
        // Nothing else is there for a preload in a sandbox.
        if (name === 'electron') return { ipcRenderer, contextBridge };
        throw new Error(`module not found: ${name}`);
      },
      module,
      module.exports,
    );
  } catch (error) {
    send({ kind: 'preload-error', message: error instanceof Error ? error.message : String(error) });
  }
}
