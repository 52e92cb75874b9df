import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildWhereStale, installPackages, node, providePerl, root, say } from './setup.mjs';

/** `npm start`: installs what is missing, builds, and opens the application in the best host there is. */
const fetchMs = 45_000;
const dayMs = 24 * 60 * 60 * 1000;

installPackages();
providePerl();
buildWhereStale();

const files = process.argv.slice(2).map(file => resolve(process.env.INIT_CWD ?? process.cwd(), file));
const electron = electronBinary() ?? fetchElectron();
const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
if (electron && hasDisplay) {
  say('Opening Wiredesk in Electron.');
  open(electron, [root, ...files]);
} else {
  say(
    electron
      ? 'There is no display: serving Wiredesk instead.'
      : "Electron's binary is not to be had: opening Wiredesk in a browser window.",
  );
  open(node, [join(root, 'main/cli/wiredesk.ts'), 'serve', ...files]);
}

function open(command, args) {
  const child = spawn(command, args, { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', status => {
    process.exitCode = status ?? 1;
  });
}

/** Electron's program where its package has fetched it. */
function electronBinary() {
  const pointer = join(root, 'node_modules/electron/path.txt');
  if (!existsSync(pointer)) return null;
  const binary = join(root, 'node_modules/electron/dist', readFileSync(pointer, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

/** Tries to fetch it, for a bounded time; a failure is remembered for a day. */
function fetchElectron() {
  const failed = join(root, 'node_modules/.wiredesk-no-electron');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < dayMs) return null;
  say("Fetching Electron's binary…");
  spawnSync(node, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: fetchMs,
  });
  const binary = electronBinary();
  if (!binary) writeFileSync(failed, '');
  return binary;
}
