import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { type StoryState, type StorySummary, storyName } from '../../main/contract/story.ts';
import { type DeskCommand, menuGroup } from '../app/commands.ts';
import { useDesk } from '../app/context.ts';
import { EmbargoFlag } from '../embargoes/EmbargoFlag.tsx';
import { Menu } from '../ui/Menu.tsx';
import { moment, stateFace } from '../ui/words.ts';
import { useStories } from './use-stories.ts';

interface StoriesPaneProps {
  readonly state: StoryState | null;
  readonly selected: string | null;
  readonly onNew: () => void;
  readonly commands: readonly DeskCommand[];
}

/** The stories of a view, found as you type. */
export function StoriesPane({ state, selected, onNew, commands }: StoriesPaneProps): ReactElement {
  const { link, openDialog, openStory } = useDesk();
  const [query, setQuery] = useState('');
  const [menuAt, setMenuAt] = useState<DOMRect | null>(null);
  const { total, stories, loaded, more } = useStories(link, query, state);
  return (
    <>
      <div className="stories-head">
        <input
          spellCheck={false}
          type="search"
          aria-label="Search stories"
          placeholder="Search stories"
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
        <p className="actions">
          <button type="button" className="primary" onClick={onNew}>
            New story
          </button>
          <button type="button" onClick={() => openDialog('import')}>
            Import…
          </button>
        </p>
        <p className="muted" role="status">
          {loaded ? `${total} ${total === 1 ? 'story' : 'stories'}` : 'Looking…'}
        </p>
      </div>
      <StoryListBox
        stories={stories}
        selected={selected}
        onOpen={openStory}
        onMenu={(id, at) => {
          openStory(id);
          setMenuAt(at);
        }}
      />
      {menuAt && (
        <Menu
          label="Story"
          at={menuAt}
          groups={[menuGroup('Story', commands)]}
          onClose={() => setMenuAt(null)}
        />
      )}
      {loaded && stories.length === 0 && (
        <p className="empty">{query === '' ? 'No stories here yet.' : `Nothing found for “${query}”.`}</p>
      )}
      {stories.length < total && stories.length < 1_000 && (
        <button type="button" className="quiet" onClick={more}>
          Show more
        </button>
      )}
    </>
  );
}

/** One tab stop; arrow keys move, Enter or Space opens, as a list box does. */
function StoryListBox({
  stories,
  selected,
  onOpen,
  onMenu,
}: {
  readonly stories: readonly StorySummary[];
  readonly selected: string | null;
  readonly onOpen: (id: string) => void;
  /** The context menu was asked for, by the mouse at a point or by its key at the story. */
  readonly onMenu: (id: string, at: DOMRect) => void;
}): ReactElement {
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const prefix = useId();
  const current =
    stories.find(story => story.id === active) ?? stories.find(story => story.id === selected) ?? stories[0];

  const move = (event: KeyboardEvent): void => {
    const at = stories.findIndex(story => story.id === current?.id);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: stories.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      const next = stories[Math.max(0, Math.min(stories.length - 1, to))];
      if (!next) return;
      setActive(next.id);
      document.getElementById(`${prefix}${next.id}`)?.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (current) onOpen(current.id);
    }
  };
  useEffect(() => {
    if (selected) setActive(selected);
  }, [selected]);

  return (
    <div ref={list} role="listbox" aria-label="Stories" className="story-list">
      {stories.map(story => (
        <div
          key={story.id}
          id={`${prefix}${story.id}`}
          role="option"
          aria-selected={story.id === selected}
          tabIndex={story.id === current?.id ? 0 : -1}
          className="story-item"
          onClick={() => onOpen(story.id)}
          onKeyDown={move}
          onContextMenu={event => {
            event.preventDefault();
            // The key for it gives no point of the pointer.
            const byKey = event.button !== 2;
            onMenu(
              story.id,
              byKey ? event.currentTarget.getBoundingClientRect() : new DOMRect(event.clientX, event.clientY),
            );
          }}
        >
          <strong dir="auto">{storyName(story)}</strong>
          {story.slugline !== '' && story.headline !== '' && (
            <span className="story-headline" dir="auto">
              {story.headline}
            </span>
          )}
          {story.snippet !== '' && <Snippet text={story.snippet} />}
          <span className="story-meta">
            <span className={`state state-${story.state}`}>
              <span aria-hidden="true">{stateFace[story.state].shape}</span> {stateFace[story.state].word}
            </span>
            {story.urgency < 4 ? (
              <span className="flag flag-danger">! Urgency {story.urgency}</span>
            ) : (
              <span>Urgency {story.urgency}</span>
            )}
            <EmbargoFlag embargo={story.embargo} />
            <span>{story.words === 1 ? '1 word' : `${story.words} words`}</span>
            <span>{moment(story.updated)}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** The words around a match; what matched is marked. */
function Snippet({ text }: { readonly text: string }): ReactElement {
  return (
    <span className="story-snippet" dir="auto">
      {text.split('\uE000').map((part, index) => {
        const [match = '', rest] = part.split('\uE001');
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one string have no other identity
          <span key={index}>
            {rest === undefined ? (
              part
            ) : (
              <>
                <mark>{match}</mark>
                {rest}
              </>
            )}
          </span>
        );
      })}
    </span>
  );
}
