import type { Session } from 'electron';

/** What an editor needs of a browser's permissions: nothing else is granted, asked for or not. */
const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Both handlers are needed (Electron security checklist, item 5): the one that asks and the one that looks. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(granted.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => granted.has(permission));
  session.setDevicePermissionHandler(() => false);
}
