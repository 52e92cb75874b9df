import { isAbsolute } from 'node:path';
import { isImage } from './native-image.ts';
import { checkOptions, isListOf, isText } from './options.ts';

/** @throws Error where Electron would drag nothing: it says so itself, or drags an icon that nobody sees */
export function checkDrag([item]: readonly unknown[]): void {
  const isFile = (value: unknown): boolean => isText(value) && isAbsolute(String(value));
  checkOptions<Electron.Item>('webContents.startDrag', item, {
    file: isFile,
    files: isListOf(isFile),
    icon: isImage,
  });
  const { file, files, icon } = item as Partial<Electron.Item>;
  if (icon === undefined) throw new Error("'icon' parameter is required");
  if (file === undefined && !files?.length) throw new Error("Must specify either 'file' or 'files' option");
}
