import { join } from 'node:path';
import { become, buildWhereStale, installPackages, node, providePerl, root, startFolder } from './setup.mjs';

/** `npm run -s wiredesk -- COMMAND`: the command line on Node 24, whatever Node npm itself runs on. */
const words = process.argv.slice(2);
installPackages();
providePerl();
if (words.includes('serve')) buildWhereStale();
become(node, [join(root, 'main/cli/wiredesk.ts'), ...words], { cwd: startFolder });
