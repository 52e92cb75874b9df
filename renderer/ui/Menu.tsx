import { type KeyboardEvent, type ReactElement, useId, useLayoutEffect, useRef } from 'react';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** The shortcut, as it stands on the keys. */
  readonly keys?: string;
  readonly enabled: boolean;
  /** Of items of which always one holds: whether it is that one. */
  readonly chosen?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly label: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** What it hangs below: a button, or the point that was clicked. */
  readonly at: DOMRect;
  /** Whether its groups stand beside each other: a menu of everything is too long for one column. */
  readonly wide?: boolean;
  readonly onClose: () => void;
}

/**
 * A menu over the page: arrow keys and letters move, Enter runs, Escape and a click beside it close, and focus goes
 * back to where it was (WAI-ARIA menu pattern).
 */
export function Menu({ label, groups, at, wide = false, onClose }: MenuProps): ReactElement {
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const element = menu.current;
    if (!element) return;
    const before = document.activeElement;
    element.showPopover();
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(4, Math.min(at.left, window.innerWidth - width - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(at.bottom, window.innerHeight - height - 4))}px`;
    itemsOf(element)[0]?.focus();
    return () => {
      if (before instanceof HTMLElement && element.contains(document.activeElement)) before.focus();
    };
  }, [at]);

  const press = (event: KeyboardEvent): void => {
    const items = menu.current ? itemsOf(menu.current) : [];
    const index = items.findIndex(item => item.matches(':focus'));
    const to = targetOf(event.key, index, items);
    if (event.key === 'Tab') onClose();
    if (to === undefined) return;
    event.preventDefault();
    items[to]?.focus();
  };

  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={0}
      className={wide ? 'menu menu-wide' : 'menu'}
      onKeyDown={press}
      // Before, since what comes after comes late: a key pressed in between would find it still open.
      onBeforeToggle={event => {
        if (event.newState === 'closed') onClose();
      }}
    >
      {groups
        .filter(({ items }) => items.length > 0)
        .map((group, number) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
          <div key={group.label} role="group" className="menu-part" aria-labelledby={`${id}-${number}`}>
            <p id={`${id}-${number}`} role="presentation" className="menu-group">
              {group.label}
            </p>
            {group.items.map(item => (
              <button
                key={item.id}
                type="button"
                {...(item.chosen === undefined
                  ? { role: 'menuitem' }
                  : { role: 'menuitemradio', 'aria-checked': item.chosen })}
                tabIndex={-1}
                aria-label={item.label}
                disabled={!item.enabled}
                className="menu-item"
                onClick={() => {
                  menu.current?.hidePopover();
                  item.run();
                }}
              >
                <span>
                  {item.label}
                  {item.chosen && <span aria-hidden="true"> ✓</span>}
                </span>
                {item.keys !== undefined && item.keys !== '' && <kbd>{item.keys}</kbd>}
              </button>
            ))}
          </div>
        ))}
    </div>
  );
}

function itemsOf(menu: HTMLElement): readonly HTMLButtonElement[] {
  return [...menu.querySelectorAll<HTMLButtonElement>('[role^="menuitem"]:not(:disabled)')];
}

/** Where a key goes from the item it was pressed on; a letter to the next item that begins with it. */
function targetOf(key: string, index: number, items: readonly HTMLElement[]): number | undefined {
  const last = items.length - 1;
  switch (key) {
    case 'ArrowDown':
      return index === last ? 0 : index + 1;
    case 'ArrowUp':
      return index <= 0 ? last : index - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
  }
  if (!/^\p{L}$/u.test(key)) return undefined;
  const begins = (item: HTMLElement): boolean =>
    item.textContent?.toLowerCase().startsWith(key.toLowerCase()) ?? false;
  const after = items.findIndex((item, each) => each > index && begins(item));
  const found = after >= 0 ? after : items.findIndex(begins);
  return found >= 0 ? found : undefined;
}
