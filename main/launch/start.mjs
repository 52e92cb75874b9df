import { spawnSync } from 'node:child_process';
import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  become,
  buildWhereStale,
  electronBinary,
  exitAs,
  installPackages,
  node,
  providePerl,
  root,
  say,
  startFolder,
} from './setup.mjs';

/** `npm start`: installs what is missing, builds, and opens the application in the best host there is. */
const fetchMs = 45_000;
const dayMs = 24 * 60 * 60 * 1000;

installPackages();
providePerl();
buildWhereStale();

const files = process.argv.slice(2).map(file => resolve(startFolder, file));
const hasDisplay =
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
// Without a display there is nothing that Electron could show.
const electron = hasDisplay ? (electronBinary() ?? fetchElectron()) : null;
if (electron) openElectron(electron);
else if (hasDisplay) openBrowser("Electron's program is not here: opening Wiredesk in a browser's window.");
else openBrowser('There is no display: serving Wiredesk instead.');

function openElectron(binary) {
  say('Opening Wiredesk in Electron.');
  // Chromium refuses to start for root with its sandbox; every other user keeps it.
  const switches = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  let told = false;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'])
    process.once(signal, () => {
      told = true;
    });
  become(binary, [root, ...switches, ...files], { env }, (status, signal) => {
    // 127: a library of the system is missing. A signal of its own: a sandbox that this machine does not allow.
    if (!told && (status === 127 || signal))
      openBrowser("Electron cannot run on this machine: opening Wiredesk in a browser's window.");
    else exitAs(status, signal);
  });
}

function openBrowser(reason) {
  say(reason);
  become(node, [join(root, 'main/cli/wiredesk.ts'), 'serve', ...files]);
}

/** Tries to fetch it, for a bounded time; a failure is remembered for a day. */
function fetchElectron() {
  const failed = join(root, 'node_modules/.wiredesk-no-electron');
  if (existsSync(failed) && Date.now() - statSync(failed).mtimeMs < dayMs) return null;
  say("Fetching Electron's program…");
  spawnSync(node, [join(root, 'node_modules/electron/install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: fetchMs,
  });
  const binary = electronBinary();
  if (!binary) writeFileSync(failed, '');
  return binary;
}
