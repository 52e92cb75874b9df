import { useLexicalNodeSelection } from '@lexical/react/useLexicalNodeSelection';
import type { NodeKey } from 'lexical';
import { createContext, type ReactElement, use } from 'react';
import { inlineText } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';
import type { CardContent } from './card-content.ts';

/** The story's pictures, for the cards that show one by its identifier. */
export const PicturesInCopy = createContext<readonly Picture[]>([]);

/** How a card looks in the copy. A click selects it; Delete removes it. */
export function Card({
  nodeKey,
  content,
}: {
  readonly nodeKey: NodeKey;
  readonly content: CardContent;
}): ReactElement {
  const [selected, setSelected, clearSelection] = useLexicalNodeSelection(nodeKey);
  return (
    // Keyboard selection is the editor's own: arrow keys reach a card like a character.
    <div
      className={`card-face card-${content.kind}`}
      data-selected={selected || undefined}
      onPointerDown={event => {
        event.preventDefault();
        clearSelection();
        setSelected(true);
      }}
    >
      <CardFace content={content} />
    </div>
  );
}

function CardFace({ content }: { readonly content: CardContent }): ReactElement {
  const pictures = use(PicturesInCopy);
  if (content.kind === 'separator') return <hr />;
  if (content.kind === 'embed')
    return (
      <p>
        Embedded page: {content.title || content.url} <small>{content.url}</small>
      </p>
    );
  const index = pictures.findIndex(picture => picture.id === content.pictureId);
  const picture = pictures[index];
  if (!picture) return <p>A picture that the story does not have any more.</p>;
  return (
    <figure>
      {picture.file ? (
        <img src={`pictures/${picture.file.sha256}/thumbnail`} alt={picture.altText} />
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
