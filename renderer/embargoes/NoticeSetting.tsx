import { type ReactElement, useState } from 'react';
import { useDesk } from '../app/context.ts';
import { canNotify } from './browser-notices.ts';

/** Asks the browser whether it shows notices; nothing where the system does. */
export function NoticeSetting(): ReactElement | null {
  const { link } = useDesk();
  const [permission, setPermission] = useState(() => (canNotify(link) ? Notification.permission : null));
  if (permission === null) return null;
  return (
    <div>
      {permission === 'default' && (
        <button type="button" onClick={() => void Notification.requestPermission().then(setPermission)}>
          Notify me when an embargo lifts
        </button>
      )}
      <p role="status" className="muted">
        {words[permission]}
      </p>
    </div>
  );
}

const words: Readonly<Record<NotificationPermission, string>> = {
  default: 'The browser asks whether it may show notices at this address',
  granted: 'The browser shows a notice when an embargo lifts',
  denied: 'The browser may show no notices here: that an embargo lifts is told in the window alone',
};
