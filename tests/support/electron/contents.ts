import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { chromiumAddress, hostAddress } from './address.ts';
import type { Line } from './chromium.ts';
import { packClone } from './clone.ts';
import { checkDrag } from './dragging.ts';
import { type Frames, watchFrames } from './frames.ts';
import { createGuards } from './guards.ts';
import { receive } from './ipc-main.ts';
import { emulateTheme } from './native-theme.ts';
import { checkArgument, isBoolean, isFunction, isText } from './options.ts';
import { openPage, type PageTarget } from './page-target.ts';
import {
  pageWorldScript,
  preloadBinding,
  preloadReceiver,
  preloadWorld,
  preloadWorldScript,
  type WorldMessage,
} from './preload-world.ts';
import { printToPdf } from './printing.ts';
import { appEvents } from './program.ts';
import { answerRequest, schemes } from './protocol.ts';
import { scripted } from './scripted.ts';
import { session } from './session.ts';
import { preventable, StrictEmitter, standFor } from './stand.ts';

/** The page of one window, as the host has it and as the window drives it. */
export interface Contents {
  readonly stand: Electron.WebContents;
  /** Resolves when the page is there to be driven. */
  readonly opened: Promise<PageTarget>;
  load(url: string): Promise<void>;
  /** Takes the page away. */
  destroy(): Promise<void>;
}

const events = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'did-navigate',
  'did-navigate-in-page',
  'page-title-updated',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'will-prevent-unload',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'destroyed',
  'preload-error',
  'context-menu',
  'before-input-event',
  'console-message',
  'ipc-message',
];

let ids = 0;

/** @param onGone called when the page is gone without having been asked to */
export function createContents(preferences: Electron.WebPreferences, onGone: () => void): Contents {
  const id = ++ids;
  const emitter = new StrictEmitter('WebContents', events);
  let target: PageTarget | null = null;
  let frames: Frames | null = null;
  let destroyed = false;
  let crashed = false;
  const title = '';
  let askForWindow: Parameters<Electron.WebContents['setWindowOpenHandler']>[0] | null = null;
  const theFrames = (): Frames => {
    if (!frames) throw new Error('The page has not been opened yet.');
    return frames;
  };
  const guards = createGuards(emitter, theFrames, () => target?.id ?? '');

  const part = standFor<Electron.WebContents>(
    'WebContents',
    {
      id,
      session: session.defaultSession,
      get mainFrame() {
        const frame = theFrames().frame(target?.id ?? '');
        if (!frame) throw new Error('The page is gone.');
        return frame;
      },
      send(channel, ...words) {
        checkArgument('webContents.send', channel, isText);
        if (destroyed) throw new TypeError('Object has been destroyed');
        const packed = packClone(words);
        void tell({ kind: 'event', channel, words: packed });
      },
      getURL: () => frames?.url() ?? '',
      getTitle: () => title,
      getType: () => 'window' as const,
      isDestroyed: () => destroyed,
      isCrashed: () => crashed,
      isLoading: () => false,
      focus: () => undefined,
      setWindowOpenHandler(handler) {
        checkArgument('setWindowOpenHandler', handler, isFunction);
        askForWindow = handler;
      },
      async executeJavaScript(code, userGesture = false) {
        checkArgument('executeJavaScript', code, isText);
        checkArgument('executeJavaScript', userGesture, isBoolean);
        const { line } = await opened;
        const { result, exceptionDetails } = await line.send('Runtime.evaluate', {
          expression: code,
          awaitPromise: true,
          returnByValue: true,
          userGesture,
        });
        if (exceptionDetails)
          throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
        return result.value;
      },
      loadURL: url => load(url),
      reload() {
        const url = theFrames().url();
        guards.expect(url);
        void drive(line => line.send('Page.navigate', { url: chromiumAddress(url, schemes) }));
      },
      forcefullyCrashRenderer() {
        // Never answered: the page that would is gone.
        void drive(line => line.send('Page.crash'));
      },
      async printToPDF(options) {
        if (destroyed) throw new TypeError('Object has been destroyed');
        return printToPdf((await opened).line, options);
      },
      startDrag: ({ file, files = [file] }) => void process.stderr.write(`startDrag ${files.join(' ')}\n`),
      close: () => void destroy().then(onGone),
    },
    // Electron has it, and does not declare it.
    Object.assign(emitter, { getLastWebPreferences: () => ({ ...preferences }) }),
  );
  const stand = scripted(part, { startDrag: checkDrag });
  const opened = open();
  appEvents.emit('web-contents-created', preventable({}), stand);
  return { stand, opened, load, destroy };

  async function open(): Promise<PageTarget> {
    const page = await openPage();
    target = page;
    frames = watchFrames(page.line, page.id);
    void page.gone.then(() => {
      if (destroyed) return;
      gone();
      onGone();
    });
    listen(page);
    await prepare(page.line);
    await page.start();
    return page;
  }

  function listen({ id: mainFrame, line }: PageTarget): void {
    line.on('Fetch.requestPaused', async paused => {
      const { requestId, resourceType, frameId, request } = paused;
      if (!guards.allowsRequest(paused))
        return quietly(line.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }));
      if (resourceType === 'Document' && frameId === mainFrame)
        await session.decidePermissions(stand, hostAddress(request.url));
      await quietly(answerRequest(line, paused));
    });
    line.on('Page.frameRequestedNavigation', ({ url, frameId, disposition }) => {
      // Chromium makes no request for a scheme of the host's: the stand-in asks the guards and loads it.
      const loadable = URL.parse(chromiumAddress(url, schemes))?.href;
      // What is no address leads nowhere in Chromium either.
      if (loadable === undefined) return;
      if (loadable === url || !schemes.has(url.slice(0, url.indexOf(':')).toLowerCase())) return;
      if (disposition !== 'currentTab' || !guards.allows(hostAddress(loadable), frameId)) return;
      guards.expect(hostAddress(loadable));
      void drive(page => page.send('Page.navigate', { url: loadable, frameId }));
    });
    line.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      const answer = askForWindow?.({
        url: hostAddress(url),
        frameName: windowName === '_blank' ? '' : windowName,
        features: windowFeatures.filter(each => each !== 'noopener').join(','),
        disposition: 'foreground-tab',
        referrer: { url: '', policy: 'no-referrer' },
      });
      if (answer?.action !== 'deny')
        throw new Error('The stand-in opens no window for a page: the host is to deny it.');
    });
    line.on('Runtime.bindingCalled', async ({ name, payload, executionContextId }) => {
      if (name !== preloadBinding) return;
      const senderFrame = theFrames().frameOf(executionContextId);
      const answer = await receive({ message: JSON.parse(payload), sender: stand, senderFrame });
      if (answer) await tell(answer, executionContextId);
    });
    line.on('Page.frameNavigated', ({ frame }) => {
      if (frame.id !== mainFrame || frame.url === 'about:blank') return;
      crashed = false;
      emitter.emit('did-navigate', preventable({}), hostAddress(frame.url), 200, 'OK');
    });
    line.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const main = frameId === mainFrame;
      emitter.emit('did-navigate-in-page', preventable({}), hostAddress(url), main, 1, 1);
    });
    line.on('Page.domContentEventFired', () => void emitter.emit('dom-ready', preventable({})));
    line.on('Page.loadEventFired', () => {
      if (theFrames().url() !== 'about:blank') emitter.emit('did-finish-load');
    });
    line.on('Inspector.targetCrashed', () => {
      crashed = true;
      const details = { reason: 'crashed' as const, exitCode: 139 };
      emitter.emit('render-process-gone', preventable({}), details);
      appEvents.emit('render-process-gone', preventable({}), stand, details);
    });
  }

  /** Before anything of the host's has run in the page. */
  async function prepare(line: Line): Promise<void> {
    const channel = randomUUID();
    const { preload, nodeIntegrationInSubFrames = false } = preferences;
    await Promise.all([
      line.send('Page.enable'),
      line.send('Runtime.enable'),
      line.send('Inspector.enable'),
      line.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      emulateTheme(line),
      ...(preload === undefined
        ? []
        : [
            line.send('Runtime.addBinding', { name: preloadBinding, executionContextName: preloadWorld }),
            line.send('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript(channel) }),
            line.send('Page.addScriptToEvaluateOnNewDocument', {
              source: preloadWorldScript(channel, readFileSync(preload, 'utf8'), nodeIntegrationInSubFrames),
              worldName: preloadWorld,
            }),
          ]),
    ]);
  }

  async function load(url: string): Promise<void> {
    checkArgument('loadURL', url, isText);
    const { line } = await opened;
    guards.expect(url);
    const finished = new Promise<void>(done => emitter.once('did-finish-load', () => done()));
    const { errorText } = await line.send('Page.navigate', { url: chromiumAddress(url, schemes) });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await finished;
  }

  /** Tells the preload's world; a page that has none yet, or has gone, is told nothing, as in Electron. */
  async function tell(message: WorldMessage, context = frames?.preloadContext() ?? null): Promise<void> {
    if (context === null || !target) return;
    await quietly(
      target.line.send('Runtime.callFunctionOn', {
        executionContextId: context,
        functionDeclaration: `text => globalThis.${preloadReceiver}(text)`,
        arguments: [{ value: JSON.stringify(message) }],
      }),
    );
  }

  async function drive(work: (line: Line) => Promise<unknown>): Promise<void> {
    const { line } = await opened;
    await quietly(work(line));
  }

  function gone(): void {
    destroyed = true;
    emitter.emit('destroyed');
  }

  async function destroy(): Promise<void> {
    if (destroyed) return;
    gone();
    await (await opened).close();
  }
}

/** The page may go away under any call. */
async function quietly(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch {
    // It has.
  }
}
