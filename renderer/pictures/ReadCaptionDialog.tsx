import type { ReactElement } from 'react';
import type { ParsedCaption, Picture } from '../../main/contract/picture.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { changesOf, withParsedCaption } from './read-caption.ts';

interface ReadCaptionDialogProps {
  readonly picture: Picture;
  readonly text: string;
  readonly parsed: ParsedCaption;
  readonly onApply: (picture: Picture) => void;
  readonly onClose: () => void;
}

/** What reading the agency's words would change on the picture, before it does. */
export function ReadCaptionDialog({
  picture,
  text,
  parsed,
  onApply,
  onClose,
}: ReadCaptionDialogProps): ReactElement {
  const next = withParsedCaption(picture, text, parsed);
  const changes = changesOf(picture, next);
  return (
    <Dialog title="Read agency caption" onClose={onClose}>
      <p className="muted">
        The agency’s text stays as received, for ever. This is what will be taken from it:
      </p>
      {changes.length === 0 && <p className="empty">Everything in it is on the picture already.</p>}
      <dl className="facts changes">
        {changes.map(({ label, before, after }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {before !== '' && <del>{before}</del>} <ins>{after || 'none'}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {parsed.unread.length > 0 && (
        <>
          <h3>Not understood</h3>
          <ul>
            {parsed.unread.map(({ text: words, span }) => (
              <li key={span.start}>
                <q>{words}</q>
              </li>
            ))}
          </ul>
          <p className="muted">These words stay in the agency’s text; nothing was made of them.</p>
        </>
      )}
      <p className="actions">
        <button type="button" className="primary" onClick={() => onApply(next)}>
          Apply
        </button>
        <button type="button" onClick={onClose}>
          Leave as it is
        </button>
      </p>
    </Dialog>
  );
}
