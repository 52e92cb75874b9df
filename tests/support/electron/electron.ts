/**
 * What `import … from 'electron'` finds while the desktop host runs on the stand-in: the part of Electron's API that
 * the host uses, over real Chromium. A name that is not here fails where it is imported, as a misspelt one does.
 */
export { app } from './app.ts';
export { clipboard } from './clipboard.ts';
export { crashReporter } from './crash-reporter.ts';
export { dialog } from './dialog.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu, MenuItem } from './menu.ts';
export { nativeImage } from './native-image.ts';
export { nativeTheme } from './native-theme.ts';
export { Notification } from './notification.ts';
export { powerMonitor } from './power-monitor.ts';
export { protocol } from './protocol.ts';
export { screen } from './screen.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { BrowserWindow } from './window.ts';

import * as self from './electron.ts';
import { answerTests } from './test-line.ts';

answerTests(self);
