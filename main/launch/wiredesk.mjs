import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildWhereStale, installPackages, node, providePerl, root } from './setup.mjs';

/** `npm run -s wiredesk -- COMMAND`: the command line on Node 24, whatever Node npm itself runs on. */
const words = process.argv.slice(2);
installPackages();
providePerl();
if (words.includes('serve')) buildWhereStale();

const child = spawn(node, [join(root, 'main/cli/wiredesk.ts'), ...words], {
  // npm changes into the package's folder; relative paths are meant from where the user stands.
  cwd: process.env.INIT_CWD ?? process.cwd(),
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (status, signal) => {
  process.exitCode = signal ? 1 : (status ?? 1);
});
