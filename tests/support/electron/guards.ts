import { chromiumAddress, hostAddress } from './address.ts';
import type { Protocol } from './chromium.ts';
import type { Frames } from './frames.ts';
import { schemes } from './protocol.ts';
import { preventable, type StrictEmitter } from './stand.ts';

/** Asks the host's guards about where a page wants to go. */
export interface Guards {
  /** The next load of this address is the host's own wish, about which Electron asks nobody. */
  expect(url: string): void;
  /** Whether a request for a document may go on. */
  allowsRequest(paused: Protocol.Fetch.requestPausedPayload): boolean;
  /** Whether a page may go to an address for which Chromium makes no request. */
  allows(url: string, frameId: string): boolean;
}

export function createGuards(contents: StrictEmitter, frames: () => Frames, mainFrame: () => string): Guards {
  const expected = new Set<string>();

  const ask = (name: string, url: string, frameId: string): boolean => {
    const frame = frames().frame(frameId);
    const event = preventable({
      url,
      isSameDocument: false,
      isMainFrame: frameId === mainFrame(),
      frame,
      initiator: frame,
    });
    contents.emit(name, event, url);
    return !event.defaultPrevented;
  };
  const allows = (url: string, frameId: string): boolean =>
    ask('will-frame-navigate', url, frameId) &&
    (frameId !== mainFrame() || ask('will-navigate', url, frameId));

  return {
    expect: url => void expected.add(withoutFragment(chromiumAddress(url, schemes))),
    allowsRequest({ request, resourceType, frameId, redirectedRequestId }) {
      if (resourceType !== 'Document') return true;
      const url = hostAddress(request.url);
      if (redirectedRequestId !== undefined) return ask('will-redirect', url, frameId);
      if (frameId === mainFrame() && expected.delete(withoutFragment(request.url))) return true;
      return allows(url, frameId);
    },
    allows,
  };
}

function withoutFragment(url: string): string {
  return url.replace(/#.*$/s, '');
}
