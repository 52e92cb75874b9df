import { chromiumAddress } from './address.ts';
import { checkArgument, isFunction } from './options.ts';
import { demandReady, profile } from './program.ts';
import { schemes } from './protocol.ts';
import { standFor } from './stand.ts';

type Asks = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type Checks = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type Permission = Parameters<NonNullable<Checks>>[1];

/** Electron's permissions by the names that Chromium's protocol has for them. */
const permissions: ReadonlyMap<Permission, readonly string[]> = new Map<Permission, readonly string[]>([
  ['clipboard-read', ['clipboard-read']],
  ['clipboard-sanitized-write', ['clipboard-write']],
  ['display-capture', ['display-capture']],
  ['geolocation', ['geolocation']],
  ['idle-detection', ['idle-detection']],
  ['local-fonts', ['local-fonts']],
  ['media', ['camera', 'microphone']],
  ['midi', ['midi']],
  ['notifications', ['notifications']],
  ['persistent-storage', ['persistent-storage']],
  ['sensors', ['accelerometer', 'gyroscope', 'magnetometer']],
  ['storage-access', ['storage-access']],
  ['window-management', ['window-management']],
]);

let asks: Asks = null;
let checks: Checks = null;

const defaultSession = standFor<Electron.Session>('Session', {
  setPermissionRequestHandler(handler) {
    checkArgument('setPermissionRequestHandler', handler, value => value === null || isFunction(value));
    asks = handler;
  },
  setPermissionCheckHandler(handler) {
    checkArgument('setPermissionCheckHandler', handler, value => value === null || isFunction(value));
    checks = handler;
  },
  setDevicePermissionHandler(handler) {
    checkArgument('setDevicePermissionHandler', handler, value => value === null || isFunction(value));
  },
});

export const session = {
  get defaultSession(): Electron.Session {
    demandReady('session');
    return defaultSession;
  },
  /**
   * Asks the host's handlers before a document loads, and makes Chromium keep to what they say: a permission is
   * there where both grant it, and where there is no handler, as in Electron.
   */
  async decidePermissions(contents: Electron.WebContents, url: string): Promise<void> {
    const chromium = demandReady('session');
    const origin = new URL(chromiumAddress(url, schemes)).origin;
    if (origin === 'null') return;
    const set = [...permissions].map(async ([permission, names]) => {
      const granted = await isGranted(contents, permission, url);
      for (const name of names)
        await chromium.send('Browser.setPermission', {
          permission: { name, ...(name === 'clipboard-write' ? { allowWithoutSanitization: false } : {}) },
          setting: granted ? 'granted' : 'denied',
          origin,
          browserContextId: profile,
        });
    });
    await Promise.all(set);
  },
};

async function isGranted(
  contents: Electron.WebContents,
  permission: Permission,
  url: string,
): Promise<boolean> {
  if (checks && !checks(contents, permission, url, { isMainFrame: true, requestingUrl: url })) return false;
  if (!asks) return true;
  const handler = asks;
  return await new Promise<boolean>(answer =>
    handler(contents, permission, answer, { isMainFrame: true, requestingUrl: url }),
  );
}
