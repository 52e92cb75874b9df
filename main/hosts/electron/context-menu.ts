import { BrowserWindow, clipboard, Menu, type WebContents } from 'electron';
import type { CoreEvent } from '../../contract/events.ts';
import { eventChannel } from './channels.ts';
import { textMenu } from './text-menu.ts';

/** Shows the menu of a text where the page asks for one and has none of its own: Electron has none either. */
export function offerTextMenu(
  contents: WebContents,
  options: { readonly openLink: (url: string) => void; readonly report: (line: string) => void },
): void {
  const copyText = (text: string): void => {
    clipboard.writeText(text).catch(error => options.report(`The link was not copied: ${error}`));
  };
  const run = (id: 'undo' | 'redo'): void =>
    contents.send(eventChannel, { type: 'command', id } satisfies CoreEvent);
  contents.on('context-menu', (_event, params) => {
    const window = BrowserWindow.fromWebContents(contents);
    const template = textMenu(params, { openLink: options.openLink, copyText, run });
    if (!window || template.length === 0) return;
    const { frame, x, y, menuSourceType } = params;
    Menu.buildFromTemplate(template).popup({
      window,
      sourceType: menuSourceType,
      ...(frame ? { frame } : {}),
      // By mouse it opens where the mouse is; by keyboard the page alone knows the place.
      ...(menuSourceType === 'keyboard' ? { x: Math.round(x), y: Math.round(y) } : {}),
    });
  });
}
