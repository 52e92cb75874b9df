import { hostAddress } from './address.ts';
import type { Line } from './chromium.ts';
import type { Frames } from './frames.ts';
import { standFor } from './stand.ts';

const world = 'Stand-in context menus';
const binding = 'standInContextMenu';

type Found = Pick<
  Electron.ContextMenuParams,
  'x' | 'y' | 'isEditable' | 'selectionText' | 'linkURL' | 'linkText' | 'menuSourceType' | 'editFlags'
>;

/** Calls back with what Electron says of the place where a menu was asked for that the page does not show itself. */
export async function watchContextMenus(
  line: Line,
  onMenu: (params: Electron.ContextMenuParams) => void,
  frames: () => Frames,
): Promise<void> {
  line.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
    if (name !== binding) return;
    const found: Found = JSON.parse(payload);
    const frame = frames().frameOf(executionContextId);
    onMenu(
      standFor<Electron.ContextMenuParams>('ContextMenuParams', {
        ...found,
        linkURL: hostAddress(found.linkURL),
        frame,
        pageURL: frame?.url ?? '',
        mediaType: 'none',
        misspelledWord: '',
        dictionarySuggestions: [],
        spellcheckEnabled: false,
      }),
    );
  });
  const source = `(${watchMenus})(${JSON.stringify(binding)})`;
  await Promise.all([
    line.send('Runtime.addBinding', { name: binding, executionContextName: world }),
    line.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: world }),
  ]);
}

/** Runs in the page, from its own source. */
function watchMenus(name: string): void {
  if (self !== top) return;
  const send = (globalThis as unknown as Record<string, (text: string) => void>)[name];
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
