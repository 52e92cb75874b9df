import { type ReactElement, useRef, useState } from 'react';
import { menus } from '../../main/contract/commands.ts';
import { Menu } from '../ui/Menu.tsx';
import { type DeskCommand, menuGroup } from './commands.ts';

/** The menu in the page, for hosts that have no menu of their own: the same commands in the same groups. */
export function MainMenu({ commands }: { readonly commands: readonly DeskCommand[] }): ReactElement | null {
  const button = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  // A click on the button, like any beside the menu, closes it before it is heard here.
  const wasOpen = useRef(false);
  if (window.wiredesk) return null;
  return (
    <>
      <button
        ref={button}
        type="button"
        className="quiet"
        aria-haspopup="menu"
        aria-label="Menu"
        aria-expanded={open}
        onPointerDown={() => {
          wasOpen.current = open;
        }}
        onClick={() => {
          setOpen(!wasOpen.current);
          wasOpen.current = false;
        }}
      >
        ☰
      </button>
      {open && (
        <Menu
          label="Menu"
          wide
          at={button.current?.getBoundingClientRect() ?? new DOMRect()}
          groups={['File' as const, 'Open recent' as const, ...menus.slice(1)].map(label =>
            menuGroup(label, commands),
          )}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
