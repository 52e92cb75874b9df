import { type Contents, createContents } from './contents.ts';
import { checkArgument, checkOptions, isObjectOf, isText, isWhole } from './options.ts';
import { addWindow, appEvents, demandReady, removeWindow, type WindowLife } from './program.ts';
import { screen } from './screen.ts';
import { preventable, StrictEmitter, standFor } from './stand.ts';
import { demandSafe, preferenceDefaults, windowChecks } from './window-options.ts';

const events = [
  'close',
  'closed',
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'resize',
  'resized',
  'move',
  'moved',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
  'unresponsive',
  'responsive',
  'query-session-end',
  'session-end',
];

interface Kept {
  readonly window: Electron.BrowserWindow;
  readonly contents: Electron.WebContents;
}

/** The windows that are open, the one in front last. */
const open: Kept[] = [];
let ids = 0;

export const BrowserWindow = standFor<typeof Electron.BrowserWindow>(
  'BrowserWindow',
  {
    getAllWindows: () => open.map(({ window }) => window).sort((a, b) => a.id - b.id),
    getFocusedWindow: () => open.findLast(({ window }) => window.isFocused())?.window ?? null,
    fromId: id => open.find(({ window }) => window.id === id)?.window ?? null,
    fromWebContents: contents => open.find(each => each.contents === contents)?.window ?? null,
  },
  function BrowserWindow(options: Electron.BrowserWindowConstructorOptions = {}) {
    return makeWindow(options);
  },
);

function makeWindow(options: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow {
  demandReady('new BrowserWindow()');
  checkOptions('new BrowserWindow', options, windowChecks);
  const preferences = { ...preferenceDefaults, ...options.webPreferences };
  demandSafe(preferences);

  const emitter = new StrictEmitter('BrowserWindow', events);
  const { width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
  const area = screen.getPrimaryDisplay().workArea;
  const size = { width: Math.max(width, minWidth), height: Math.max(height, minHeight) };
  let bounds: Electron.Rectangle = {
    x: options.x ?? area.x + Math.max(0, Math.round((area.width - size.width) / 2)),
    y: options.y ?? area.y + Math.max(0, Math.round((area.height - size.height) / 2)),
    ...size,
  };
  let visible = options.show ?? true;
  let focused = visible;
  let minimized = false;
  let maximized = false;
  let fullScreen = options.fullscreen ?? false;
  let destroyed = false;
  let title = options.title ?? '';
  const contents: Contents = createContents(preferences, closed);

  const set = (event: string, change: () => void) => (): void => {
    change();
    emitter.emit(event);
  };
  const window = standFor<Electron.BrowserWindow>(
    'BrowserWindow',
    {
      id: ++ids,
      webContents: contents.stand,
      loadURL: url => contents.load(url),
      show: set('show', () => {
        visible = true;
        front();
      }),
      hide: set('hide', () => {
        visible = false;
        focused = false;
      }),
      focus: () => front(),
      isFocused: () => focused,
      isVisible: () => visible,
      isDestroyed: () => destroyed,
      minimize: set('minimize', () => {
        minimized = true;
      }),
      isMinimized: () => minimized,
      restore: set('restore', () => {
        minimized = false;
      }),
      maximize: set('maximize', () => {
        maximized = true;
      }),
      unmaximize: set('unmaximize', () => {
        maximized = false;
      }),
      isMaximized: () => maximized,
      setFullScreen(next) {
        fullScreen = next;
        emitter.emit(next ? 'enter-full-screen' : 'leave-full-screen');
      },
      isFullScreen: () => fullScreen,
      getBounds: () => (maximized ? { ...area } : { ...bounds }),
      getNormalBounds: () => ({ ...bounds }),
      setBounds(next) {
        checkArgument(
          'setBounds',
          next,
          isObjectOf<Electron.Rectangle>({ x: isWhole, y: isWhole, width: isWhole, height: isWhole }),
        );
        bounds = { ...bounds, ...next };
        emitter.emit('resize');
        emitter.emit('move');
      },
      getTitle: () => title,
      setTitle(next) {
        checkArgument('setTitle', next, isText);
        title = next;
      },
      close: () => void close(),
      destroy: () => void destroy(),
    },
    emitter,
  );
  const kept: Kept = { window, contents: contents.stand };
  const life: WindowLife = { close, destroy };
  open.push(kept);
  addWindow(life);
  // Shown when its first page has been drawn, which a load is the nearest thing to here.
  contents.stand.once('did-finish-load', () => void emitter.emit('ready-to-show'));
  appEvents.emit('browser-window-created', preventable({}), window);
  return window;

  function front(): void {
    for (const each of open) if (each.window !== window) each.window.emit('blur');
    open.splice(open.indexOf(kept), 1);
    open.push(kept);
    focused = true;
    emitter.emit('focus');
  }

  function close(): boolean {
    if (destroyed) return true;
    const event = preventable({});
    emitter.emit('close', event);
    if (event.defaultPrevented) return false;
    void destroy();
    return true;
  }

  async function destroy(): Promise<void> {
    if (destroyed) return;
    closed();
    await contents.destroy();
  }

  /** The window is gone, whoever took it away. */
  function closed(): void {
    if (destroyed) return;
    destroyed = true;
    focused = false;
    open.splice(open.indexOf(kept), 1);
    emitter.emit('closed');
    removeWindow(life);
  }
}
