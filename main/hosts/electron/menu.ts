import type { MenuItemConstructorOptions } from 'electron';

/** The system's own menus; the application's commands are in the window, the same in both hosts. */
export function menuTemplate(options: {
  readonly mac: boolean;
  readonly packaged: boolean;
}): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const developing: MenuItemConstructorOptions[] = options.packaged
    ? []
    : [{ type: 'separator' }, { role: 'toggleDevTools' }];
  return [
    ...(options.mac ? [{ role: 'appMenu' } as const] : []),
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { label: 'View', submenu: [...view, ...developing] },
    { role: 'windowMenu' },
  ];
}
