import { describe, expect, it } from 'vitest';
import { commandList, menus } from '../../../main/contract/commands.ts';
import { menuTemplate } from '../../../main/hosts/electron/menu.ts';

describe('the one list of commands', () => {
  it('names each once, by identifier, label and shortcut', () => {
    const shortcuts = commandList.flatMap(each => ('shortcut' in each ? [each.shortcut] : []));
    for (const names of [commandList.map(each => each.id), commandList.map(each => each.label), shortcuts])
      expect(new Set<string>(names).size).toBe(names.length);
  });

  it('takes no shortcut of a browser or a system', () => {
    const taken = /^(?:Mod\+[ACFHLNQRTVWXZ0+-]|Mod\+Shift\+[INRTWZ]|Alt\+F4|F\d+)$/;
    expect(commandList.filter(each => 'shortcut' in each && taken.test(each.shortcut))).toEqual([]);
  });

  it.each([true, false])('is in the menus of the desktop host whole, mac: %s', mac => {
    const template = menuTemplate({ mac, packaged: true, onCommand: () => undefined });
    const items = template.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(items.flatMap(({ id }) => (id === undefined ? [] : [id]))).toEqual(
      menus.flatMap(menu => commandList.filter(each => each.menu === menu).map(each => each.id)),
    );
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    expect(
      items.every(({ accelerator, registerAccelerator }) => !accelerator || registerAccelerator === false),
    ).toBe(true);
  });
});
