import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { guardNavigation, isOpenable, isOwnPage } from '../../../main/hosts/electron/navigation.ts';

const foreign = [
  'https://newsroom/',
  'http://newsroom/',
  'file:///newsroom/index.html',
  'app://newsroom.example/',
  'app://example/newsroom',
  'app://newsroom@example/',
  'app://example#app://newsroom/',
  'app://example/?app://newsroom/',
  'app://user@newsroom/',
  'app://user:word@newsroom/',
  'app://:word@newsroom/',
  'app://newsroom:8080/',
  'app://newsroom./',
  'app://xnewsroom/',
  'app://newsroom%2eexample/',
  'app://newsroom%00/',
  'app://newsroom\\@example/',
  'app:newsroom',
  'app:///newsroom',
  'apps://newsroom/',
  'xapp://newsroom/',
  'app.://newsroom/',
  'javascript:location="app://newsroom/"',
  'data:text/html,app://newsroom/',
  'blob:app://newsroom/0000',
  'view-source:app://newsroom/',
  'about:blank',
  '//newsroom/',
  'newsroom',
  '',
];

const own = [
  'app://newsroom/',
  'app://newsroom/index.html',
  'app://newsroom',
  'app://newsroom/?a=1#b',
  'APP://newsroom/',
];

describe('isOwnPage', () => {
  it.each(own)('takes %j', url => expect(isOwnPage(url)).toBe(true));
  it.each(foreign)('refuses %j', url => expect(isOwnPage(url)).toBe(false));
});

describe('isOpenable', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'HTTPS://example.org/',
    'mailto:desk@example.org?subject=Attached',
  ])('opens %j', url => expect(isOpenable(url)).toBe(true));

  it.each([
    'http://example.org/',
    'https://user@example.org/',
    'https://user:word@example.org/',
    'https://',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'app://newsroom/',
    'smb://example.org/share',
    'ms-msdt:/id',
    'vbscript:x',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'mailto:desk@example.org?attach=/etc/passwd',
    'mailto:desk@example.org?subject=x&ATTACHMENT=/etc/passwd',
    'mailto:desk@example.org?%61ttach=/etc/passwd',
    'mailto:desk@example.org?%ff',
    '',
  ])('does not open %j', url => expect(isOpenable(url)).toBe(false));

  it('opens no address longer than 2,048 characters', () => {
    const start = 'https://example.org/';
    expect(isOpenable(start.padEnd(2_048, 'a'))).toBe(true);
    expect(isOpenable(start.padEnd(2_049, 'a'))).toBe(false);
  });
});

describe('guardNavigation', () => {
  function guarded() {
    const opened: string[] = [];
    const windows: (string | undefined)[] = [];
    let open: (details: { url: string }) => unknown = () => undefined;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler(handler: typeof open) {
        open = handler;
      },
    });
    guardNavigation(contents as unknown as WebContents, {
      openExternal: url => opened.push(url),
      openWindow: story => windows.push(story),
    });
    const isPrevented = (name: string, details: object): boolean => {
      let prevented = false;
      contents.emit(name, { ...details, preventDefault: () => (prevented = true) });
      return prevented;
    };
    return { opened, windows, isPrevented, open: (url: string) => open({ url }) };
  }

  it.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s stays on own pages', name => {
    const { isPrevented } = guarded();
    expect(isPrevented(name, { url: 'https://example.org/', isMainFrame: true })).toBe(true);
    expect(isPrevented(name, { url: 'app://newsroom@example/', isMainFrame: true })).toBe(true);
    expect(isPrevented(name, { url: 'app://newsroom/', isMainFrame: true })).toBe(false);
  });

  it('has no frames, not even of its own pages', () => {
    expect(guarded().isPrevented('will-frame-navigate', { url: 'app://newsroom/', isMainFrame: false })).toBe(
      true,
    );
  });

  it('has no webviews', () => {
    expect(guarded().isPrevented('will-attach-webview', {})).toBe(true);
  });

  it('lets no page open a window, and hands only openable links to the system', () => {
    const { open, opened, windows } = guarded();
    for (const url of [
      'https://example.org/',
      'file:///etc/passwd',
      'about:blank',
      'app://newsroom@example/',
    ])
      expect(open(url)).toEqual({ action: 'deny' });
    expect(opened).toEqual(['https://example.org/']);
    expect(windows).toEqual([]);
  });

  it('has the application open a window of its own, with a story where one is named', () => {
    const { open, opened, windows } = guarded();
    const story = '0198c0de-0000-7000-8000-000000000001';
    for (const url of ['app://newsroom/', `app://newsroom/?story=${story}`, 'app://newsroom/?story=../..'])
      expect(open(url)).toEqual({ action: 'deny' });
    expect(windows).toEqual([undefined, story, undefined]);
    expect(opened).toEqual([]);
  });
});
