/**
 * Packages the built program, for this machine's platform, or for a stand-in of Electron and no installer.
 * Run: node run.ts ELECTRON-DISTRIBUTION, or node run.ts STAND-IN OUTPUT
 */
import { Arch, Platform } from 'electron-builder';
import { pack } from './pack.ts';

const [electronDist, output] = process.argv.slice(2);
if (electronDist === undefined) throw new Error('Where is the distribution of Electron?');
const arch = process.arch === 'arm64' ? Arch.arm64 : Arch.x64;
if (output === undefined) await pack({ electronDist, targets: Platform.current().createTarget(null, arch) });
else await pack({ electronDist, output, targets: Platform.LINUX.createTarget('dir', arch) });
