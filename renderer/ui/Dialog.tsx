import { type ReactElement, type ReactNode, use, useId, useLayoutEffect, useRef, useState } from 'react';
import { MessageContext } from './messages.ts';

/** Whether a dialog has the keyboard and the mouse to itself. */
export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open]') !== null;
}

/** A modal dialog: the browser's own keeps focus inside, closes on Escape and gives focus back. */
export function Dialog({
  title,
  onClose,
  wide = false,
  children,
}: {
  readonly title: string;
  /** Null where one of the dialog's own choices has to be taken. */
  readonly onClose: (() => void) | null;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const message = use(MessageContext);
  const [before] = useState(message);
  // Before the element leaves the page: the browser gives focus back only to where it came from while it is there.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The browser would focus the first control, which is the one that closes.
    const first =
      element?.querySelector<HTMLElement>('[data-first]') ??
      element?.querySelector<HTMLElement>('input, select, textarea, button.primary');
    first?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={heading}
      onCancel={event => {
        event.preventDefault();
        onClose?.();
      }}
      // A browser that was told no closes at the next Escape without asking.
      onClose={() => (onClose ? onClose() : dialog.current?.showModal())}
    >
      <header className="dialog-head">
        <h2 id={heading} className="dialog-title">
          {title}
        </h2>
        {onClose && (
          <button type="button" className="quiet" aria-label="Close" onClick={onClose}>
            ✕
          </button>
        )}
      </header>
      {children}
      {/* The window's own line of messages lies behind the dialog. */}
      <p role="log" aria-label="Told in this dialog" className="dialog-message">
        {message !== before && message?.text}
      </p>
    </dialog>
  );
}
