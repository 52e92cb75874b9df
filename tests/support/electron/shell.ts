import { checkArgument, checkOptions, isBoolean, isText } from './options.ts';
import { scripted } from './scripted.ts';
import { standFor } from './stand.ts';

/** Nothing outside is opened from here: what the host asked for is said on standard error. */
export const shell = scripted(
  standFor<Electron.Shell>('shell', {
    openExternal: async url => void process.stderr.write(`shell.openExternal ${url}\n`),
    showItemInFolder: path => void process.stderr.write(`shell.showItemInFolder ${path}\n`),
    beep: () => undefined,
  }),
  {
    openExternal([url, options = {}]) {
      checkArgument('shell.openExternal', url, value => isText(value) && URL.canParse(String(value)));
      checkOptions<Electron.OpenExternalOptions>('shell.openExternal', options, { activate: isBoolean });
    },
    showItemInFolder: ([path]) => checkArgument('shell.showItemInFolder', path, isText),
  },
);
