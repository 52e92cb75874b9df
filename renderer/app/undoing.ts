import { getNearestEditorFromDOMNode, REDO_COMMAND, UNDO_COMMAND } from 'lexical';

/** Where something was last written: a menu takes the focus, and what it is for is the text. */
let written: HTMLElement | null = null;
const editable = 'input, textarea, [contenteditable="true"]';
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement && target.matches(editable)) written = target;
});

/** Takes back the last change of the text that is written, or makes it again. */
export function undoOrRedo(what: 'undo' | 'redo'): void {
  if (!written?.isConnected) return;
  written.focus();
  const editor = getNearestEditorFromDOMNode(written);
  if (editor) editor.dispatchCommand(what === 'undo' ? UNDO_COMMAND : REDO_COMMAND, undefined);
  // Deprecated and without a successor: nothing else reaches the history that a field of the browser keeps.
  else document.execCommand(what);
}
