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
  /** Those that were dropped on the window, also while the dialog is open. */
  readonly files: readonly File[];
  readonly onClose: () => void;
}): ReactElement {
  const { link, session, openStory } = useDesk();
  const [waiting, setWaiting] = useState<readonly File[]>([]);
  const [running, setRunning] = useState<AbortController | null>(null);
  const [progress, setProgress] = useState({ done: 0, total: 0, label: '' });
  const [result, setResult] = useState<ImportResult>({ stories: [], failed: [] });
  const [failure, setFailure] = useState('');

  useEffect(() => setWaiting(before => [...before, ...files]), [files]);
  useEffect(() => {
    if (waiting.length === 0 || running) return;
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
  }, [waiting, running, link, session]);

  return (
    // It stays while files are read, so that what became of each is seen.
    <Dialog title="Import" onClose={running ? null : onClose}>
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
      {running === null && <p role="status">{summary(result)}</p>}
      <ul className="plain" aria-label="Imported">
        {result.failed.map(failed => (
          <li key={`${failed.file}:${failed.message}`} className="refusal">
            ✕ {failed.message}
          </li>
        ))}
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
      </ul>
    </Dialog>
  );
}

function summary({ stories, failed }: ImportResult): string {
  if (stories.length + failed.length === 0) return '';
  const taken = `${stories.length} ${stories.length === 1 ? 'story' : 'stories'} taken in`;
  return failed.length === 0 ? `${taken}.` : `${taken}, ${failed.length} not.`;
}
