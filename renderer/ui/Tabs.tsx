import { type KeyboardEvent, type ReactElement, type ReactNode, useId } from 'react';

/** Tabs with one tab stop: arrow keys move between them, and the panel follows. */
export function Tabs<Name extends string>({
  names,
  selected,
  onSelect,
  children,
}: {
  readonly names: readonly Name[];
  readonly selected: Name;
  readonly onSelect: (name: Name) => void;
  readonly children: ReactNode;
}): ReactElement {
  const id = useId();
  const move = (event: KeyboardEvent): void => {
    const at = names.indexOf(selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1 + names.length, Home: 0, End: names.length - 1 }[
      event.key
    ];
    if (to === undefined) return;
    event.preventDefault();
    const name = names[to % names.length];
    if (!name) return;
    onSelect(name);
    document.getElementById(`${id}-${name}`)?.focus();
  };
  return (
    <>
      <div role="tablist" aria-label="Inspector" className="tabs">
        {names.map(name => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            aria-selected={name === selected}
            aria-controls={`${id}-panel`}
            tabIndex={name === selected ? 0 : -1}
            onClick={() => onSelect(name)}
            onKeyDown={move}
          >
            {name}
          </button>
        ))}
      </div>
      <div
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${selected}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable to be scrolled by keyboard
        tabIndex={0}
        className="tab-panel"
      >
        {children}
      </div>
    </>
  );
}
