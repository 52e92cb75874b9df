import type { ReactElement } from 'react';
import type { StoryDiff, TextPiece } from '../../main/contract/diff.ts';

/** Two revisions side by word: what came in is underlined, what went is struck through. */
export function DiffView({ diff }: { readonly diff: StoryDiff }): ReactElement {
  const blocks = diff.blocks.filter(block => block.op !== 'same');
  const nothing =
    diff.fields.length === 0 && blocks.length === 0 && diff.pictures.length === 0 && diff.state === null;
  return (
    <section aria-label={`Revision ${diff.a} compared with ${diff.b}`} className="diff">
      {nothing && <p className="empty">No difference.</p>}
      {diff.state && (
        <p>
          <strong>State</strong> <del>{diff.state.a}</del> <ins>{diff.state.b}</ins>
        </p>
      )}
      {diff.fields.map(field => (
        <p key={field.field}>
          <strong>{field.label}</strong> <Pieces pieces={field.pieces} />
        </p>
      ))}
      {blocks.map(block => (
        <p key={`${block.op}:${block.id}`}>
          <small className="muted">{block.type}</small> <Pieces pieces={block.pieces} />
        </p>
      ))}
      {diff.pictures.map(picture => (
        <p key={picture.id}>
          <small className="muted">picture</small> <Pieces pieces={picture.pieces} />
        </p>
      ))}
    </section>
  );
}

export function Pieces({ pieces }: { readonly pieces: readonly TextPiece[] }): ReactElement {
  return (
    <>
      {pieces.map((piece, index) => {
        const Tag = piece.op === 'insert' ? 'ins' : piece.op === 'delete' ? 'del' : 'span';
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one diff are never reordered
        return <Tag key={index}>{piece.text}</Tag>;
      })}
    </>
  );
}
