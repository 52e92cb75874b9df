import type { Page } from '@playwright/test';
import type { App } from '../app.ts';

/**
 * Opens a window of the browser host whose saves do not reach it until they are let go: what a slow disk is to a
 * window, and the moment in which someone else saves first.
 */
export async function openHolding(app: App): Promise<{ readonly page: Page; readonly release: () => void }> {
  let held: (() => void)[] | null = [];
  const page = await app.open(async each => {
    await each.routeWebSocket(/\/rpc$/, line => {
      const server = line.connectToServer();
      line.onMessage(message => {
        if (held && String(message).includes('"stories.save"')) held.push(() => server.send(message));
        else server.send(message);
      });
    });
  });
  return {
    page,
    release() {
      const waiting = held ?? [];
      held = null;
      for (const send of waiting) send();
    },
  };
}
