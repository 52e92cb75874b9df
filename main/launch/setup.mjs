import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs on Node 20 with nothing installed: everything here is plain JavaScript and Node's own. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const windows = process.platform === 'win32';
const npm = windows ? 'npm.cmd' : 'npm';

/** Node 24, of the `node` package; on Windows the program itself, since a `.cmd` is not started without a shell. */
export const node = join(root, windows ? 'node_modules/node/bin/node.exe' : 'node_modules/.bin/node');

/** Where the user stands: npm itself goes to the package's folder, and relative paths are not meant from there. */
export const startFolder = process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();

/** Says what is being done, on standard error: standard output belongs to the command. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the program with one sentence. */
export function fail(sentence) {
  say(sentence);
  process.exit(1);
}

/** Installs the packages of the lock file where they are missing or of other versions, and Node 24 with them. */
export function installPackages() {
  if (!isInstalled()) {
    say('Installing packages…');
    // Electron's package brings no binary of its own accord, and Playwright's browsers are not used.
    run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
    });
  }
  if (!existsSync(node)) provideNode();
}

/** npm writes down what it installed once all of it is there; packages of other platforms are not. */
function isInstalled() {
  try {
    const wanted = readPackages('package-lock.json');
    const found = readPackages('node_modules/.package-lock.json');
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
    );
  } catch {
    return false;
  }
}

function readPackages(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8')).packages;
}

/** The package fetches Node by an install script: it is run by hand where npm was told to run none. */
function provideNode() {
  const folder = join(root, 'node_modules/node');
  run(process.execPath, [join(folder, 'installArchSpecificPackage.js')], {}, folder);
  if (!existsSync(node))
    fail('Node 24 could not be installed from the "node" package: run "npm rebuild node".');
}

/**
 * Makes sure that a program of the system is there, installing its Debian package where that is allowed.
 * @param {string} debianPackage
 * @param {() => boolean} works whether the program is there
 * @returns {string | null} what to do where it is not, in one sentence
 */
function provideSystemProgram(debianPackage, works) {
  if (works()) return null;
  const sentence = `${debianPackage} is missing: install it with "sudo apt-get install ${debianPackage}".`;
  if (!isOnPath('apt-get')) return sentence;
  const prefix = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (prefix.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return sentence;
  say(`Installing ${debianPackage}…`);
  for (const words of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', debianPackage],
  ]) {
    const [command, ...args] = [...prefix, 'apt-get', ...words];
    spawnSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  }
  return works() ? null : sentence;
}

/** exiftool is a perl program, and Debian's smallest perl lacks modules that it uses. Only pictures need it. */
export function providePerl() {
  if (process.platform !== 'linux') return;
  const modules = ['-MEncode', '-MTime::Local', '-MFile::Spec', '-e', '1'];
  const missing = provideSystemProgram('perl', () => spawnSync('perl', modules).status === 0);
  if (missing) say(`Without perl the metadata of pictures is neither read nor written. ${missing}`);
}

/** For the end-to-end tests, which cannot do without. */
export function provideChromium() {
  if (process.platform !== 'linux') return;
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'];
  const missing = provideSystemProgram('chromium', () => names.some(isOnPath));
  if (missing) fail(missing);
}

function isOnPath(command) {
  return (process.env.PATH ?? '').split(':').some(folder => existsSync(join(folder, command)));
}

/** Electron's program where its package has fetched it; else null. */
export function electronBinary() {
  const pointer = join(root, 'node_modules/electron/path.txt');
  if (!existsSync(pointer)) return null;
  const binary = join(root, 'node_modules/electron/dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Builds where a source is newer than the last build that ended well. */
export function buildWhereStale() {
  const built = join(root, 'dist/.built');
  const sources = ['main', 'renderer', 'package.json', 'package-lock.json', 'tsconfig.json'];
  const newest = Math.max(...sources.map(name => newestChange(join(root, name))));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  say('Building…');
  run(npm, ['run', '--silent', 'build']);
  mkdirSync(dirname(built), { recursive: true });
  writeFileSync(built, '');
}

/** A folder counts too: it changes when a file in it is taken away. */
function newestChange(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map(name => newestChange(join(path, name))));
}

/** Runs a program with its output on standard error; ends this one where it fails. */
export function run(command, args, environment = {}, cwd = root) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
    shell: command === npm && windows,
  });
  if (status !== 0) fail(`"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}.`);
}

/**
 * Runs a program in this one's place: its standard streams are ours, and it gets the signals that we get.
 * @param {(status: number | null, signal: string | null) => void} ended by default takes over the exit status
 */
export function become(command, args, options = {}, ended = exitAs) {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const pass = signal => child.kill(signal);
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  child.on('error', error => fail(`${command} could not be started: ${error.message}.`));
  child.on('exit', (status, signal) => {
    for (const each of signals) process.off(each, pass);
    ended(status, signal);
  });
}

/** As a shell tells of a program that a signal ended: 128 and the signal's number. */
export function exitAs(status, signal) {
  process.exitCode = signal ? 128 + constants.signals[signal] : (status ?? 1);
}
