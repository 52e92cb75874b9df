import type { CoreEvent } from '../../main/contract/events.ts';
import type { AppInfo, MethodInput, MethodName, MethodOutput, Settings } from '../../main/contract/methods.ts';
import type { Destination } from '../../main/contract/rights.ts';
import type { Client } from '../../main/contract/rpc.ts';
import type { EditorHandle } from '../editor/BodyEditor.tsx';
import type { HostLink } from '../host/connect.ts';
import { failureWords } from '../ui/words.ts';
import { createNotices, type Notices } from './notices.ts';
import { createStore, type Store } from './store.ts';
import { createStoryList, type StoryList } from './story-list.ts';
import { createStorySession, type StorySession } from './story-session.ts';

export const inspectorTabs = ['Details', 'Pictures', 'Checks', 'Comments', 'History', 'Wire'] as const;
export type InspectorTab = (typeof inspectorTabs)[number];

export type DialogName = 'export' | 'file' | 'import' | 'paste' | 'commands' | 'settings' | 'destinations';

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly label: string;
}

/** Everything the window knows and can do, made once and handed to every component. */
export interface Desk {
  readonly client: Client;
  readonly session: string;
  readonly list: StoryList;
  readonly notices: Notices;
  readonly connected: Store<boolean>;
  readonly info: Store<AppInfo | null>;
  readonly destinations: Store<readonly Destination[]>;
  readonly open: Store<StorySession | null>;
  readonly dialog: Store<DialogName | null>;
  readonly tab: Store<InspectorTab>;
  readonly progress: Store<Readonly<Record<string, Progress>>>;
  /** Grows when someone adds or resolves a comment on any story. */
  readonly commentsChanged: Store<number>;
  /** Files dropped on the window, until the import dialog takes them. */
  readonly dropped: Store<readonly File[]>;
  /** Somebody waits to be told who is at this machine. */
  readonly nameAsked: Store<((name: string | null) => void) | null>;
  /** The copy's editor, while a story is open. */
  editor: EditorHandle | null;
  start(): () => void;
  /** Shows a story; what was typed in the one before is sent first. @returns whether it is open */
  openStory(id: string): Promise<boolean>;
  closeStory(): Promise<void>;
  newStory(): Promise<void>;
  /** A call whose failure is told to the person; undefined then. */
  tryCall<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name> | undefined>;
  saveSettings(settings: Partial<Settings>): Promise<boolean>;
  /** The name of the person at this machine, asked for once; null where they would not say. */
  personName(): Promise<string | null>;
}

export function createDesk(link: HostLink, session: string, storage: Storage): Desk {
  const { client } = link;
  const notices = createNotices();
  const list = createStoryList(client);
  const open = createStore<StorySession | null>(null);
  const info = createStore<AppInfo | null>(null);
  const destinations = createStore<readonly Destination[]>([]);
  const connected = createStore(true);
  const progress = createStore<Readonly<Record<string, Progress>>>({});
  const commentsChanged = createStore(0);
  const nameAsked = createStore<((name: string | null) => void) | null>(null);
  let opening = 0;

  const tell = (error: unknown): void => notices.add('error', failureWords(error));

  const readInfo = async (): Promise<void> => {
    try {
      const first = info.get() === null;
      info.set(await client.call('app.info', {}));
      destinations.set(await client.call('destinations.list', {}));
      if (first) for (const notice of info.get()?.notices ?? []) notices.add('warning', notice);
    } catch (error) {
      tell(error);
    }
  };

  const onEvent = (event: CoreEvent): void => {
    const shown = open.get();
    switch (event.type) {
      case 'story-saved':
        if (event.session !== session && shown?.id === event.id) void shown.refresh().catch(tell);
        return;
      case 'stories-changed':
        list.changed();
        if (info.get()?.sampleStory) void readInfo();
        return;
      case 'story-open':
        if (shown?.id === event.id) shown.setOthers(event.sessions.filter(each => each !== session).length);
        return;
      case 'comments-changed':
        if (shown?.id === event.story) commentsChanged.update(count => count + 1);
        return;
      case 'settings-changed':
        void readInfo();
        return;
      case 'progress':
        progress.update(now => ({ ...now, [event.job]: { done: event.done, total: event.total, label: event.label } }));
        return;
      case 'closing':
        void shown?.flush().catch(() => undefined);
        return;
    }
  };

  const closeStory = async (): Promise<void> => {
    const shown = open.get();
    desk.editor = null;
    open.set(null);
    await shown?.close();
  };

  const desk: Desk = {
    client,
    session,
    list,
    notices,
    connected,
    info,
    destinations,
    open,
    dialog: createStore<DialogName | null>(null),
    tab: createStore<InspectorTab>('Details'),
    progress,
    commentsChanged,
    dropped: createStore<readonly File[]>([]),
    nameAsked,
    editor: null,

    start() {
      const stopEvents = link.onEvent(onEvent);
      const stopStatus = link.onStatus(status => {
        const now = status === 'connected';
        if (now && (!connected.get() || info.get() === null)) void afterConnecting();
        connected.set(now);
      });
      void afterConnecting();
      return () => {
        stopEvents();
        stopStatus();
      };
    },

    async openStory(id) {
      if (open.get()?.id === id) return true;
      const mine = ++opening;
      try {
        const story = await client.call('stories.get', { id });
        if (mine !== opening) return false;
        await closeStory();
        if (mine !== opening) return false;
        const shown = createStorySession({
          client,
          session,
          story,
          storage,
          notify: message => notices.add('info', message),
        });
        open.set(shown);
        const { others } = await client.call('stories.open', { id, session, open: true });
        shown.setOthers(others);
        return true;
      } catch (error) {
        tell(error);
        return false;
      }
    },

    closeStory,

    async newStory() {
      const { language = 'en', author = '', provider = '' } = info.get()?.settings ?? {};
      const fields = { language, byline: author, source: provider };
      const story = await desk.tryCall('stories.create', { story: { fields }, session });
      if (story && (await desk.openStory(story.id)))
        // The pane is drawn in the next frame; then the first thing to write is the slugline.
        requestAnimationFrame(() => document.querySelector<HTMLElement>('main [data-first-field]')?.focus());
    },

    async tryCall(name, input) {
      try {
        return await client.call(name, input);
      } catch (error) {
        tell(error);
        return undefined;
      }
    },

    async saveSettings(settings) {
      const saved = await desk.tryCall('settings.set', { settings });
      if (!saved) return false;
      info.update(now => now && { ...now, settings: saved });
      return true;
    },

    async personName() {
      const known = info.get()?.settings.author ?? '';
      if (known !== '') return known;
      const name = await new Promise<string | null>(resolve => nameAsked.set(resolve));
      nameAsked.set(null);
      if (name === null || !(await desk.saveSettings({ author: name }))) return null;
      return name;
    },
  };

  async function afterConnecting(): Promise<void> {
    await Promise.all([list.reload(), readInfo()]);
    const shown = open.get();
    if (!shown) return;
    // The host forgot which windows have what open, and may have been started on a store that moved on.
    await client.call('stories.open', { id: shown.id, session, open: true }).then(({ others }) => shown.setOthers(others), tell);
    await shown.refresh().catch(tell);
  }

  return desk;
}
