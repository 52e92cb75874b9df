import { checkArgument, isText } from './options.ts';
import { demandReady } from './program.ts';
import { standFor } from './stand.ts';
import { BrowserWindow } from './window.ts';

/** Chromium's clipboard, by way of the page in front: there is no other way to it from outside. */
export const clipboard = standFor<Electron.Clipboard>('clipboard', {
  async writeText(text) {
    demandReady('clipboard');
    checkArgument('clipboard.writeText', text, isText);
    const window = BrowserWindow.getFocusedWindow();
    if (!window) throw new Error('The stand-in has a clipboard only while a window has the focus.');
    await window.webContents.executeJavaScript(`(${copyText})(${JSON.stringify(text)})`, true);
  },
});

/** Runs in the page, from its own source. */
function copyText(text: string): void {
  const allow = (event: Event): void => event.preventDefault();
  const copy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('beforecopy', allow, true);
  window.addEventListener('copy', copy, true);
  const copied = document.execCommand('copy');
  window.removeEventListener('beforecopy', allow, true);
  window.removeEventListener('copy', copy, true);
  if (!copied) throw new Error('The page did not copy.');
}
