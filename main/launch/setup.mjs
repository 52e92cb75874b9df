import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Runs on Node 20 with nothing installed: everything here is plain JavaScript and Node's own. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const windows = process.platform === 'win32';
export const node = join(root, 'node_modules/.bin', windows ? 'node.cmd' : 'node');
const stamp = join(root, 'node_modules/.wiredesk-lock');

/** Says what is being done, on standard error: standard output belongs to the command. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Ends the program with one sentence. */
export function fail(sentence) {
  say(sentence);
  process.exit(1);
}

/** Installs the packages of the lock file where they are missing or not of this lock file. */
export function installPackages() {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing packages…');
  // Electron's package brings no binary of its own accord, and Playwright's browsers are not used.
  run(windows ? 'npm.cmd' : 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1',
  });
  provideNode();
  writeFileSync(stamp, lock);
}

/** Node 24 comes in the `node` package; its install script is run by hand where npm was told to run none. */
function provideNode() {
  if (spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.')) return;
  const script = join(root, 'node_modules/node/installArchSpecificPackage.js');
  if (existsSync(script)) run(process.execPath, [script], {}, join(root, 'node_modules/node'));
  if (!spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout?.startsWith('v24.'))
    fail('Node 24 could not be installed from the "node" package: run "npm rebuild node".');
}

/**
 * Makes sure that a program of the system is there, installing its Debian package where that is allowed.
 * @param {readonly string[]} commands any of which will do
 * @param {string} debianPackage
 * @param {(command: string) => boolean} works
 */
export function provideSystemProgram(commands, debianPackage, works = isOnPath) {
  if (commands.some(works)) return;
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', debianPackage];
  const sentence = `${debianPackage} is missing: install it with "sudo ${install.slice(0, 3).join(' ')} ${debianPackage}".`;
  if (!isOnPath('apt-get')) fail(sentence);
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true']).status !== 0) fail(sentence);
  say(`Installing ${debianPackage}…`);
  const prefix = root ? [] : ['sudo', '-n'];
  const apt = words => {
    const [command, ...rest] = [...prefix, ...words];
    return spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  apt(['apt-get', 'update', '-qq']);
  apt(install);
  if (!commands.some(works)) fail(sentence);
}

/** exiftool is a perl program, and Debian's smallest perl lacks modules that it uses. */
export function providePerl() {
  if (process.platform !== 'linux') return;
  provideSystemProgram(
    ['perl'],
    'perl',
    () => spawnSync('perl', ['-MEncode', '-MTime::Local', '-MFile::Spec', '-e', '1']).status === 0,
  );
}

export function provideChromium() {
  if (process.platform !== 'linux') return;
  provideSystemProgram(['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge'], 'chromium');
}

function isOnPath(command) {
  return (process.env.PATH ?? '')
    .split(windows ? ';' : ':')
    .some(folder => existsSync(join(folder, command)));
}

/** Builds where a source is newer than what was built from it. */
export function buildWhereStale() {
  const built = join(root, 'dist/renderer/index.html');
  const newest = Math.max(
    ...['main', 'renderer', 'package.json', 'package-lock.json'].map(name => newestChange(join(root, name))),
  );
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  say('Building…');
  run(windows ? 'npm.cmd' : 'npm', ['run', '--silent', 'build']);
}

function newestChange(path) {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map(name => newestChange(join(path, name))));
}

/** Runs a program with its output on standard error; ends this one where it fails. */
export function run(command, args, environment = {}, cwd = root) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...environment },
    shell: windows,
  });
  if (status !== 0) fail(`"${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}.`);
}
