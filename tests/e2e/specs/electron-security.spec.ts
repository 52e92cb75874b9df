import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** Electron's security checklist, from the side of who would break it: each is tried, each is refused. */

const refusals =
  /Content Security Policy|Failed to load resource|Not allowed to|permissions? policy|Blocked|blocked|ERR_/i;

/** A page that is ready, and would be known again. */
async function marked(page: Page): Promise<Desk> {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  await page.evaluate(() => document.documentElement.setAttribute('data-marked', 'yes'));
  return desk;
}

async function expectStillThere(page: Page): Promise<void> {
  // Whatever the page set off is under way before this is answered.
  await page.evaluate(() => fetch('/').then(answer => answer.text()));
  await expect(page.locator('html')).toHaveAttribute('data-marked', 'yes');
}

test('a window is sandboxed and isolated, and its page has two functions and nothing of Node', async ({
  app,
  page,
}) => {
  await marked(page);
  const preferences = await app.desktop.evaluate(({ BrowserWindow }) => {
    interface Known {
      // Electron has it, and does not declare it.
      getLastWebPreferences(): Electron.WebPreferences;
    }
    return BrowserWindow.getAllWindows().map(({ webContents }) =>
      (webContents as Electron.WebContents & Known).getLastWebPreferences(),
    );
  }, undefined);
  expect(preferences).toHaveLength(1);
  expect(preferences[0]).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  });

  const found = await page.evaluate(() => ({
    node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      name => name in globalThis,
    ),
    bridge: Object.entries((globalThis as unknown as { readonly wiredesk: object }).wiredesk)
      .map(([name, value]) => `${name}: ${typeof value}`)
      .sort(),
    webview: 'getWebContentsId' in document.createElement('webview'),
  }));
  expect(found).toEqual({
    node: [],
    bridge: ['invoke: function', 'onEvent: function'],
    webview: false,
  });
});

test('every answer of app:// carries the policy, and the policy holds', async ({ app, page }) => {
  app.expectConsole(refusals);
  await marked(page);
  const policies = await page.evaluate(async () => {
    const asked = [
      fetch('/'),
      fetch(document.querySelector<HTMLScriptElement>('script[src]')?.src ?? ''),
      fetch('/nothing-here'),
      fetch('/pictures/0000/thumbnail'),
      fetch('/', { method: 'DELETE' }),
      fetch('/uploads?name=lock.jpg&size=7', { method: 'POST', body: 'no' }),
    ];
    return (await Promise.all(asked)).map(
      ({ status, headers }) => `${status} ${headers.get('content-security-policy')}`,
    );
  });
  expect(policies.map(each => each.slice(0, 3))).toEqual(['200', '200', '404', '404', '405', '400']);
  for (const policy of policies) {
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-');
  }

  const broken = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const ran: string[] = [];
    Object.assign(globalThis, { ran });
    const inline = document.createElement('script');
    inline.textContent = 'ran.push("inline")';
    const handler = document.createElement('img');
    handler.setAttribute('onerror', 'ran.push("handler")');
    handler.src = 'https://far.example/lock.jpg';
    const foreign = document.createElement('script');
    foreign.src = 'https://far.example/lock.js';
    const base = document.createElement('base');
    base.href = 'https://far.example/';
    document.body.append(inline, handler, foreign, base);
    const failed = await Promise.allSettled([
      fetch('https://far.example/'),
      new Promise((_, refuse) => {
        new EventSource('https://far.example/').onerror = refuse;
      }),
      // From a timer: a driver's own code is free of the policy.
      new Promise((done, refuse) =>
        setTimeout(() => {
          try {
            done(new Function('ran.push("eval")')());
          } catch (error) {
            refuse(error);
          }
        }),
      ),
    ]);
    for (const each of [inline, handler, foreign, base]) each.remove();
    return { ran, refused: failed.map(({ status }) => status), violations: [...new Set(violations)].sort() };
  });
  expect(broken.ran).toEqual([]);
  expect(broken.refused).toEqual(['rejected', 'rejected', 'rejected']);
  expect(broken.violations).toEqual(
    expect.arrayContaining(['base-uri', 'connect-src', 'img-src', 'script-src-attr', 'script-src-elem']),
  );
  await expectStillThere(page);
});

/** Ways of writing an address so that a careless look takes it for the program's own. */
const escapes = [
  'https://far.example/',
  'http://127.0.0.1:9/',
  '//far.example/',
  '\\\\far.example\\',
  'app://newsroom.far.example/',
  'app://newsroom@far.example/',
  'app://newsroom:pass@far.example/',
  'app://far.example/newsroom/',
  'app://far.example\\@newsroom/',
  'app://newsroom:8080/',
  'app://newsroom%2efar.example/',
  'app://NEWSROOM.far.example./',
  'app://newsroom／far.example/',
  'ap\tp://far.example/',
  ' https://far.example/ ',
  'java\nscript:document.body.remove()',
  'javascript:document.body.remove()',
  'data:text/html,<h1>far</h1>',
  'file:///etc/passwd',
  'view-source:app://newsroom/',
  'chrome://version/',
  'blob:app://newsroom/0195a000-0000-7000-8000-000000000000',
] as const;

test('no address takes the page away, and none opens a window', async ({ app, page }) => {
  app.expectConsole(refusals);
  await marked(page);
  await app.desktop.evaluate(({ shell, BrowserWindow }) => {
    const opened: string[] = [];
    const shown: string[] = [];
    shell.openExternal = async url => void opened.push(url);
    const [window] = BrowserWindow.getAllWindows();
    window?.webContents.on('did-navigate', (_event, url) => shown.push(url));
    Object.assign(globalThis, { opened, shown });
  }, undefined);

  for (const address of escapes) {
    await page.evaluate(to => {
      try {
        window.location.assign(to);
      } catch {
        // Some are not even addresses.
      }
    }, address);
    await expectStillThere(page);
    await page.evaluate(to => {
      const link = document.createElement('a');
      link.setAttribute('href', to);
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
    await expectStillThere(page);
    const given = await page.evaluate(to => {
      try {
        return window.open(to) !== null;
      } catch {
        return false;
      }
    }, address);
    expect(given, `window.open(${JSON.stringify(address)})`).toBe(false);
  }
  await expectStillThere(page);
  // What a story may link to goes to the system; nothing else does, whatever it looks like.
  for (const address of ['mailto:desk@far.example', 'mailto:desk@far.example?attach=/etc/passwd', 'tel:1'])
    await page.evaluate(to => void window.open(to), address);
  await page.evaluate(() => void window.open('https://user:pass@far.example/'));
  await expectStillThere(page);

  const { opened, shown, windows } = await app.desktop.evaluate(({ BrowserWindow }) => {
    const kept = globalThis as unknown as { readonly opened: string[]; readonly shown: string[] };
    return { opened: kept.opened, shown: kept.shown, windows: BrowserWindow.getAllWindows().length };
  }, undefined);
  expect(new Set(opened)).toEqual(new Set(['https://far.example/', 'mailto:desk@far.example']));
  expect(shown).toEqual([]);
  expect(windows).toBe(1);
});

test('no permission is given, whoever asks and however', async ({ app, page }) => {
  app.expectConsole(refusals);
  await marked(page);
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read'] as const;
    return await Promise.all(
      names.map(async name => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return `${name} ${state}`;
      }),
    );
  });
  expect(states.filter(each => !each.endsWith(' denied'))).toEqual([]);
  const asked = await page.evaluate(async () => {
    const tries: Record<string, () => Promise<unknown>> = {
      place: () => new Promise((done, failed) => navigator.geolocation.getCurrentPosition(done, failed)),
      clipboard: () => navigator.clipboard.readText(),
      midi: () => navigator.requestMIDIAccess(),
      notice: async () => {
        if ((await Notification.requestPermission()) !== 'granted') throw new Error('denied');
      },
    };
    const given: string[] = [];
    for (const [name, ask] of Object.entries(tries))
      await ask().then(
        () => given.push(name),
        () => undefined,
      );
    return given;
  });
  expect(asked).toEqual([]);
});

test('a call that is none of the program’s is refused in words, and nothing is done', async ({ page }) => {
  await marked(page);
  const answers = await page.evaluate(async () => {
    interface Answer {
      readonly ok: boolean;
      readonly error?: { readonly code: string; readonly message: string };
    }
    interface Page {
      readonly wiredesk: { invoke(method: unknown, input?: unknown): Promise<Answer> };
    }
    const { wiredesk } = globalThis as unknown as Page;
    const calls: readonly (readonly [unknown, unknown])[] = [
      ['story.no-such', {}],
      ['__proto__', {}],
      ['constructor', {}],
      ['toString', {}],
      ['', {}],
      ['x'.repeat(10_000), {}],
      [7, {}],
      [null, {}],
      [{ toString: 'story.open' }, {}],
      [['stories.list'], {}],
      ['stories.list', 'no object'],
      ['story.open', { id: { $gt: '' } }],
      ['story.open', { id: '../../../etc/passwd', session: 'x' }],
    ];
    return await Promise.all(
      calls.map(async ([method, input]) => {
        const { ok, error } = await wiredesk.invoke(method, input);
        return `${ok} ${error?.code} ${error?.message ? 'told' : 'untold'}`;
      }),
    );
  });
  expect(answers).toHaveLength(13);
  for (const answer of answers) expect(answer).toMatch(/^false (bad-request|not-found|unknown-method) told$/);
  const uncloneable = page.evaluate(() => {
    const { wiredesk } = globalThis as unknown as {
      readonly wiredesk: { invoke(method: string, input: unknown): Promise<unknown> };
    };
    return wiredesk.invoke('stories.list', { call: () => 1 });
  });
  await expect(uncloneable).rejects.toThrow();
  await expect(new Desk(page).list.getByRole('option')).toHaveCount(1);
});

test('a page of another origin and a frame are not answered, even with the preload in them', async ({
  app,
  page,
}) => {
  app.expectConsole(refusals);
  await marked(page);
  const answers = await app.desktop.evaluate(async ({ BrowserWindow }) => {
    interface Known {
      getLastWebPreferences(): Electron.WebPreferences;
    }
    const [own] = BrowserWindow.getAllWindows();
    if (!own) throw new Error('There is no window.');
    const { preload = '' } = (own.webContents as Electron.WebContents & Known).getLastWebPreferences();
    const webPreferences = { preload, nodeIntegrationInSubFrames: true };
    const ask = async (url: string, code: string): Promise<unknown> => {
      const window = new BrowserWindow({ show: false, webPreferences });
      await window.loadURL(url);
      const answer: unknown = await window.webContents.executeJavaScript(code);
      window.destroy();
      return answer;
    };
    const call = `wiredesk.invoke('stories.list', {}).then(({ ok, error }) => ok + ' ' + error?.code)`;
    return [
      await ask('data:text/html,<h1>far</h1>', call),
      await ask(
        own.webContents.getURL(),
        `const frame = document.createElement('iframe');
        document.body.append(frame);
        frame.contentWindow.${call}`,
      ),
    ];
  }, undefined);
  expect(answers).toEqual(['false forbidden', 'false forbidden']);
});

test('no path leaves the program’s folder', async ({ app, page }) => {
  app.expectConsole(refusals);
  await marked(page);
  const paths = [
    '/../../package.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e%2f%2e%2e%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%252e%252e%252fpackage.json',
    '/%2fetc%2fpasswd',
    '//etc/passwd',
    '/C:/Windows/win.ini',
    '/%5c%5cfar.example%5cshare',
    '/index.html%00.png',
    '/%',
    '/%ff%fe',
    '/pictures/..%2f..%2fstore.db/thumbnail',
    '/pictures/%2e%2e/thumbnail',
  ];
  const answers = await page.evaluate(
    all =>
      Promise.all(
        all.map(async path => {
          try {
            const answer = await fetch(`${window.location.protocol}//${window.location.host}${path}`);
            return { path, status: answer.status, length: (await answer.text()).length };
          } catch {
            return { path, status: 0, length: 0 };
          }
        }),
      ),
    paths,
  );
  for (const { path, status, length } of answers) {
    expect(status === 0 || (status >= 400 && status < 500), `${path}: ${status}`).toBe(true);
    expect(length, path).toBeLessThan(100);
  }
});
