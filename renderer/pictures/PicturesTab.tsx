import type { ReactElement } from 'react';
import { Picture } from '../../main/contract/picture.ts';
import type { OpenStory } from '../story/use-story.ts';
import { chooseFiles } from '../ui/files.ts';
import { AddingStatus } from './AddingStatus.tsx';
import { PictureCard } from './PictureCard.tsx';
import { useAdding } from './use-adding.ts';

const pictureTypes = 'image/jpeg,image/png,image/tiff,image/webp,image/gif,image/avif,image/heic';

interface PicturesTabProps {
  readonly open: OpenStory;
  readonly onInsert: (id: string) => void;
}

/** The pictures of a story: their words, their rights, their place in the copy. */
export function PicturesTab({ open, onInsert }: PicturesTabProps): ReactElement {
  const adding = useAdding(open);
  const { pictures } = open.draft;

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
        adding.add([...event.dataTransfer.files], null);
      }}
      onPaste={event => {
        adding.add([...event.clipboardData.files], null);
      }}
    >
      <p className="actions">
        <button
          type="button"
          className="primary"
          onClick={() =>
            void chooseFiles({ accept: pictureTypes, multiple: true }).then(files => adding.add(files, null))
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
      <AddingStatus story={adding.story} />
      {pictures.length === 0 && <p className="empty">No pictures. Add one, or drop files here.</p>}
      {pictures.map((picture, index) => (
        <PictureCard
          key={picture.id}
          number={index + 1}
          picture={picture}
          onChange={change}
          onFile={() =>
            void chooseFiles({ accept: pictureTypes, multiple: false }).then(files =>
              adding.add(files, picture.id),
            )
          }
          onInsert={() => onInsert(picture.id)}
          onRemove={() => open.update({ pictures: pictures.filter(each => each.id !== picture.id) })}
        />
      ))}
    </div>
  );
}
