import type { Line } from './chromium.ts';
import type { Part } from './stand.ts';

/** What Electron calls an editing command of a page, and what Chromium does. */
const commands = {
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  pasteAndMatchStyle: 'PasteAndMatchStyle',
  delete: 'Delete',
  selectAll: 'SelectAll',
} as const;

/** The editing commands of a page: Chromium's own, done where the page has its focus, as a key would. */
export function editingCommands(
  drive: (work: (line: Line) => Promise<unknown>) => Promise<void>,
): Part<Electron.WebContents> {
  const command = (name: string) => (): void =>
    void drive(line => line.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [name] }));
  return {
    undo: command(commands.undo),
    redo: command(commands.redo),
    cut: command(commands.cut),
    copy: command(commands.copy),
    paste: command(commands.paste),
    pasteAndMatchStyle: command(commands.pasteAndMatchStyle),
    delete: command(commands.delete),
    selectAll: command(commands.selectAll),
  };
}
