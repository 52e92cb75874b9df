import { type ReactElement, useState } from 'react';
import { type ParsedCaption, Picture } from '../../main/contract/picture.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { TextArea, TextField } from '../ui/fields.tsx';
import { chooseFiles, inputFile } from '../ui/files.ts';
import { failureWords } from '../ui/words.ts';
import { AgencyWords } from './AgencyWords.tsx';
import { CaptionField } from './CaptionField.tsx';
import { ReadCaptionDialog } from './ReadCaptionDialog.tsx';
import { agencyText } from './read-caption.ts';

const pictureTypes = 'image/jpeg,image/png,image/tiff,image/webp,image/gif,image/avif';

interface PicturesTabProps {
  readonly open: OpenStory;
  readonly onInsert: (id: string) => void;
}

/** The pictures of a story: their words, their rights, their place in the copy. */
export function PicturesTab({ open, onInsert }: PicturesTabProps): ReactElement {
  const { link, session, tell } = useDesk();
  const [busy, setBusy] = useState('');
  const { pictures } = open.draft;

  const addFiles = async (files: readonly File[], picture: string | null): Promise<void> => {
    for (const [index, file] of files.entries()) {
      setBusy(`Reading ${file.name} (${index + 1} of ${files.length})…`);
      try {
        await open.flush();
        const added = await link.client.call('pictures.add', {
          story: open.story.id,
          file: await inputFile(file),
          picture,
          session,
        });
        open.adopt(added.story);
        for (const difference of added.differences)
          tell(
            `${file.name}: ${difference.field} differs between XMP and IIM${difference.truncated ? ' (IIM is cut; XMP was taken)' : ''}.`,
          );
      } catch (error) {
        tell(`${file.name}: ${failureWords(error)}`);
      }
    }
    setBusy('');
  };
  const change = (next: Picture): void =>
    open.update({ pictures: pictures.map(each => (each.id === next.id ? next : each)) });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: files are dropped here; Add picture does the same by keyboard
    <div
      className="tab-content"
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        event.stopPropagation();
        void addFiles([...event.dataTransfer.files], null);
      }}
      onPaste={event => {
        const files = [...event.clipboardData.files];
        if (files.length > 0) void addFiles(files, null);
      }}
    >
      <p className="actions">
        <button
          type="button"
          className="primary"
          onClick={() =>
            void chooseFiles({ accept: pictureTypes, multiple: true }).then(files => addFiles(files, null))
          }
        >
          Add picture
        </button>
        <button
          type="button"
          onClick={() => open.update({ pictures: [...pictures, Picture.parse({ id: crypto.randomUUID() })] })}
        >
          Add caption only
        </button>
      </p>
      <p role="status" className="muted">
        {busy}
      </p>
      {pictures.length === 0 && <p className="empty">No pictures. Add one, or drop files here.</p>}
      {pictures.map((picture, index) => (
        <PictureCard
          key={picture.id}
          number={index + 1}
          picture={picture}
          onChange={change}
          onFile={() =>
            void chooseFiles({ accept: pictureTypes, multiple: false }).then(files =>
              addFiles(files, picture.id),
            )
          }
          onInsert={() => onInsert(picture.id)}
          onRemove={() => open.update({ pictures: pictures.filter(each => each.id !== picture.id) })}
        />
      ))}
    </div>
  );
}

interface PictureCardProps {
  readonly number: number;
  readonly picture: Picture;
  readonly onChange: (picture: Picture) => void;
  readonly onFile: () => void;
  readonly onInsert: () => void;
  readonly onRemove: () => void;
}

const lines = [
  ['creditLine', 'Credit line'],
  ['creator', 'Creator'],
  ['source', 'Source'],
  ['copyrightNotice', 'Copyright notice'],
  ['usageTerms', 'Usage terms'],
  ['instructions', 'Instructions'],
  ['dateCreated', 'Date taken'],
] as const;

function PictureCard({
  number,
  picture,
  onChange,
  onFile,
  onInsert,
  onRemove,
}: PictureCardProps): ReactElement {
  const { link, tell } = useDesk();
  const { file } = picture;
  const [reading, setReading] = useState<{ readonly text: string; readonly parsed: ParsedCaption } | null>(
    null,
  );
  const readCaption = async (): Promise<void> => {
    const text = agencyText(picture);
    if (text.trim() === '') {
      tell('There is no agency caption to read: paste it into the caption first.');
      return;
    }
    try {
      setReading({ text, parsed: await link.client.call('pictures.parseCaption', { text }) });
    } catch (error) {
      tell(failureWords(error));
    }
  };
  return (
    <fieldset className="picture">
      <legend>Picture {number}</legend>
      <div className="picture-top">
        {file ? (
          <img
            src={`pictures/${file.sha256}/thumbnail`}
            alt={picture.altText || `Picture ${number}, no alt text yet`}
            width={160}
          />
        ) : (
          <div className="no-file">No file</div>
        )}
        <div className="picture-facts">
          {file ? (
            <p>
              {file.name}
              <br />
              {file.width} × {file.height}, {Math.ceil(file.bytes / 1024)} kB
            </p>
          ) : (
            <button type="button" onClick={onFile}>
              Choose file
            </button>
          )}
          {picture.digitalSourceType !== '' && (
            <p className="flag flag-warning">Source: {picture.digitalSourceType.split('/').pop()}</p>
          )}
          <button type="button" onClick={onInsert}>
            Put in the copy
          </button>
          <button type="button" className="quiet" onClick={onRemove}>
            Remove from story
          </button>
        </div>
      </div>
      <CaptionField caption={picture.caption} onChange={caption => onChange({ ...picture, caption })} />
      <p className="actions">
        <button type="button" onClick={() => void readCaption()}>
          Read agency caption
        </button>
      </p>
      <TextArea
        label="Alt text"
        value={picture.altText}
        hint={
          picture.altText === ''
            ? '! Missing: say what the picture shows, for those who do not see it'
            : `${picture.altText.length} of 250 characters`
        }
        onChange={altText => onChange({ ...picture, altText })}
      />
      <AgencyWords picture={picture} />
      {lines.map(([name, label]) => {
        const Field = name === 'usageTerms' || name === 'instructions' ? TextArea : TextField;
        return (
          <Field
            key={name}
            label={label}
            value={picture[name]}
            onChange={value => onChange({ ...picture, [name]: value })}
          />
        );
      })}
      {picture.people.length > 0 && (
        <p className="muted">
          People:{' '}
          {picture.people
            .map(person => (person.position ? `${person.name} (${person.position})` : person.name))
            .join(', ')}
        </p>
      )}
      {reading && (
        <ReadCaptionDialog
          picture={picture}
          {...reading}
          onApply={next => {
            onChange(next);
            setReading(null);
          }}
          onClose={() => setReading(null)}
        />
      )}
    </fieldset>
  );
}
