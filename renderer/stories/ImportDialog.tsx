import { type ReactElement, useEffect, useState } from 'react';
import type { ImportResult } from '../../main/contract/methods.ts';
import { useDesk } from '../app/context.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { chooseFiles } from '../ui/files.ts';
import { JobProgress } from '../ui/JobProgress.tsx';
import { ProblemList } from '../ui/ProblemList.tsx';
import { failureWords } from '../ui/words.ts';
import { takeIn } from './take-in.ts';

/** Takes files in as stories, and says of each what became of it. */
export function ImportDialog({
  files,
  onClose,
}: {
  readonly files: readonly File[];
  readonly onClose: () => void;
}): ReactElement {
  const { link, session, openStory } = useDesk();
  const [waiting, setWaiting] = useState<readonly File[]>(files);
  const [running, setRunning] = useState<AbortController | null>(null);
  const [progress, setProgress] = useState({ done: 0, total: 0, label: '' });
  const [result, setResult] = useState<ImportResult>({ stories: [], failed: [] });
  const [failure, setFailure] = useState('');

  useEffect(() => {
    if (waiting.length === 0) return;
    setWaiting([]);
    const controller = new AbortController();
    setRunning(controller);
    setFailure('');
    takeIn(waiting, {
      client: link.client,
      session,
      signal: controller.signal,
      onProgress: setProgress,
      onResult: taken =>
        setResult(before => ({
          stories: [...before.stories, ...taken.stories],
          failed: [...before.failed, ...taken.failed],
        })),
    })
      .catch(error => setFailure(failureWords(error)))
      .finally(() => setRunning(null));
  }, [waiting, link, session]);

  return (
    <Dialog title="Import" onClose={onClose}>
      <p className="hint">
        Wire files (NewsML, NITF, ninjs, IPTC 7901, ANPA 1312, ANS, RSS), text as copied from a page or a
        mail, HTML, Markdown, .docx, pictures, or Wiredesk’s own JSON.
      </p>
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={running !== null}
          onClick={() => void chooseFiles({ accept: '', multiple: true }).then(chosen => setWaiting(chosen))}
        >
          Choose files…
        </button>
        {running !== null && (
          <button type="button" onClick={() => running.abort()}>
            Cancel
          </button>
        )}
      </p>
      {running !== null && (
        <JobProgress doing={`Reading ${progress.label}`} done={progress.done} total={progress.total} />
      )}
      <p role="alert" className="refusal">
        {failure}
      </p>
      <ul className="plain" aria-label="Imported">
        {result.stories.map(story => (
          <li key={story.id} className="imported">
            <p>
              ✓ <strong>{story.headline || story.file}</strong>{' '}
              <small className="muted">{story.format}</small>{' '}
              <button
                type="button"
                className="quiet"
                onClick={() => {
                  openStory(story.id);
                  onClose();
                }}
              >
                Open
              </button>
            </p>
            <ProblemList label={`What was noticed in ${story.file}`} problems={story.problems} />
          </li>
        ))}
        {result.failed.map(failed => (
          <li key={`${failed.file}:${failed.message}`} className="refusal">
            ✕ {failed.message}
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
