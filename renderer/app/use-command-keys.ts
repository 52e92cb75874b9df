import { useEffect } from 'react';
import type { HostLink } from '../host/connect.ts';
import { isDialogOpen } from '../ui/Dialog.tsx';
import { type DeskCommand, pressedCommand } from './commands.ts';

/**
 * Runs commands by their keys and by the host's own menus, but not behind a dialog, whose fields have theirs all the
 * same; F6 goes from pane to pane.
 * @param tell says why a command that was asked for does not run
 */
export function useCommandKeys(
  link: HostLink,
  commands: readonly DeskCommand[],
  tell: (message: string) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F6') {
        event.preventDefault();
        nextPane(event.shiftKey ? -1 : 1);
        return;
      }
      const command = isDialogOpen() ? undefined : pressedCommand(commands, event);
      if (!command) return;
      // Its keys are never left to the browser, which would print the window for a proof.
      event.preventDefault();
      if (command.enabled) command.run();
      else tell(`“${command.label}” is about a story: open one first.`);
    };
    window.addEventListener('keydown', press);
    const stop = link.onEvent(event => {
      if (event.type !== 'command') return;
      const command = commands.find(each => each.id === event.id && each.enabled);
      if (command && (command.fieldHasKeys || !isDialogOpen())) command.run();
    });
    return () => {
      window.removeEventListener('keydown', press);
      stop();
    };
  }, [link, commands, tell]);
}

/** Moves to the first thing of the next pane that takes focus. */
function nextPane(step: number): void {
  const panes = [...document.querySelectorAll('.pane')];
  const at = panes.findIndex(pane => pane.contains(document.activeElement));
  const next = panes.at((at + step) % panes.length);
  next
    ?.querySelector<HTMLElement>('button, input, select, textarea, [tabindex="0"], [contenteditable="true"]')
    ?.focus();
}
