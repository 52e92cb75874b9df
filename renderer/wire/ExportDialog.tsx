import { type ReactElement, useEffect, useId, useState } from 'react';
import type { PictureDelivery } from '../../main/contract/rights.ts';
import type { ExportPreview } from '../../main/contract/wire.ts';
import { useDesk } from '../app/context.ts';
import { FolderField } from '../settings/FolderField.tsx';
import { NameField } from '../settings/NameField.tsx';
import type { OpenStory } from '../story/use-story.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { CheckField, SelectField, TextField } from '../ui/fields.tsx';
import { ProblemList } from '../ui/ProblemList.tsx';
import { failureWords } from '../ui/words.ts';
import { CopyAsWire } from './CopyAsWire.tsx';
import { PictureOptions } from './PictureOptions.tsx';
import { Preview } from './Preview.tsx';
import { useExportFolder } from './use-export-folder.ts';
import { WrittenFiles } from './WrittenFiles.tsx';

interface ExportDialogProps {
  readonly open: OpenStory;
  /** To export writes files into a folder; to file sends them to a destination as the next version. */
  readonly purpose: 'export' | 'file';
  readonly onClose: () => void;
}

/** The way out of the house: what would leave, what stands in the way, and who decides against a rule. */
export function ExportDialog({ open, purpose, onClose }: ExportDialogProps): ReactElement {
  const { link, session, info, destinations, tell } = useDesk();
  const { client } = link;
  const filing = purpose === 'file';
  const receivers = filing ? destinations.filter(each => each.delivery !== null) : destinations;
  const [format, setFormat] = useState('newsml-g2');
  const [wanted, setWanted] = useState(filing ? (receivers[0]?.name ?? '') : '');
  // It may have been removed, or be another's by now, in another window.
  const receiver = receivers.find(each => each.name === wanted);
  const destination = receiver?.name ?? '';
  const [without, setWithout] = useState(false);
  const [override, setOverride] = useState({ reason: '', by: info.settings.author });
  const { folder, setFolder, remember } = useExportFolder();
  const [pictures, setPictures] = useState<PictureDelivery | null>(null);
  const [looked, setLooked] = useState<{ readonly at: string; readonly preview: ExportPreview } | null>(null);
  const [failure, setFailure] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<readonly string[]>([]);
  /** The choice that was filed: a second click is no second filing. */
  const [filed, setFiled] = useState<string | null>(null);
  const why = useId();
  const { id } = open.story;
  const choice = JSON.stringify([format, receiver, without, pictures]);
  const preview = looked?.preview ?? null;
  // What was seen for another choice says nothing about this one.
  const current = looked?.at === choice;
  const { flush, adopt } = open;
  const accepted = receiver?.formats ?? [];
  const formats = info.formats.filter(
    each => each.write && (accepted.length === 0 || accepted.includes(each.id)),
  );

  useEffect(() => {
    let gone = false;
    const look = async (): Promise<void> => {
      // What leaves is what is on the disk: everything typed is written first.
      await flush();
      const seen = await client.call('export.preview', {
        id,
        format,
        destination: destination || null,
        withoutBlockedPictures: without,
        pictures,
      });
      if (gone) return;
      setLooked({ at: choice, preview: seen });
      setFailure('');
    };
    look().catch(error => {
      if (!gone) setFailure(failureWords(error));
    });
    return () => {
      gone = true;
    };
  }, [client, flush, id, format, destination, without, pictures, choice]);

  const overriding = override.reason.trim() !== '' && override.by.trim() !== '';
  const overridable = preview?.reasons.some(each => each.code !== 'state' && each.code !== 'format') ?? false;
  const allowed =
    preview !== null &&
    current &&
    !busy &&
    filed !== choice &&
    (!preview.refused || (overridable && overriding)) &&
    !(filing && destination === '');

  const choices = {
    format,
    withoutBlockedPictures: without,
    pictures,
    override: preview?.refused && overriding ? override : null,
    session,
  };
  const send = async (): Promise<void> => {
    setBusy(true);
    try {
      if (filing) {
        const { story, filing: entry } = await client.call('filing.file', { id, destination, ...choices });
        adopt(story);
        setFiled(choice);
        setDone(entry.files);
        tell(`Filed version ${entry.version} to ${entry.destination}.`);
      } else {
        const { files } = await client.call('export.write', {
          ids: [id],
          destination: destination || null,
          folder: folder || null,
          ...choices,
        });
        setDone(files.map(file => file.path));
        remember();
        tell(`Wrote ${files.length} files.`);
      }
      setFailure('');
    } catch (error) {
      setFailure(failureWords(error));
    } finally {
      setBusy(false);
    }
  };

  const label = filing ? 'File' : 'Export';
  const refusal = preview?.refused && !allowed && filed !== choice ? refusalWords(label, preview) : '';
  return (
    <Dialog title={filing ? 'File story' : 'Export story'} onClose={onClose} wide>
      <div className="export">
        <div className="export-choices">
          <SelectField
            label="Format"
            value={format}
            choices={formats.map(each => ({ value: each.id, label: each.label }))}
            onChange={setFormat}
          />
          <SelectField
            label="Destination"
            value={destination}
            choices={[
              ...(filing ? [] : [{ value: '', label: 'None in particular' }]),
              ...receivers.map(each => ({ value: each.name, label: each.name })),
            ]}
            onChange={name => {
              setWanted(name);
              const taken = destinations.find(each => each.name === name)?.formats ?? [];
              if (taken.length > 0 && !taken.includes(format)) setFormat(taken[0] ?? format);
            }}
          />
          {filing && receivers.length === 0 && (
            <p className="notice">No destination has a delivery folder yet. Set one up in Destinations.</p>
          )}
          {filing && <NameField what="the filing" />}
          {!filing && <FolderField label="Folder" purpose="export" value={folder} onChange={setFolder} />}
          {(preview?.possibleWithoutPictures || without) && (
            <CheckField label="Leave barred pictures out" checked={without} onChange={setWithout} />
          )}
          {open.story.pictures.some(({ file }) => file !== null) && (
            <PictureOptions value={pictures} onChange={setPictures} />
          )}
          {preview?.refused && overridable && (
            <fieldset className="against">
              <legend>Send against the rule</legend>
              <p className="hint">Logged with the story for ever.</p>
              <TextField
                label="Reason"
                value={override.reason}
                onChange={reason => setOverride({ ...override, reason })}
              />
              <TextField label="Name" value={override.by} onChange={by => setOverride({ ...override, by })} />
            </fieldset>
          )}
          <h3>Problems</h3>
          {preview && preview.problems.length > 0 ? (
            <ProblemList label="Problems" problems={preview.problems} />
          ) : (
            <ul aria-label="Problems" className="problems">
              <li>{preview ? '✓ Nothing stands in the way.' : 'Looking…'}</li>
            </ul>
          )}
          <p id={why} role="status" className={refusal + failure === '' ? 'muted' : 'refusal'}>
            {filed === choice && 'Filed. Choose another format or destination to file it once more.'}
            {refusal}
            {failure}
          </p>
          <p className="actions">
            <button
              type="button"
              className="primary"
              disabled={!allowed}
              aria-describedby={why}
              onClick={() => void send()}
            >
              {label}
            </button>
            {!filing && (
              <CopyAsWire request={{ id, destination: destination || null, ...choices }} allowed={allowed} />
            )}
          </p>
          {done.length > 0 && <WrittenFiles label="Written files" files={done} />}
        </div>
        <Preview preview={current ? preview : null} />
      </div>
    </Dialog>
  );
}

/** Why nothing leaves, with the words of the rule it breaks. */
function refusalWords(label: string, { problems, reasons }: ExportPreview): string {
  const [first] = problems.filter(problem => problem.severity === 'error');
  const message = first?.message ?? reasons[0]?.message ?? 'something stands in the way.';
  const source = first?.restriction ?? reasons[0]?.source ?? '';
  const quoted = source !== '' && !message.includes(source) ? ` The source says “${source}”.` : '';
  return `${label} is refused: ${message}${quoted}`;
}
