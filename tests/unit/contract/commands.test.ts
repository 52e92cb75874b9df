import { describe, expect, it } from 'vitest';
import { type CommandEntry, commandList, menus, shortcutOn } from '../../../main/contract/commands.ts';
import { type MenuState, menuTemplate } from '../../../main/hosts/electron/menu.ts';

const list: readonly CommandEntry[] = commandList;
const platforms = [
  { mac: false, desktop: false },
  { mac: false, desktop: true },
  { mac: true, desktop: false },
  { mac: true, desktop: true },
] as const;

describe('the one list of commands', () => {
  it('names each once, by identifier and label', () => {
    for (const names of [list.map(each => each.id), list.map(each => each.label)])
      expect(new Set(names).size).toBe(names.length);
  });

  it.each(platforms)('gives no keys twice: %j', where => {
    const keys = list.flatMap(each => shortcutOn(each, where) ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each(platforms)('takes no keys of a system, a browser or a text that is written: %j', where => {
    const { mac, desktop } = where;
    const bound = list.filter(each => !each.fieldHasKeys).flatMap(each => shortcutOn(each, where) ?? []);
    const system = mac
      ? /^(?:Mod\+(?:[CHMQVWXZ]|Tab|Space)|Mod\+Shift\+[345QZ]|Mod\+Alt\+[DHMW]|(?:Shift\+)?Alt\+.*)$/
      : /^(?:Mod\+[AVCXZYW]|Mod\+Alt\+.*|Alt\+(?:F4|Tab|Space|[DEF])|F\d+)$/;
    const browser = /^(?:Mod\+[AFHLNQRTW0+-]|Mod\+Shift\+[BINRTVWZ]|Mod\+Alt\+[BCIJUF])$/;
    expect(bound.filter(keys => system.test(keys))).toEqual([]);
    if (!desktop) expect(bound.filter(keys => browser.test(keys))).toEqual([]);
  });

  it("has each platform's own keys on the desktop", () => {
    const keys = (id: string, mac: boolean, desktop: boolean): string | undefined =>
      list.filter(each => each.id === id).map(each => shortcutOn(each, { mac, desktop }))[0];
    expect(keys('new', false, true)).toBe('Mod+N');
    expect(keys('new', false, false)).toBe('Alt+N');
    expect(keys('new', true, false)).toBe('Mod+Alt+N');
    expect(keys('tab-Details', true, true)).toBe('Mod+Alt+1');
    expect(keys('window', false, false)).toBeUndefined();
  });
});

describe('the menus of the desktop host', () => {
  const state: MenuState = { recent: [], chosen: [], withStory: true };
  const made = (options: Partial<Parameters<typeof menuTemplate>[0]> = {}) => {
    const chosen: string[] = [];
    const template = menuTemplate({
      mac: false,
      packaged: true,
      state,
      onCommand: id => chosen.push(id),
      onStory: id => chosen.push(`story ${id}`),
      ...options,
    });
    const within = (items: Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions[] =>
      items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? within(item.submenu) : [])]);
    return { template, items: within(template), chosen };
  };

  it.each([true, false])('have every command once, mac: %s', mac => {
    const ids = made({ mac }).items.flatMap(({ id }) => id ?? []);
    expect(ids.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
  });

  it.each([true, false])('leave the keys of commands to the page, mac: %s', mac => {
    const withKeys = made({ mac }).items.filter(({ accelerator }) => accelerator !== undefined);
    expect(withKeys.length).toBeGreaterThan(10);
    expect(withKeys.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true);
  });

  it('have the settings where the platform has them', () => {
    const home = (mac: boolean): number =>
      made({ mac }).template.findIndex(
        ({ submenu }) => Array.isArray(submenu) && submenu.some(({ id }) => id === 'settings'),
      );
    expect(home(true)).toBe(0);
    expect(made({ mac: true }).template[0]?.role).toBe('appMenu');
    expect(made().template[home(false)]?.label).toBe('Tools');
    expect(menus.at(-1)).toBe('Tools');
  });

  it('have developer tools only in a checkout', () => {
    const hasTools = (packaged: boolean): boolean =>
      made({ packaged }).items.some(({ role }) => role === 'toggleDevTools');
    expect(hasTools(true)).toBe(false);
    expect(hasTools(false)).toBe(true);
  });

  it('offer what needs a story only where there is one', () => {
    const enabled = (withStory: boolean): string[] =>
      made({ state: { ...state, withStory } })
        .items.filter(item => item.enabled === true)
        .flatMap(({ id }) => id ?? []);
    expect(enabled(false)).toEqual(list.filter(each => !each.needsStory).map(each => each.id));
    expect(enabled(true)).toEqual(list.map(each => each.id));
  });

  it('mark the appearance that was chosen', () => {
    const { items } = made({ state: { ...state, chosen: ['appearance-dark'] } });
    expect(items.filter(({ checked }) => checked).map(({ id }) => id)).toEqual(['appearance-dark']);
    expect(items.filter(({ type }) => type === 'radio')).toHaveLength(3);
  });

  it('open the stories that were opened last, by their whole names or as much as fits', () => {
    const recent = [
      { id: 'one', name: 'LOCK & QUAY' },
      { id: 'two', name: '🌊'.repeat(80) },
    ];
    const { items, chosen } = made({ state: { ...state, recent } });
    const [one, two] = ['recent-one', 'recent-two'].map(id => items.find(item => item.id === id));
    expect(one?.label).toBe('LOCK && QUAY');
    expect(two?.label).toBe(`${'🌊'.repeat(59)}…`);
    Reflect.apply(one?.click ?? Boolean, undefined, []);
    expect(chosen).toEqual(['story one']);
    expect(items.find(({ label }) => label === 'Open recent')?.enabled).toBe(true);
    expect(made().items.find(({ label }) => label === 'Open recent')?.enabled).toBe(false);
  });
});
