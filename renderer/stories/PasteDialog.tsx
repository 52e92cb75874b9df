import { type ClipboardEvent, type ReactElement, useState } from 'react';
import { useDesk } from '../app/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';

/** Makes a story of what is on the clipboard. Pasting into a field needs no permission that a browser might refuse. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { link, session, openStory, tell } = useDesk();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState('');
  const take = async (html: string, words: string): Promise<void> => {
    setBusy(true);
    try {
      const story = await link.client.call('intake.paste', { html, text: words, session });
      openStory(story.id);
      const noticed = story.problems.map(problem => problem.message).join(' ');
      tell(`Made “${story.headline || 'a story'}” of what was pasted. ${noticed}`);
      onClose();
    } catch (error) {
      setFailure(failureWords(error));
      setBusy(false);
    }
  };
  const paste = (event: ClipboardEvent): void => {
    event.preventDefault();
    const { clipboardData } = event;
    void take(clipboardData.getData('text/html'), clipboardData.getData('text/plain'));
  };
  return (
    <Dialog title="Paste as new story" onClose={onClose}>
      <div onPaste={paste}>
        <TextArea
          label="Paste here"
          hint="Headline, byline, dateline, captions and copy are told apart; page furniture is left out and listed."
          value={text}
          onChange={setText}
        />
      </div>
      <p role="alert" className="refusal">
        {failure}
      </p>
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={busy || text.trim() === ''}
          onClick={() => void take('', text)}
        >
          {busy ? 'Reading…' : 'Make a story of it'}
        </button>
      </p>
    </Dialog>
  );
}
