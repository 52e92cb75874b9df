import { join } from 'node:path';
import {
  become,
  buildWhereStale,
  electronBinary,
  fail,
  installPackages,
  node,
  providePerl,
  root,
  say,
} from './setup.mjs';

/**
 * `npm run package`: installers for this platform, where Electron's program is. `-- --check` verifies everything
 * but Electron itself, and needs no program of it.
 */
const check = process.argv.includes('--check');
installPackages();
if (!check && !electronBinary())
  fail(
    'Electron\'s program is not here, so nothing can be packaged: fetch it with "node node_modules/electron/install.js", ' +
      'or verify all the rest with "npm run package -- --check".',
  );
providePerl();
buildWhereStale();
const folder = join(root, 'main/launch/package');
if (!check) become(node, [join(folder, 'run.ts'), join(root, 'node_modules/electron/dist')], { cwd: root });
else if (process.platform !== 'linux')
  // The stand-in is made like Electron for Linux, for which electron-builder leaves other systems' programs out.
  say('What goes into the packages is verified on Linux only.');
else become(node, [join(folder, 'check.ts')], { cwd: root });
