import { useEffect } from 'react';
import type { HostLink } from '../host/connect.ts';
import { type DeskCommand, runShortcut } from './commands.ts';

/**
 * Runs commands by their keys and by the host's own menus, but not behind a dialog, whose fields have theirs all the
 * same; F6 goes from pane to pane.
 */
export function useCommandKeys(link: HostLink, commands: readonly DeskCommand[]): void {
  useEffect(() => {
    const isFree = (): boolean => document.querySelector('dialog[open]') === null;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'F6') {
        event.preventDefault();
        nextPane(event.shiftKey ? -1 : 1);
      } else if (isFree() && runShortcut(commands, event)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    const stop = link.onEvent(event => {
      if (event.type !== 'command') return;
      const command = commands.find(each => each.id === event.id && each.enabled);
      if (command && (command.fieldHasKeys || isFree())) command.run();
    });
    return () => {
      window.removeEventListener('keydown', press);
      stop();
    };
  }, [link, commands]);
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
