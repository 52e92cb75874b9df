import { basename, dirname, join } from 'node:path';
import { BrowserWindow, dialog, shell, type WebContents } from 'electron';
import { desktopMethods, type FolderPurpose } from '../../contract/desktop.ts';
import { WiredeskError } from '../../contract/failure.ts';
import { createDispatch, type Dispatch } from '../../core/dispatch.ts';
import { writeWholeFile } from '../../core/whole-file.ts';
import { safeFileName } from '../../core/wire/text.ts';
import { dragIcon } from './drag-icon.ts';
import type { Folders } from './folders.ts';
import type { OwnFiles } from './own-files.ts';
import type { TextFiles } from './text-files.ts';

export interface DesktopOptions {
  readonly folders: Folders;
  readonly own: OwnFiles;
  readonly texts: TextFiles;
  readonly report: (error: unknown) => void;
}

const titles: Readonly<Record<FolderPurpose, string>> = {
  export: 'Export to',
  schemas: 'Folder of official schemas',
  dictionaries: 'Folder of dictionaries',
  delivery: 'Deliver to',
};

/** @returns what the system does for one page, in that page's window */
export function serveDesktop({
  folders,
  own,
  texts,
  report,
}: DesktopOptions): (contents: WebContents) => Dispatch {
  return contents =>
    createDispatch(
      desktopMethods,
      {
        'desktop.chooseFolder': async ({ purpose, current }) => {
          const { filePaths } = await dialog.showOpenDialog(windowOf(contents), {
            title: titles[purpose],
            defaultPath: folders.startAt(purpose, current),
            properties: ['openDirectory', 'createDirectory'],
          });
          const [folder] = filePaths;
          if (folder === undefined) return { folder: null };
          folders.keep(purpose, folder);
          return { folder };
        },

        'desktop.savePdf': async ({ name }) => {
          const { canceled, filePath } = await dialog.showSaveDialog(windowOf(contents), {
            title: 'Save as PDF',
            defaultPath: join(folders.startAt('pdf'), `${safeFileName(name)}.pdf`),
            filters: [{ name: 'PDF', extensions: ['pdf'] }],
            properties: ['createDirectory', 'showOverwriteConfirmation'],
          });
          if (canceled) return { file: null };
          const pdf = await contents.printToPDF({ preferCSSPageSize: true });
          const file = await writeWholeFile(dirname(filePath), basename(filePath), pdf);
          folders.keep('pdf', dirname(file));
          own.add(file);
          return { file };
        },

        'desktop.textFile': async ({ name, text }) => {
          const file = await texts.write(name, text);
          own.add(file);
          return { file };
        },

        'desktop.showFile': ({ file }) => {
          own.demand(file);
          shell.showItemInFolder(file);
          return {};
        },

        'desktop.dragOut': ({ files }) => {
          const [file = ''] = files;
          for (const each of files) own.demand(each);
          contents.startDrag({ file, files: [...files], icon: dragIcon() });
          return {};
        },
      },
      report,
    );
}

/** @throws WiredeskError 'cancelled' where it was closed meanwhile */
function windowOf(contents: WebContents): BrowserWindow {
  const window = BrowserWindow.fromWebContents(contents);
  if (!window) throw new WiredeskError('cancelled', 'The window has been closed.');
  return window;
}
