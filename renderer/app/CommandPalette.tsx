import { type KeyboardEvent, type ReactElement, useId, useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { shortcutWords } from '../ui/keys.ts';
import type { DeskCommand } from './commands.ts';

/** Every command by its name: type, choose with the arrow keys, press Enter. */
export function CommandPalette({
  commands,
  onClose,
}: {
  readonly commands: readonly DeskCommand[];
  readonly onClose: () => void;
}): ReactElement {
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter(word => word !== '');
  const asked = words.join(' ');
  // The command that is named whole before one that only begins so, and that before one that only has the words.
  const rank = ({ label }: DeskCommand): number =>
    asked !== '' && label.toLowerCase().startsWith(asked) ? label.length - asked.length : Number.MAX_VALUE;
  const found = commands
    .filter(each => each.enabled && words.every(word => each.label.toLowerCase().includes(word)))
    .sort((a, b) => rank(a) - rank(b));
  const active = found[Math.min(at, found.length - 1)];
  const run = (command: DeskCommand | undefined): void => {
    if (!command) return;
    onClose();
    command.run();
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      run(active);
    }
  };
  return (
    <Dialog title="Commands" onClose={onClose}>
      <div className="field">
        <label htmlFor={id}>Command</label>
        <input
          spellCheck={false}
          id={id}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={active ? `${id}-${active.id}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          value={query}
          onChange={event => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={press}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Commands" className="palette">
        {found.map(command => (
          // The list has no focus of its own: the combobox above moves through it.
          <div
            key={command.id}
            id={`${id}-${command.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={command === active}
            className="palette-item"
            onPointerDown={event => event.preventDefault()}
            onClick={() => run(command)}
            onKeyDown={press}
          >
            <span>{command.label}</span>
            {command.shortcut && <kbd>{shortcutWords(command.shortcut)}</kbd>}
            {command.menu === 'Open recent' && <small className="muted">{command.menu}</small>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className="empty">No such command.</p>}
    </Dialog>
  );
}
