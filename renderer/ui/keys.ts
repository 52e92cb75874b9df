export const mac = navigator.platform.startsWith('Mac');

const signs: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' };

/** Keys as they stand on a keyboard of this machine. */
export function shortcutWords(shortcut: string): string {
  return mac
    ? shortcut
        .split('+')
        .map(part => signs[part] ?? part)
        .join('')
    : shortcut.replace('Mod', 'Ctrl');
}

/** The keys of an event as a shortcut names them; empty where the layout makes a character of them (AltGr). */
export function keysOf(event: KeyboardEvent): string {
  if (event.getModifierState('AltGraph')) return '';
  const key = mac && event.altKey ? keyOf(event.code) : event.key;
  return [
    (mac ? event.metaKey : event.ctrlKey) ? 'Mod' : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
    key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(part => part !== '')
    .join('+');
}

/** What a key is without Option, which on a Mac turns it into another character. */
function keyOf(code: string): string {
  return code.replace(/^(?:Key|Digit)/, '');
}
