import { embargoNotices } from '../../main/contract/embargoes.ts';
import type { HostLink } from '../host/connect.ts';

/** Whether notices outside the window are this page's to show: the desktop host has the system's. */
export function canNotify({ desktop }: HostLink): boolean {
  return desktop === null && 'Notification' in window;
}

/**
 * Shows the browser's notices of embargoes as they lift, where the user allowed them.
 * @returns what ends it
 */
export function notifyOfEmbargoes(link: HostLink, openStory: (id: string) => void): () => void {
  if (!canNotify(link)) return () => undefined;
  return link.onEvent(event => {
    if (event.type !== 'embargoes-lifted' || Notification.permission !== 'granted') return;
    for (const { title, body, story } of embargoNotices(event.embargoes)) {
      // Every window shows it under one name, so that one is seen.
      const notice = new Notification(title, { body, tag: `embargo ${story ?? 'many'}` });
      notice.onclick = () => {
        window.focus();
        if (story !== null) openStory(story);
        notice.close();
      };
    }
  });
}
