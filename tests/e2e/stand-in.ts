import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import type { TestAnswer, TestQuestion } from '../support/electron/test-line.ts';
import type { Desktop } from './desktop.ts';
import { end, ended, environment, said } from './programs.ts';

const root = resolve(import.meta.dirname, '../..');
const register = pathToFileURL(join(root, 'tests/support/electron/register.ts')).href;
const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** Starts the desktop host's own entry, as it was built, with the stand-in where Electron would be. */
export async function launchStandIn(
  context: BrowserContext,
  store: string,
  files: readonly string[],
): Promise<Desktop> {
  const env = {
    ...environment(store),
    STAND_IN_CHROMIUM: await addressOf(context),
    STAND_IN_PROFILE: await profileOf(context),
  };
  const start = (given: readonly string[]): ChildProcess =>
    spawn(process.execPath, ['--import', register, join(root, main), ...given], {
      env,
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
  const program = start(files);
  const ask = askProgram(program);
  // Electron's windows are processes of its own, and go with it.
  const windowsGone = ended(program).then(() => Promise.all(context.pages().map(page => page.close())));
  return {
    process: program,
    context,
    windows: () => context.pages(),
    nextWindow: () =>
      Promise.race([
        context.waitForEvent('page', { predicate: isWindow }),
        ended(program).then(status => {
          throw new Error(`The program ended with ${status} before it opened a window.`);
        }),
      ]),
    evaluate: ask,
    startAgain: again => ended(start(again)),
    async ended() {
      const status = await ended(program);
      await windowsGone;
      return status;
    },
    command: words =>
      said(
        spawn(process.execPath, ['--import', register, join(root, main), ...words], {
          env,
          stdio: ['ignore', 'pipe', 'inherit'],
        }),
      ),
    async quit() {
      const gone = ended(program);
      // Its answer may be lost with it.
      ask(({ app }) => app.quit(), undefined).catch(() => undefined);
      await gone;
      await windowsGone;
    },
    async kill() {
      await end(program, 'SIGKILL');
      await windowsGone;
    },
  };
}

/** Whether a page is a window of the program's: one that a page wanted for itself is gone before it has an address. */
async function isWindow(page: Page): Promise<boolean> {
  try {
    await page.waitForURL(({ protocol }) => protocol !== 'about:');
    return true;
  } catch {
    return false;
  }
}

function askProgram(program: ChildProcess): Desktop['evaluate'] {
  const waiting = new Map<number, PromiseWithResolvers<never>>();
  let count = 0;
  program.on('message', (answer: TestAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.value as never);
  });
  program.once('exit', () => {
    for (const asked of waiting.values()) asked.reject(new Error('The program has ended.'));
  });
  return (ask, argument) => {
    const id = ++count;
    const answer = Promise.withResolvers<never>();
    waiting.set(id, answer);
    const question: TestQuestion = { id, source: String(ask), argument };
    if (!program.connected) answer.reject(new Error('The program has ended.'));
    else program.send(question);
    return answer.promise;
  };
}

const addresses = new WeakMap<Browser, Promise<string>>();
const profiles = new WeakMap<BrowserContext, Promise<string>>();

/** Where the Chromium that Playwright started takes a second driver: the port is its own choice. */
function addressOf(context: BrowserContext): Promise<string> {
  const browser = context.browser();
  if (!browser) throw new Error('The context has no browser of its own.');
  return remembered(addresses, browser, async () => {
    const line = await browser.newBrowserCDPSession();
    const { commandLine } = await line.send('SystemInfo.getInfo');
    const [, folder] = /--user-data-dir=(.+?)(?= --|$)/.exec(commandLine) ?? [];
    if (!folder) throw new Error('Chromium does not say where its profile is.');
    const [port, path] = readFileSync(join(folder, 'DevToolsActivePort'), 'utf8').split('\n');
    return `ws://127.0.0.1:${port}${path}`;
  });
}

/** The name that Chromium has for a context: the profile that the program keeps across its starts in one test. */
function profileOf(context: BrowserContext): Promise<string> {
  return remembered(profiles, context, async () => {
    const line = await context.browser()?.newBrowserCDPSession();
    const { browserContextIds = [] } = (await line?.send('Target.getBrowserContexts')) ?? {};
    const [profile, ...others] = browserContextIds;
    // A page would tell, but a test that makes one before the program has its own would show it.
    if (profile === undefined || others.length > 0) throw new Error('A test has one browser context.');
    return profile;
  });
}

function remembered<Key extends object, Value>(
  kept: WeakMap<Key, Promise<Value>>,
  key: Key,
  find: () => Promise<Value>,
): Promise<Value> {
  const found = kept.get(key) ?? find();
  kept.set(key, found);
  return found;
}
