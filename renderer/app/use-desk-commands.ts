import { useCallback, useMemo } from 'react';
import type { CommandId } from '../../main/contract/commands.ts';
import { type Settings, type SomeSettings, textSizes } from '../../main/contract/settings.ts';
import type { HostLink } from '../host/connect.ts';
import { failureWords } from '../ui/words.ts';
import { type DeskCommand, deskCommands } from './commands.ts';
import type { DialogName } from './context.ts';
import type { InspectorTab } from './tabs.ts';
import { undoOrRedo } from './undoing.ts';
import { useRecent } from './use-recent.ts';
import { openWindow } from './window-address.ts';

interface CommandsOptions {
  readonly link: HostLink;
  readonly session: string;
  /** Undefined until the host has told them. */
  readonly settings: Settings | undefined;
  readonly selected: string | null;
  readonly openStory: (id: string) => void;
  readonly openDialog: (name: DialogName) => void;
  readonly setTab: (tab: InspectorTab) => void;
  readonly tell: (message: string) => void;
}

/** The commands of this window as they stand now; `newStory` is the one that has a button of its own. */
export function useDeskCommands(options: CommandsOptions): {
  readonly commands: readonly DeskCommand[];
  readonly newStory: () => void;
} {
  const { link, session, settings, selected, openStory, openDialog, setTab, tell } = options;
  const { client } = link;
  const recent = useRecent(link, openStory);
  const language = settings?.language ?? 'en';
  const newStory = useCallback((): void => {
    client.call('stories.create', { story: { fields: { language } }, session }).then(
      story => openStory(story.id),
      error => tell(failureWords(error)),
    );
  }, [client, language, session, openStory, tell]);

  const own = useMemo(() => {
    const set = (change: SomeSettings): void =>
      void client.call('settings.set', { settings: change }).catch(error => tell(failureWords(error)));
    const sizeBy = (steps: number): void => {
      const textSize = settings && textSizes[textSizes.indexOf(settings.textSize) + steps];
      if (textSize !== undefined) set({ textSize });
    };
    const actions: Readonly<Record<CommandId, () => void>> = {
      new: newStory,
      window: () => openWindow(null),
      import: () => openDialog('import'),
      paste: () => openDialog('paste'),
      batch: () => openDialog('batch'),
      undo: () => undoOrRedo('undo'),
      redo: () => undoOrRedo('redo'),
      export: () => openDialog('export'),
      file: () => openDialog('file'),
      proof: () => openDialog('proof'),
      'story-window': () => openWindow(selected),
      duplicate: () => {
        if (selected)
          client.call('stories.duplicate', { id: selected, session }).then(
            story => openStory(story.id),
            error => tell(failureWords(error)),
          );
      },
      'tab-Details': () => setTab('Details'),
      'tab-Pictures': () => setTab('Pictures'),
      'tab-Checks': () => setTab('Checks'),
      'tab-Comments': () => setTab('Comments'),
      'tab-History': () => setTab('History'),
      'tab-Wire': () => setTab('Wire'),
      'text-larger': () => sizeBy(1),
      'text-smaller': () => sizeBy(-1),
      'text-usual': () => set({ textSize: 100 }),
      'appearance-system': () => set({ appearance: 'system' }),
      'appearance-light': () => set({ appearance: 'light' }),
      'appearance-dark': () => set({ appearance: 'dark' }),
      destinations: () => openDialog('destinations'),
      ending: () => openDialog('ending'),
      'house-dictionary': () => openDialog('house-dictionary'),
      settings: () => openDialog('settings'),
      commands: () => openDialog('commands'),
    };
    return deskCommands(actions, {
      withStory: selected !== null,
      chosen: [`appearance-${settings?.appearance ?? 'system'}`],
    });
  }, [client, session, settings, selected, newStory, openStory, openDialog, setTab, tell]);
  return { commands: useMemo(() => [...own, ...recent], [own, recent]), newStory };
}
