import { type ReactElement, useState } from 'react';
import { Picture } from '../../main/contract/picture.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { chooseFiles, inputFile } from '../ui/files.ts';
import { failureWords } from '../ui/words.ts';
import { PictureCard } from './PictureCard.tsx';

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
