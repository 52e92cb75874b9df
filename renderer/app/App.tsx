import { type ReactElement, useCallback, useEffect, useMemo, useState } from 'react';
import type { AppInfo } from '../../main/contract/methods.ts';
import type { Destination } from '../../main/contract/rights.ts';
import type { StoryState } from '../../main/contract/story.ts';
import { LiftedEmbargoes } from '../embargoes/LiftedEmbargoes.tsx';
import type { HostLink, LinkStatus } from '../host/connect.ts';
import { EndingDialog } from '../rights/EndingDialog.tsx';
import { useEndingRights } from '../rights/use-ending-rights.ts';
import { DestinationsDialog } from '../settings/DestinationsDialog.tsx';
import { HouseDictionaryDialog } from '../settings/HouseDictionaryDialog.tsx';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { ImportDialog } from '../stories/ImportDialog.tsx';
import { PasteDialog } from '../stories/PasteDialog.tsx';
import { StoriesPane } from '../stories/StoriesPane.tsx';
import { Views } from '../stories/Views.tsx';
import { isDialogOpen } from '../ui/Dialog.tsx';
import { type Message, MessageContext } from '../ui/messages.ts';
import { failureWords } from '../ui/words.ts';
import { BatchDialog } from '../wire/BatchDialog.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { type Desk, DeskContext, type DialogName } from './context.ts';
import { MessageBar } from './MessageBar.tsx';
import { RescueOffer } from './RescueOffer.tsx';
import { StoryView } from './StoryView.tsx';
import type { InspectorTab } from './tabs.ts';
import { useAppearance } from './use-appearance.ts';
import { useCommandKeys } from './use-command-keys.ts';
import { useDeskCommands } from './use-desk-commands.ts';
import { showInAddress, storyInAddress } from './window-address.ts';

/** The window: views and stories, the story, its inspector. */
export function App({ link, session }: { readonly link: HostLink; readonly session: string }): ReactElement {
  const [info, setInfo] = useState<AppInfo | null>(null);
  const [destinations, setDestinations] = useState<readonly Destination[]>([]);
  const [line, setLine] = useState<LinkStatus>('connected');
  const [view, setView] = useState<StoryState | null>(null);
  const [selected, setSelected] = useState<string | null>(storyInAddress);
  const [tab, setTab] = useState<InspectorTab>('Details');
  const [dialog, openDialog] = useState<DialogName | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [message, setMessage] = useState<Message | null>(null);
  const tell = useCallback((text: string): void => setMessage({ text, at: new Date() }), []);
  const { client } = link;

  const refresh = useCallback(() => {
    Promise.all([client.call('app.info', {}), client.call('destinations.list', {})]).then(
      ([nextInfo, nextDestinations]) => {
        setInfo(nextInfo);
        setDestinations(nextDestinations);
      },
      error => tell(failureWords(error)),
    );
  }, [client, tell]);
  useEffect(() => {
    const stopStatus = link.onStatus(status => {
      setLine(status);
      if (status === 'connected') refresh();
    });
    const stopEvents = link.onEvent(event => {
      if (event.type === 'settings-changed' || event.type === 'story-purged') refresh();
      if (event.type === 'open-story') setSelected(event.id);
      if (event.type === 'message') tell(event.text);
    });
    return () => {
      stopStatus();
      stopEvents();
    };
  }, [link, refresh, tell]);

  const { commands, newStory } = useDeskCommands({
    link,
    session,
    settings: info?.settings,
    selected,
    openStory: setSelected,
    openDialog,
    setTab,
    tell,
  });
  useCommandKeys(link, commands, tell);
  useAppearance(info?.settings);
  useEffect(() => showInAddress(selected), [selected]);
  const ending = useEndingRights(link);

  const desk = useMemo(
    (): Desk | null =>
      info ? { link, session, info, destinations, tell, openDialog, openStory: setSelected } : null,
    [link, session, info, destinations, tell],
  );
  if (!desk)
    return (
      <main aria-label="Story" className="empty">
        <h1 className="brand">Wiredesk</h1>
        <p role="status">{message?.text ?? 'Opening the store…'}</p>
      </main>
    );
  const { sampleStory } = desk.info;
  return (
    <DeskContext value={desk}>
      <MessageContext value={message}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: files are dropped anywhere; Import… does the same by keyboard */}
        <div
          className="window"
          onDragOver={event => event.preventDefault()}
          onDrop={event => {
            if (event.dataTransfer.files.length === 0) return;
            event.preventDefault();
            if (dialog !== 'import' && isDialogOpen())
              return tell('Close this dialog first to import files.');
            setFiles([...event.dataTransfer.files]);
            openDialog('import');
          }}
        >
          <header>
            {line === 'disconnected' && (
              <div className="banner banner-danger" role="alert">
                The program that keeps the stories does not answer. What you write stays here and is saved
                when it does.
              </div>
            )}
            {desk.info.notices.map(notice => (
              <div key={notice} className="banner banner-danger" role="alert">
                {notice}
              </div>
            ))}
            <RescueOffer />
            <LiftedEmbargoes />
            {sampleStory !== null && (
              <div className="banner" role="note">
                <span>A sample story shows how captions and rights work here.</span>
                <button type="button" onClick={() => setSelected(sampleStory)}>
                  Open the sample
                </button>
                <button
                  type="button"
                  onClick={() => {
                    if (selected === sampleStory) setSelected(null);
                    client
                      .call('stories.purge', { id: sampleStory })
                      .then(refresh, error => tell(failureWords(error)));
                  }}
                >
                  Remove the sample
                </button>
              </div>
            )}
          </header>
          <div className="panes">
            <nav aria-label="Views" className="pane views">
              <Views state={view} onView={setView} commands={commands} ending={ending.length} />
            </nav>
            <section aria-label="Stories" className="pane stories">
              <StoriesPane state={view} selected={selected} onNew={newStory} commands={commands} />
            </section>
            {selected === null ? (
              <>
                <main aria-label="Story" className="pane story">
                  <p className="empty">Choose a story, or start a new one.</p>
                </main>
                <aside aria-label="Inspector" className="pane inspector" />
              </>
            ) : (
              <StoryView key={selected} id={selected} dialog={dialog} tab={tab} onTab={setTab} />
            )}
          </div>
          <MessageBar onClear={() => setMessage(null)} />
          {dialog === 'commands' && <CommandPalette commands={commands} onClose={() => openDialog(null)} />}
          {dialog === 'settings' && <SettingsDialog onClose={() => openDialog(null)} />}
          {dialog === 'house-dictionary' && <HouseDictionaryDialog onClose={() => openDialog(null)} />}
          {dialog === 'destinations' && <DestinationsDialog onClose={() => openDialog(null)} />}
          {dialog === 'ending' && <EndingDialog ending={ending} onClose={() => openDialog(null)} />}
          {dialog === 'batch' && <BatchDialog onClose={() => openDialog(null)} />}
          {dialog === 'paste' && <PasteDialog onClose={() => openDialog(null)} />}
          {dialog === 'import' && (
            <ImportDialog
              files={files}
              onClose={() => {
                setFiles([]);
                openDialog(null);
              }}
            />
          )}
        </div>
      </MessageContext>
    </DeskContext>
  );
}
