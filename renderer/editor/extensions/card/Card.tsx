import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { createContext, type ReactElement, use } from 'react';
import { inlineText } from '../../../../main/contract/body.ts';
import type { Picture } from '../../../../main/contract/picture.ts';
import type { CardContent } from './card-content.ts';

/** The story's pictures, for the cards that show one by its identifier. */
export const PicturesInCopy = createContext<readonly Picture[]>([]);

/** How a card looks in the copy. A click selects it; Delete removes it; arrow keys reach it like a character. */
export function Card({
  nodeKey,
  content,
}: {
  readonly nodeKey: NodeKey;
  readonly content: CardContent;
}): ReactElement {
  const [selected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey);
  return (
    <div
      className={`card-face card-${content.kind}`}
      data-selected={selected || undefined}
      onPointerDown={() => {
        clearSelection();
        setSelected(true);
      }}
    >
      <CardFace content={content} />
    </div>
  );
}

function CardFace({ content }: { readonly content: CardContent }): ReactElement {
  switch (content.kind) {
    case 'separator':
      return <hr />;
    case 'embed':
      return (
        <p>
          <strong>Embedded page</strong> {content.title} <small>{content.url}</small>
        </p>
      );
    case 'picture':
      return <PictureFace pictureId={content.pictureId} />;
  }
}

function PictureFace({ pictureId }: { readonly pictureId: string }): ReactElement {
  const pictures = use(PicturesInCopy);
  const index = pictures.findIndex(picture => picture.id === pictureId);
  const picture = pictures[index];
  if (!picture) return <p className="no-file">A picture that the story does not have any more</p>;
  return (
    <figure>
      {picture.file ? (
        <img src={`pictures/${picture.file.sha256}/thumbnail`} alt={picture.altText} draggable={false} />
      ) : (
        <p className="no-file">No file yet</p>
      )}
      <figcaption>
        <strong>Picture {index + 1}</strong> {inlineText(picture.caption) || 'No caption'}{' '}
        <small>{picture.creditLine}</small>
      </figcaption>
    </figure>
  );
}
