import { type ReactElement, useCallback, useEffect, useState } from 'react';
import type { Comment } from '../../main/contract/methods.ts';
import { useDesk } from '../app/context.ts';
import type { EditorHandle } from '../editor/BodyEditor.tsx';
import { NameField } from '../settings/NameField.tsx';
import { CheckField, TextArea } from '../ui/fields.tsx';
import { failureWords, moment } from '../ui/words.ts';

/** Comments that are being written, by story: one looks at another tab or story, and goes on. */
const unsent = new Map<string, string>();

/** Remarks on the story for colleagues, about a paragraph or the whole of it. */
export function CommentsTab({
  story,
  editor,
}: {
  readonly story: string;
  readonly editor: EditorHandle | null;
}): ReactElement {
  const { link, tell, info } = useDesk();
  const [comments, setComments] = useState<readonly Comment[]>([]);
  const [text, setText] = useState(() => unsent.get(story) ?? '');
  const [about, setAbout] = useState(false);
  const load = useCallback(() => {
    link.client.call('comments.list', { story }).then(setComments, error => tell(failureWords(error)));
  }, [link, story, tell]);
  useEffect(() => {
    load();
    return link.onEvent(event => {
      if (event.type === 'comments-changed' && event.story === story) load();
    });
  }, [link, load, story]);

  const write = (next: string): void => {
    unsent.set(story, next);
    setText(next);
  };
  const add = async (): Promise<void> => {
    const block = about ? (editor?.currentBlock() ?? null) : null;
    try {
      await link.client.call('comments.add', {
        story,
        block: block?.id ?? null,
        quote: block?.quote ?? '',
        text,
      });
      write('');
    } catch (error) {
      tell(failureWords(error));
    }
  };
  return (
    <div className="tab-content">
      <NameField what="comments" />
      <TextArea label="New comment" value={text} onChange={write} />
      <CheckField label="About the paragraph the caret is in" checked={about} onChange={setAbout} />
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={text.trim() === '' || info.settings.author === ''}
          onClick={() => void add()}
        >
          Add comment
        </button>
      </p>
      {comments.length === 0 && <p className="empty">No comments.</p>}
      <ul className="comments" aria-label="Comments">
        {comments.map(comment => (
          <li key={comment.id} className={comment.resolved ? 'comment resolved' : 'comment'}>
            <p className="muted">
              {comment.author || 'Nobody named'}, {moment(comment.time)}
            </p>
            {comment.quote !== '' && <blockquote>{comment.quote}</blockquote>}
            <p>{comment.text}</p>
            {comment.resolved ? (
              <p className="muted">
                ✓ Resolved by {comment.resolved.by || 'nobody named'}, {moment(comment.resolved.time)}
              </p>
            ) : (
              <p className="actions">
                {comment.block !== null && (
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => editor?.scrollToBlock(comment.block ?? '')}
                  >
                    Show paragraph
                  </button>
                )}
                <button
                  type="button"
                  onClick={() =>
                    void link.client
                      .call('comments.resolve', { id: comment.id })
                      .catch(error => tell(failureWords(error)))
                  }
                >
                  Resolve
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
