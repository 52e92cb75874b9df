import { app, Notification } from 'electron';
import { type EmbargoNotice, embargoNotices } from '../../contract/embargoes.ts';
import type { Core } from '../../core/core.ts';
import { applicationId } from './application-id.ts';
import type { Windows } from './windows.ts';

/**
 * Tells of embargoes that lift, as the system tells of things: those first that lifted while the program was away.
 * A click shows the story. The list in the window stays until somebody takes note there.
 */
export function notifyOfEmbargoes(core: Core, windows: Windows): void {
  if (process.platform === 'win32') app.setAppUserModelId(applicationId);
  /** A notice that nothing holds is collected, and its click with it. */
  const shown = new Set<Notification>();
  const show = ({ title, body, story }: EmbargoNotice): void => {
    const notification = new Notification({ title, body });
    const gone = (): void => void shown.delete(notification);
    notification.on('click', () => {
      gone();
      if (story === null) windows.show();
      else windows.showStory(story);
    });
    notification.on('close', gone);
    notification.on('failed', gone);
    shown.add(notification);
    notification.show();
  };
  core.connect(event => {
    if (event.type === 'embargoes-lifted' && Notification.isSupported())
      for (const notice of embargoNotices(event.embargoes)) show(notice);
  });
  core.watchEmbargoes();
}
