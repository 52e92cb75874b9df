import {
  checkArgument,
  checkOptions,
  isBoolean,
  isListOf,
  isNumber,
  isObjectOf,
  isOneOf,
  isText,
  type OptionChecks,
} from './options.ts';
import { scripted } from './scripted.ts';
import { standFor } from './stand.ts';

const filters = isListOf(isObjectOf<Electron.FileFilter>({ name: isText, extensions: isListOf(isText) }));

const openOptions: OptionChecks<Electron.OpenDialogOptions> = {
  title: isText,
  defaultPath: isText,
  buttonLabel: isText,
  message: isText,
  filters,
  properties: isListOf(
    isOneOf(
      'openFile',
      'openDirectory',
      'multiSelections',
      'showHiddenFiles',
      'createDirectory',
      'promptToCreate',
      'noResolveAliases',
      'treatPackageAsDirectory',
      'dontAddToRecent',
    ),
  ),
};
const saveOptions: OptionChecks<Electron.SaveDialogOptions> = {
  title: isText,
  defaultPath: isText,
  buttonLabel: isText,
  message: isText,
  nameFieldLabel: isText,
  filters,
  properties: isListOf(
    isOneOf('showHiddenFiles', 'createDirectory', 'showOverwriteConfirmation', 'dontAddToRecent'),
  ),
};
const messageOptions: OptionChecks<Electron.MessageBoxOptions> = {
  message: isText,
  type: isOneOf('none', 'info', 'error', 'question', 'warning'),
  buttons: isListOf(isText),
  defaultId: isNumber,
  cancelId: isNumber,
  title: isText,
  detail: isText,
  checkboxLabel: isText,
  checkboxChecked: isBoolean,
  noLink: isBoolean,
  signal: value => value instanceof AbortSignal,
  normalizeAccessKeys: isBoolean,
};

/** A dialog that no test answers is an error: nobody else will. */
const unanswered = (name: string) => (): never => {
  throw new Error(`Nothing answers dialog.${name}: the test is to put a function in its place.`);
};

const withOptions =
  <Options>(name: string, checks: OptionChecks<Options>) =>
  (words: readonly unknown[]): void =>
    // The window may be left out.
    checkOptions(`dialog.${name}`, words.length > 1 ? words[1] : words[0], checks);

export const dialog = scripted(
  standFor<Electron.Dialog>('dialog', {
    showOpenDialog: unanswered('showOpenDialog'),
    showSaveDialog: unanswered('showSaveDialog'),
    showMessageBox: unanswered('showMessageBox'),
    showErrorBox: (title, content) => void process.stderr.write(`dialog.showErrorBox ${title}: ${content}\n`),
  }),
  {
    showOpenDialog: withOptions('showOpenDialog', openOptions),
    showSaveDialog: withOptions('showSaveDialog', saveOptions),
    showMessageBox: withOptions('showMessageBox', messageOptions),
    showErrorBox: words => checkArgument('dialog.showErrorBox', words, isListOf(isText)),
  },
);
