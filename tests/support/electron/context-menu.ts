import { hostAddress } from './address.ts';
import { standFor } from './stand.ts';

/** The world of a page in which the stand-in looks for menus that the page does not show itself. */
export const menuWorld = 'Stand-in context menus';
/** Brings what was found there to the stand-in. */
export const menuBinding = 'standInContextMenu';

type Found = Pick<
  Electron.ContextMenuParams,
  'x' | 'y' | 'isEditable' | 'selectionText' | 'linkURL' | 'linkText' | 'menuSourceType' | 'editFlags'
>;

export const menuScript = `(${watchMenus})(${JSON.stringify(menuBinding)})`;

/** What Electron says of the place that a menu was asked for. @param payload as the page sent it */
export function contextMenuParams(
  payload: string,
  frame: Electron.WebFrameMain | null,
): Electron.ContextMenuParams {
  const found: Found = JSON.parse(payload);
  return standFor<Electron.ContextMenuParams>('ContextMenuParams', {
    ...found,
    linkURL: hostAddress(found.linkURL),
    frame,
    pageURL: frame?.url ?? '',
    mediaType: 'none',
    misspelledWord: '',
    dictionarySuggestions: [],
    spellcheckEnabled: false,
  });
}

/** Runs in the page, from its own source. */
function watchMenus(binding: string): void {
  if (self !== top) return;
  const send = (globalThis as unknown as Record<string, (text: string) => void>)[binding];
  const noText = /^(button|checkbox|color|file|hidden|image|radio|range|reset|submit)$/;

  window.addEventListener(
    'contextmenu',
    // Whether the page prevented it is known when all of its listeners have been asked.
    event => setTimeout(() => event.defaultPrevented || send?.(JSON.stringify(placeOf(event)))),
    true,
  );

  function placeOf(event: MouseEvent): Found {
    const element = event.target instanceof Element ? event.target : document.documentElement;
    const rich = element instanceof HTMLElement && element.isContentEditable;
    const field =
      element instanceof HTMLTextAreaElement ||
      (element instanceof HTMLInputElement && !noText.test(element.type))
        ? element
        : null;
    const isEditable = rich || (field !== null && !field.readOnly && !field.disabled);
    const selectionText = field
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : String(window.getSelection() ?? '');
    const link = element.closest<HTMLAnchorElement>('a[href]');
    const selected = selectionText !== '';
    return {
      x: event.clientX,
      y: event.clientY,
      isEditable,
      selectionText,
      linkURL: link?.href ?? '',
      linkText: link?.textContent ?? '',
      menuSourceType: event.button === 2 ? 'mouse' : 'keyboard',
      editFlags: {
        canUndo: document.queryCommandEnabled('undo'),
        canRedo: document.queryCommandEnabled('redo'),
        canCut: isEditable && selected,
        canCopy: selected,
        canPaste: isEditable,
        canDelete: isEditable && selected,
        canSelectAll: document.queryCommandEnabled('selectAll'),
        canEditRichly: rich,
      },
    };
  }
}
