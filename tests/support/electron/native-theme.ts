import type { Line } from './chromium.ts';
import { checkArgument, isOneOf } from './options.ts';
import { StrictEmitter, standFor } from './stand.ts';

const lines = new Set<Line>();
let source: Electron.NativeTheme['themeSource'] = 'system';

export const nativeTheme = standFor<Electron.NativeTheme>(
  'nativeTheme',
  {
    get themeSource() {
      return source;
    },
    set themeSource(next) {
      checkArgument('nativeTheme.themeSource', next, isOneOf('system', 'light', 'dark'));
      source = next;
      for (const line of lines) void emulate(line).catch(() => lines.delete(line));
      nativeTheme.emit('updated');
    },
    get shouldUseDarkColors() {
      return source === 'dark';
    },
  },
  new StrictEmitter('nativeTheme', ['updated']),
);

/** Shows a page in the theme that the host chose, from now on. */
export async function emulateTheme(line: Line): Promise<void> {
  lines.add(line);
  if (source !== 'system') await emulate(line);
}

async function emulate(line: Line): Promise<void> {
  const features = source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: source }];
  await line.send('Emulation.setEmulatedMedia', { features });
}
