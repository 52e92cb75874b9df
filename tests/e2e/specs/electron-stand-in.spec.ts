import { expect, test } from '../app.ts';
import type { Electron } from '../desktop.ts';
import { electronBinary } from '../electron-binary.ts';

/**
 * What the desktop specifications are worth where Electron is not: the stand-in is no yes-man. Each of these is an
 * error in Electron, or an option that Electron would silently not know.
 */
test.skip(electronBinary() !== null, 'Electron itself is here: nothing stands in for it.');

/** What a host may not do, with what it is told. */
const tries: Readonly<Record<string, readonly [says: string, attempt: (electron: Electron) => unknown]>> = {
  'a misspelt window option': [
    "new BrowserWindow has no option 'widht' in the stand-in.",
    ({ BrowserWindow }) => new BrowserWindow({ widht: 800 } as object),
  ],
  'a window option of a wrong type': [
    'new BrowserWindow: \'width\' cannot be "800".',
    ({ BrowserWindow }) => new BrowserWindow({ width: '800' } as object),
  ],
  'a misspelt preference': [
    "An inner option has no option 'contextIsolated' in the stand-in.",
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { contextIsolated: true } as object }),
  ],
  'a page with Node': [
    'The stand-in has only pages that are sandboxed, isolated and without Node.',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
  ],
  'a page without a sandbox': [
    'The stand-in has only pages that are sandboxed, isolated and without Node.',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { sandbox: false } }),
  ],
  'a page in one world with its preload': [
    'The stand-in has only pages that are sandboxed, isolated and without Node.',
    ({ BrowserWindow }) => new BrowserWindow({ webPreferences: { contextIsolation: false } }),
  ],
  'an event that no window has': [
    "The stand-in's BrowserWindow has no event 'closd'.",
    ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.on('closd' as 'closed', () => undefined),
  ],
  'an event that no page has': [
    "The stand-in's WebContents has no event 'will-navigat'.",
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigat' as 'destroyed', () => undefined),
  ],
  'an event that the application has not': [
    "The stand-in's app has no event 'befor-quit'.",
    ({ app }) => app.on('befor-quit' as 'quit', () => undefined),
  ],
  'a member that the application has not': [
    "The stand-in's app has no setBadge.",
    ({ app }) => Reflect.get(app, 'setBadge'),
  ],
  'a member that is made up': [
    "The stand-in's app has no flavour to set.",
    ({ app }) => Reflect.set(app, 'flavour', 'new'),
  ],
  'a path that there is none of': [
    "Failed to set path 'nowhere'",
    ({ app }) => app.setPath('nowhere', '/tmp'),
  ],
  'the sandbox, too late': [
    'app.enableSandbox() can only be called before the app is ready.',
    ({ app }) => app.enableSandbox(),
  ],
  'a privileged scheme, too late': [
    'protocol.registerSchemesAsPrivileged() can only be called before the app is ready.',
    ({ protocol }) =>
      protocol.registerSchemesAsPrivileged([{ scheme: 'late', privileges: { standard: true } }]),
  ],
  'a menu item without a name': [
    'Invalid template for MenuItem: must have at least one of label, role or type',
    ({ Menu }) => Menu.buildFromTemplate([{}]),
  ],
  'a menu item of an unknown role': [
    'A menu item: \'role\' cannot be "explode".',
    ({ Menu }) => Menu.buildFromTemplate([{ role: 'explode' as 'quit' }]),
  ],
  'a menu item with a misspelt option': [
    "A menu item has no option 'acelerator' in the stand-in.",
    ({ Menu }) => Menu.buildFromTemplate([{ label: 'Save', acelerator: 'Ctrl+S' } as object]),
  ],
  'keys that are none': [
    'A menu item: \'accelerator\' cannot be "Strg+S".',
    ({ Menu }) => Menu.buildFromTemplate([{ label: 'Save', accelerator: 'Strg+S' }]),
  ],
  'no menu at all': ['Invalid menu', ({ Menu }) => Menu.setApplicationMenu({} as Electron.Menu)],
  'a dialog with an unknown property': [
    "dialog.showOpenDialog: 'properties' cannot be object openFolder.",
    ({ dialog }) => dialog.showOpenDialog({ properties: ['openFolder' as 'openFile'] }),
  ],
  'a dialog that no test answers': [
    'Nothing answers dialog.showSaveDialog: the test is to put a function in its place.',
    ({ dialog }) => dialog.showSaveDialog({}),
  ],
  'an address that is none': [
    'shell.openExternal cannot take "not an address".',
    ({ shell }) => shell.openExternal('not an address'),
  ],
  'a second handler for one channel': [
    "Attempted to register a second handler for 'wiredesk:call'",
    ({ ipcMain }) => ipcMain.handle('wiredesk:call', () => null),
  ],
  'a message that cannot be cloned': [
    '() => undefined could not be cloned.',
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.send('wiredesk:event', () => undefined),
  ],
  'an appearance that is none': [
    'nativeTheme.themeSource cannot take "purple".',
    ({ nativeTheme }) => {
      nativeTheme.themeSource = 'purple' as 'dark';
    },
  ],
  'paper of no size': [
    "webContents.printToPDF has no option 'pageSiz' in the stand-in.",
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.printToPDF({ pageSiz: 'A4' } as object),
  ],
  'a drag without an icon': [
    "'icon' parameter is required",
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.startDrag({ file: '/tmp/none' } as Electron.Item),
  ],
  'a misspelt notice': [
    "new Notification has no option 'titel' in the stand-in.",
    ({ Notification }) => new Notification({ titel: 'Embargo lifted' } as object),
  ],
  'reports that are sent away nowhere': [
    'submitURL must be specified when uploadToServer is true',
    ({ crashReporter }) => crashReporter.start({ uploadToServer: true }),
  ],
};

test('the stand-in refuses what Electron would refuse, and says what', async ({ app, page }) => {
  await expect(page.getByRole('listbox', { name: 'Stories' })).toBeVisible();
  const refusals = new Map<string, string>();
  for (const [name, [, attempt]] of Object.entries(tries))
    refusals.set(
      name,
      await app.desktop.evaluate(attempt, undefined).then(
        () => 'It was taken.',
        (error: Error) => error.message,
      ),
    );
  const expected = Object.entries(tries).map(([name, [says]]) => [name, says] as const);
  expect([...refusals]).toEqual(expected);
  // Nothing of it was done.
  const windows = await app.desktop.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().length,
    undefined,
  );
  expect(windows).toBe(1);
});
