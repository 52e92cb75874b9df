import { app, Menu } from 'electron';
import type { CommandId } from '../../contract/commands.ts';
import type { CoreEvent } from '../../contract/events.ts';
import { createClient } from '../../contract/rpc.ts';
import type { Core } from '../../core/core.ts';
import { eventChannel } from './channels.ts';
import { type MenuState, menuTemplate } from './menu.ts';
import { storyIn } from './navigation.ts';
import { watchSettings } from './settings.ts';
import type { Windows } from './windows.ts';

/**
 * Shows the application's menu, and keeps it to what is so: the stories that were opened last, the appearance that
 * was chosen, and whether the window in front shows a story.
 * @param windows with `onChange`, called when another window comes to the front or shows another story
 */
export async function keepApplicationMenu(core: Core, windows: Windows): Promise<void> {
  let state: MenuState = { recent: [], chosen: [], withStory: false };
  let shown = '';
  const connection = core.connect(event => {
    if (event.type === 'recent-changed') void lookAtRecent();
  });
  const client = createClient(connection.dispatch);
  const change = (changed: Partial<MenuState>): void => {
    state = { ...state, ...changed };
    // Drawn anew, a menu that is open closes: only for a change.
    if (shown === JSON.stringify(state)) return;
    shown = JSON.stringify(state);
    const template = menuTemplate({
      mac: process.platform === 'darwin',
      packaged: app.isPackaged,
      state,
      onCommand: id => runCommand(windows, id),
      onStory: id => tell(windows, { type: 'open-story', id }),
    });
    Menu.setApplicationMenu(Menu.buildFromTemplate(template));
  };
  const lookAtRecent = async (): Promise<void> => change({ recent: await client.call('stories.recent', {}) });
  const lookAtWindows = (): void =>
    change({ withStory: storyIn(windows.current()?.webContents.getURL() ?? '') !== null });
  windows.onChange(lookAtWindows);
  await Promise.all([
    lookAtRecent(),
    watchSettings(core, ({ appearance }) => change({ chosen: [`appearance-${appearance}`] })),
  ]);
}

/** The page in front runs its commands itself: the menu only names one. A window is the host's to make. */
function runCommand(windows: Windows, id: CommandId): void {
  if (id === 'window') windows.open();
  else tell(windows, { type: 'command', id });
}

function tell(windows: Windows, event: CoreEvent): void {
  windows.current()?.webContents.send(eventChannel, event);
}
