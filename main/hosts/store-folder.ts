import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The store: the one named, or that of WIREDESK_STORE, or the user's own. Both hosts and the command line ask
 * here, so that they open the same one.
 */
export function storeFolder(named?: string): string {
  return resolve(named ?? process.env.WIREDESK_STORE ?? ownFolder());
}

function ownFolder(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library/Application Support/Wiredesk');
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Wiredesk');
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), '.local/share'), 'wiredesk');
}
