import { type ReactElement, useEffect, useState } from 'react';
import { mostDraggedFiles } from '../../main/contract/desktop.ts';
import type { MethodOutput } from '../../main/contract/methods.ts';
import type { StoryState } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import { FolderField } from '../settings/FolderField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '../ui/fields.tsx';
import { JobProgress } from '../ui/JobProgress.tsx';
import { ProblemList } from '../ui/ProblemList.tsx';
import { failureWords } from '../ui/words.ts';
import { FilesToDrag } from './FilesToDrag.tsx';
import { useExportFolder } from './use-export-folder.ts';
import { WrittenFiles } from './WrittenFiles.tsx';

type Result = MethodOutput<'export.batch'>;

const pageSize = 1_000;
const states: readonly { readonly value: StoryState | ''; readonly label: string }[] = [
  { value: 'ready', label: 'Ready' },
  { value: 'filed', label: 'Filed' },
  { value: 'edit', label: 'In edit' },
  { value: 'draft', label: 'Drafts' },
  { value: '', label: 'Any' },
];

/** Many stories in many formats in one run. What a rule stops stays here and is told; the rest leaves. */
export function BatchDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { link, session, info, destinations, openStory } = useDesk();
  const { client, desktop } = link;
  const [query, setQuery] = useState('');
  const [state, setState] = useState<StoryState | ''>('ready');
  const [found, setFound] = useState<number | null>(null);
  const [formats, setFormats] = useState<readonly string[]>(['newsml-g2']);
  const [destination, setDestination] = useState('');
  const [without, setWithout] = useState(false);
  const { folder, setFolder, remember } = useExportFolder();
  const [job, setJob] = useState<string | null>(null);
  const [progress, setProgress] = useState({ done: 0, total: 0, label: '' });
  const [result, setResult] = useState<Result | null>(null);
  const [failure, setFailure] = useState('');

  useEffect(() => {
    let gone = false;
    client.call('stories.list', { query, state: state || null, limit: 0 }).then(
      ({ total }) => {
        if (!gone) setFound(total);
      },
      error => setFailure(failureWords(error)),
    );
    return () => {
      gone = true;
    };
  }, [client, query, state]);
  useEffect(
    () =>
      link.onEvent(event => {
        if (event.type === 'progress' && event.job === job) setProgress(event);
      }),
    [link, job],
  );

  const allIds = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (let offset = 0; ; offset += pageSize) {
      const { stories } = await client.call('stories.list', {
        query,
        state: state || null,
        limit: pageSize,
        offset,
      });
      ids.push(...stories.map(story => story.id));
      if (stories.length < pageSize) return ids;
    }
  };

  const run = async (): Promise<void> => {
    const name = crypto.randomUUID();
    setJob(name);
    setResult(null);
    setFailure('');
    try {
      const ids = await allIds();
      setProgress({ done: 0, total: ids.length * formats.length, label: '' });
      setResult(
        await client.call('export.batch', {
          ids,
          formats: [...formats],
          destination: destination || null,
          withoutBlockedPictures: without,
          folder: folder || null,
          session,
          job: name,
        }),
      );
      remember();
    } catch (error) {
      setFailure(failureWords(error));
    } finally {
      setJob(null);
    }
  };

  const stayed = result?.outcomes.filter(each => each.outcome !== 'written') ?? [];
  const files = result?.outcomes.flatMap(each => each.files.map(file => file.path)) ?? [];
  return (
    <Dialog title="Export many stories" onClose={job === null ? onClose : null} wide>
      <div className="batch">
        <fieldset disabled={job !== null}>
          <legend>Stories</legend>
          <TextField label="Matching" value={query} onChange={setQuery} />
          <SelectField
            label="Stories in state"
            value={state}
            choices={[...states]}
            onChange={value => setState(value as StoryState | '')}
          />
          <p role="status">
            {found === null ? 'Counting…' : `${found} ${found === 1 ? 'story' : 'stories'}`}
          </p>
        </fieldset>
        <fieldset disabled={job !== null}>
          <legend>Formats</legend>
          {info.formats
            .filter(each => each.write)
            .map(each => (
              <CheckField
                key={each.id}
                label={each.label}
                checked={formats.includes(each.id)}
                onChange={checked =>
                  setFormats(checked ? [...formats, each.id] : formats.filter(other => other !== each.id))
                }
              />
            ))}
        </fieldset>
        <fieldset disabled={job !== null}>
          <legend>To</legend>
          <SelectField
            label="Destination"
            value={destination}
            choices={[
              { value: '', label: 'None in particular' },
              ...destinations.map(each => ({ value: each.name, label: each.name })),
            ]}
            onChange={setDestination}
          />
          <FolderField label="Folder" purpose="export" value={folder} onChange={setFolder} />
          <CheckField label="Leave barred pictures out" checked={without} onChange={setWithout} />
        </fieldset>
      </div>
      <p className="actions">
        <button
          type="button"
          className="primary"
          disabled={job !== null || found === 0 || formats.length === 0}
          onClick={() => void run()}
        >
          Export all
        </button>
        {job !== null && (
          <button type="button" onClick={() => void client.call('jobs.cancel', { job })}>
            Cancel
          </button>
        )}
      </p>
      {job !== null && (
        <JobProgress doing={`Writing ${progress.label}`} done={progress.done} total={progress.total} />
      )}
      <p role="alert" className="refusal">
        {failure}
      </p>
      {result && (
        <section aria-label="Result">
          <p role="status">
            {result.cancelled ? 'Cancelled. ' : ''}
            {result.outcomes.length - stayed.length} written, {stayed.length} stayed.
          </p>
          <WrittenFiles label="Report" files={[result.report]} />
          {desktop && files.length > 0 && files.length <= mostDraggedFiles && (
            <FilesToDrag desktop={desktop} files={files}>
              All {files.length} files
            </FilesToDrag>
          )}
          <ul className="plain" aria-label="Stories that stayed">
            {stayed.map(each => (
              <li key={`${each.story} ${each.format}`}>
                <p>
                  ✕ <strong>{each.name}</strong> <small className="muted">{each.format}</small>{' '}
                  <button
                    type="button"
                    className="quiet"
                    onClick={() => {
                      openStory(each.story);
                      onClose();
                    }}
                  >
                    Open
                  </button>
                </p>
                <ProblemList
                  label={`Why ${each.name} stayed`}
                  problems={each.problems.filter(problem => problem.severity === 'error')}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  );
}
