import { createClient } from '../../contract/rpc.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Core } from '../../core/core.ts';

/** Calls back with the settings, now and whenever they are changed. @returns resolves once it has for the first time */
export async function watchSettings(core: Core, onSettings: (settings: Settings) => void): Promise<void> {
  const connection = core.connect(event => {
    if (event.type === 'settings-changed') void look();
  });
  const client = createClient(connection.dispatch);
  const look = async (): Promise<void> => onSettings((await client.call('app.info', {})).settings);
  await look();
}
