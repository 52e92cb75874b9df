import type { Chromium, Line } from './chromium.ts';
import { demandReady, profile } from './program.ts';

/** A page of Chromium that one of the host's windows shows. */
export interface PageTarget {
  /** The target's identifier, and its main frame's. */
  readonly id: string;
  readonly line: Line;
  /** Resolves when the page is gone, whoever took it away. */
  readonly gone: Promise<void>;
  /** Lets the page begin: until then nothing in it has run. */
  start(): Promise<void>;
  close(): Promise<void>;
}

interface Attached {
  readonly sessionId: string;
}

let watching: Promise<void> | null = null;
const own = new Map<string, PromiseWithResolvers<Attached>>();
const gone = new Map<string, PromiseWithResolvers<void>>();
/** Pages that are being made and have no identifier yet. */
const making = new Set<Promise<unknown>>();

/** Makes a page in the program's profile. */
export async function openPage(): Promise<PageTarget> {
  const chromium = demandReady('new BrowserWindow()');
  watching ??= watch(chromium);
  await watching;
  const made = chromium
    .send('Target.createTarget', { url: 'about:blank', browserContextId: profile })
    .then(({ targetId }) => {
      own.set(targetId, Promise.withResolvers());
      gone.set(targetId, Promise.withResolvers());
      return targetId;
    });
  making.add(made);
  const id = await made;
  making.delete(made);
  const attached = own.get(id);
  const ended = gone.get(id);
  if (!attached || !ended) throw new Error('The page was not kept.');
  const { sessionId } = await attached.promise;
  const line = chromium.page(sessionId);
  return {
    id,
    line,
    gone: ended.promise,
    start: async () => void (await line.send('Runtime.runIfWaitingForDebugger')),
    async close() {
      // A page that a test has closed already is as closed as it can be.
      await chromium.send('Target.closeTarget', { targetId: id }).catch(() => ended.resolve());
      await ended.promise;
    },
  };
}

/**
 * Every page that appears in the profile stops before it has loaded anything. One that no window asked for is a
 * window that a page wanted for itself: it is closed, and whether there is to be one is the host's to say.
 */
async function watch(chromium: Chromium): Promise<void> {
  chromium.on('Target.attachedToTarget', async ({ sessionId, targetInfo, waitingForDebugger }) => {
    await Promise.all(making);
    const asked = own.get(targetInfo.targetId);
    if (asked) asked.resolve({ sessionId });
    else if (waitingForDebugger && targetInfo.type === 'page' && targetInfo.browserContextId === profile)
      await chromium.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
    else await leaveAlone(chromium, sessionId);
  });
  chromium.on('Target.detachedFromTarget', ({ targetId }) => {
    if (targetId !== undefined) gone.get(targetId)?.resolve();
  });
  await chromium.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    // Chromium's own popups are targets too.
    filter: [{ type: 'page' }],
  });
}

/** It belongs to another program on the same Chromium, and may have gone by now. */
async function leaveAlone(chromium: Chromium, sessionId: string): Promise<void> {
  try {
    await chromium.page(sessionId).send('Runtime.runIfWaitingForDebugger');
    await chromium.send('Target.detachFromTarget', { sessionId });
  } catch {
    // Gone.
  }
}
