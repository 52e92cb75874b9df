import { type ReactElement, use } from 'react';
import { MessageContext } from '../ui/messages.ts';
import { moment } from '../ui/words.ts';

/** What was told last, and when, until somebody clears it away. */
export function MessageBar({ onClear }: { readonly onClear: () => void }): ReactElement {
  const message = use(MessageContext);
  return (
    <footer className="message">
      <p role="log" aria-label="Messages">
        {message?.text}
      </p>
      {message && (
        <>
          <time className="muted" dateTime={message.at.toISOString()}>
            {moment(message.at.toISOString())}
          </time>
          <button type="button" className="quiet" aria-label="Clear the message" onClick={onClear}>
            ✕
          </button>
        </>
      )}
    </footer>
  );
}
