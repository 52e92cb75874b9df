import { hostAddress } from './address.ts';
import type { Line } from './chromium.ts';
import { preloadWorld } from './preload-world.ts';
import { standFor } from './stand.ts';

interface Frame {
  readonly id: string;
  readonly parent: string | null;
  readonly number: number;
  url: string;
}

/** The frames of one page, and the worlds in them. */
export interface Frames {
  /** The page's own address, as the host knows it. */
  url(): string;
  frame(id: string): Electron.WebFrameMain | null;
  /** The frame in which a script runs; null where it has gone. */
  frameOf(contextId: number): Electron.WebFrameMain | null;
  /** The preload's world in the main frame; null while there is none. */
  preloadContext(): number | null;
}

let numbers = 0;

/** @param mainFrame the target's identifier, which is its main frame's too */
export function watchFrames(line: Line, mainFrame: string): Frames {
  const frames = new Map<string, Frame>([[mainFrame, make(mainFrame, null)]]);
  const contexts = new Map<number, { readonly frame: string; readonly preload: boolean }>();

  line.on(
    'Page.frameAttached',
    ({ frameId, parentFrameId }) => void frames.set(frameId, make(frameId, parentFrameId)),
  );
  line.on('Page.frameDetached', ({ frameId, reason }) => {
    if (reason === 'remove') frames.delete(frameId);
  });
  line.on('Page.frameNavigated', ({ frame }) => {
    const known = frames.get(frame.id) ?? make(frame.id, frame.parentId ?? null);
    known.url = hostAddress(frame.url) + (frame.urlFragment ?? '');
    frames.set(frame.id, known);
  });
  line.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const known = frames.get(frameId);
    if (known) known.url = hostAddress(url);
  });
  line.on('Runtime.executionContextCreated', ({ context }) => {
    const data = context.auxData as { readonly frameId?: string } | undefined;
    if (data?.frameId)
      contexts.set(context.id, { frame: data.frameId, preload: context.name === preloadWorld });
  });
  line.on(
    'Runtime.executionContextDestroyed',
    ({ executionContextId }) => void contexts.delete(executionContextId),
  );
  line.on('Runtime.executionContextsCleared', () => contexts.clear());

  const stand = (id: string | null): Electron.WebFrameMain | null => {
    const frame = id === null ? undefined : frames.get(id);
    if (!frame) return null;
    return standFor<Electron.WebFrameMain>('WebFrameMain', {
      url: frame.url,
      origin: originOf(frame.url),
      get parent() {
        return stand(frame.parent);
      },
      get top() {
        return stand(mainFrame);
      },
      routingId: frame.number,
      processId: 1,
      detached: false,
      isDestroyed: () => !frames.has(frame.id),
    });
  };
  return {
    url: () => frames.get(mainFrame)?.url ?? '',
    frame: stand,
    frameOf: contextId => stand(contexts.get(contextId)?.frame ?? null),
    preloadContext() {
      for (const [id, { frame, preload }] of contexts) if (preload && frame === mainFrame) return id;
      return null;
    },
  };
}

function make(id: string, parent: string | null): Frame {
  return { id, parent, number: ++numbers, url: 'about:blank' };
}

function originOf(url: string): string {
  const [origin] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url) ?? ['null'];
  return origin;
}
