import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { checkArgument, isText } from './options.ts';
import { appEvents, demandNotReady, exit, finishBeforeExit, isReady, quit, ready } from './program.ts';
import { InstanceLock } from './single-instance.ts';
import { preventable, standFor } from './stand.ts';

const paths = new Map<string, string>([
  ['home', homedir()],
  ['temp', tmpdir()],
  ['appData', join(homedir(), '.config')],
  ['userData', join(homedir(), '.config/stand-in')],
  ['documents', join(homedir(), 'Documents')],
  ['downloads', join(homedir(), 'Downloads')],
]);
const root = packageFolder(dirname(resolve(process.argv[1] ?? '.')));
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
let lock: InstanceLock | null = null;
let called = String(name);
const recentDocuments: string[] = [];

export const app = standFor<Electron.App>(
  'app',
  {
    isPackaged: false,
    whenReady: () => ready,
    isReady,
    quit,
    exit(code = 0) {
      checkArgument('app.exit', code, Number.isInteger);
      exit(code);
    },
    enableSandbox: () => demandNotReady('app.enableSandbox()'),
    getAppPath: () => root,
    getName: () => called,
    setName(next) {
      checkArgument('app.setName', next, isText);
      called = next;
    },
    getVersion: () => String(version),
    getLocale: () => 'en-GB',
    getPreferredSystemLanguages: () => ['en-GB'],
    getPath(which) {
      const path = paths.get(which);
      if (path === undefined) throw new Error(`Failed to get '${which}' path`);
      return path;
    },
    setPath(which, path) {
      if (!paths.has(which)) throw new Error(`Failed to set path '${which}'`);
      checkArgument('app.setPath', path, value => isText(value) && resolve(String(value)) === value);
      paths.set(which, path);
    },
    requestSingleInstanceLock(additionalData) {
      lock ??= new InstanceLock(app.getPath('userData'));
      const { first, told } = lock.request(
        { argv: process.argv, workingDirectory: process.cwd(), additionalData },
        second =>
          appEvents.emit(
            'second-instance',
            preventable({}),
            second.argv,
            second.workingDirectory,
            second.additionalData,
          ),
      );
      finishBeforeExit(told);
      return first;
    },
    hasSingleInstanceLock: () => lock?.held ?? false,
    releaseSingleInstanceLock: () => lock?.release(),
    addRecentDocument(path) {
      checkArgument('app.addRecentDocument', path, isText);
      recentDocuments.unshift(path);
    },
    clearRecentDocuments: () => void recentDocuments.splice(0),
    focus: () => undefined,
  },
  appEvents,
);

function packageFolder(from: string): string {
  try {
    readFileSync(join(from, 'package.json'));
    return from;
  } catch {
    return packageFolder(dirname(from));
  }
}
