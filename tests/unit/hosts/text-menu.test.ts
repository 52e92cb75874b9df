import type { EditFlags } from 'electron';
import { describe, expect, it } from 'vitest';
import { type TextPlace, textMenu } from '../../../main/hosts/electron/text-menu.ts';

const none: EditFlags = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: false,
  canDelete: false,
  canSelectAll: false,
  canEditRichly: false,
};
const page: TextPlace = { isEditable: false, editFlags: none, selectionText: '', linkURL: '' };

/** The items by name, those that can be chosen in capitals; a line between groups. */
function menu(place: Partial<TextPlace>, flags: Partial<EditFlags> = {}): string {
  const items = textMenu(
    { ...page, ...place, editFlags: { ...none, ...flags } },
    { openLink: () => undefined, copyText: () => undefined, run: () => undefined },
  );
  return items
    .map(({ type, id, role, enabled = true }) => {
      const name = type === 'separator' ? '|' : (role ?? id ?? '');
      return enabled ? name.toUpperCase() : name.toLowerCase();
    })
    .join(' ');
}

describe('the menu of a text', () => {
  it('is none where there is nothing to do', () => {
    expect(menu({})).toBe('');
    expect(menu({ selectionText: ' \n' }, { canCopy: true })).toBe('');
  });

  it('of a plain field edits, as far as there is something to edit', () => {
    expect(menu({ isEditable: true }, { canPaste: true })).toBe('undo redo | cut copy PASTE | selectall');
    expect(
      menu({ isEditable: true }, { canUndo: true, canCut: true, canCopy: true, canSelectAll: true }),
    ).toBe('UNDO redo | CUT COPY paste | SELECTALL');
  });

  it('of the copy pastes without its looks, too, and leaves its history to the page', () => {
    expect(menu({ isEditable: true }, { canPaste: true, canEditRichly: true })).toBe(
      'UNDO REDO | cut copy PASTE PASTEANDMATCHSTYLE | selectall',
    );
  });

  it('of what is only read copies what is selected', () => {
    expect(menu({ selectionText: 'the lock' }, { canCopy: true })).toBe('COPY');
  });

  it('of a link opens and copies what may be opened, and nothing else', () => {
    expect(menu({ linkURL: 'https://far.example/' })).toBe('OPEN-LINK COPY-LINK');
    expect(menu({ linkURL: 'https://far.example/', selectionText: 'far' }, { canCopy: true })).toBe(
      'OPEN-LINK COPY-LINK | COPY',
    );
    for (const linkURL of [
      'app://newsroom/?story=1',
      'file:///etc/passwd',
      'http://far.example/',
      'javascript:1',
    ])
      expect(menu({ linkURL })).toBe('');
  });

  it('hands on the address of the link, and what the page is to do', () => {
    const done: string[] = [];
    const actions = {
      openLink: (url: string) => done.push(`open ${url}`),
      copyText: (text: string) => done.push(`copy ${text}`),
      run: (command: string) => done.push(command),
    };
    const items = textMenu({ ...page, isEditable: true, linkURL: 'https://far.example/' }, actions);
    for (const { click } of items) (click as (() => void) | undefined)?.();
    expect(done).toEqual(['open https://far.example/', 'copy https://far.example/', 'undo', 'redo']);
  });
});
