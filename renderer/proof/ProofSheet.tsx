import { type ReactElement, type RefObject, useMemo } from 'react';
import type { Draft } from '../../main/contract/patch.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { type Story, storyName } from '../../main/contract/story.ts';
import { restrictionSentence } from '../rights/words.ts';
import { countBlocks } from '../story/counts.ts';
import { direction } from '../ui/direction.ts';
import { embargoEnd, stateFace } from '../ui/words.ts';
import { firstLines, type Piece } from './pieces.ts';
import { Words } from './Words.tsx';

interface ProofSheetProps {
  readonly story: Story;
  readonly draft: Draft;
  readonly pieces: readonly Piece[];
  /** How many lines each piece was set in; nothing is numbered before it was measured. */
  readonly lines: readonly number[];
  /** When it is printed, in words. */
  readonly printed: string;
  readonly copy?: RefObject<HTMLDivElement | null>;
}

/**
 * A story as a desk reads it on paper: wide lines, each with its number, and the pictures' words and rights at the end.
 * It is read in the house and leaves by no wire, so no right keeps a picture from it; every restriction stands on it.
 */
export function ProofSheet({ story, draft, pieces, lines, printed, copy }: ProofSheetProps): ReactElement {
  const { fields, body, pictures, state } = draft;
  const first = firstLines(lines);
  const counts = useMemo(() => countBlocks(body, fields.language), [body, fields.language]);
  const { dateline } = fields;
  const facts = [
    ['Slugline', fields.slugline],
    ['State', stateFace[state].word],
    ['Version', `${story.version}, revision ${story.revision}`],
    ['Length', `${counts.words} words`],
    ['Embargo', fields.embargo === null ? '' : `until ${embargoEnd(fields.embargo)}`],
    ['Byline', fields.byline],
    [
      'Dateline',
      [dateline.place, dateline.country, dateline.date, dateline.source].filter(Boolean).join(', '),
    ],
    ['Editor’s note', fields.edNote],
    ['Internal note', fields.internalNote],
    ['Printed', printed],
  ] as const;
  return (
    <article className="proof" lang={fields.language} aria-label={`Proof of ${storyName(fields)}`}>
      <p className="proof-warning">PROOF – NOT FOR PUBLICATION</p>
      <dl className="proof-facts">
        {facts.map(([name, value]) => value !== '' && <Fact key={name} name={name} value={value} />)}
      </dl>
      <h1 dir="auto">{fields.headline || storyName(fields)}</h1>
      {fields.subhead !== '' && (
        <p className="proof-subhead" dir="auto">
          {fields.subhead}
        </p>
      )}
      <div className="proof-copy" dir={direction(fields.language)} ref={copy}>
        {pieces.map((piece, index) => (
          <div key={piece.key} className={`proof-piece proof-${piece.kind}`}>
            <div className="proof-numbers">
              {Array.from({ length: lines[index] ?? 0 }, (_, line) => (
                <span key={String(line)} className="proof-number">{`${(first[index] ?? 0) + line}\n`}</span>
              ))}
            </div>
            <div className="proof-words" dir="auto">
              {piece.marker}
              {piece.runs.map((run, at) => (
                <span key={String(at)} className="proof-run">
                  <Words inlines={run} />
                </span>
              ))}
            </div>
          </div>
        ))}
        {pieces.length === 0 && <p>No copy yet.</p>}
      </div>
      {fields.signOff !== '' && <p dir="auto">{fields.signOff}</p>}
      {pictures.length > 0 && (
        <section className="proof-pictures" aria-label="Pictures and their rights">
          <h2>Pictures and their rights</h2>
          {pictures.map((picture, index) => (
            <PictureProof key={picture.id} number={index + 1} picture={picture} />
          ))}
        </section>
      )}
    </article>
  );
}

function PictureProof({
  number,
  picture,
}: {
  readonly number: number;
  readonly picture: Picture;
}): ReactElement {
  const { file, caption, notices, leases } = picture;
  const facts = [
    ['Credit', picture.creditLine],
    ['Creator', picture.creator],
    ['Source', picture.source],
    ['Copyright', picture.copyrightNotice],
    ['Usage terms', picture.usageTerms],
    ['Instructions', picture.instructions],
    ['Alt text', picture.decorative ? 'decorative' : picture.altText],
  ] as const;
  return (
    <figure className="proof-picture">
      {file ? (
        <img src={`pictures/${file.sha256}/thumbnail`} alt={picture.altText || `Picture ${number}`} />
      ) : (
        <div className="no-file">No file</div>
      )}
      <figcaption>
        <h3>
          Picture {number}
          {file ? `: ${file.name}` : ''}
        </h3>
        <p dir="auto">{caption.length === 0 ? 'No caption yet.' : <Words inlines={caption} />}</p>
        {picture.restrictions.length > 0 && (
          <ul className="proof-restrictions">
            {picture.restrictions.map((restriction, index) => (
              <li key={String(index)}>
                {restrictionSentence(restriction)}
                {restriction.text !== '' && `: “${restriction.text}”`}
              </li>
            ))}
          </ul>
        )}
        <dl className="proof-facts">
          {facts.map(([name, value]) => value !== '' && <Fact key={name} name={name} value={value} />)}
          {notices.length > 0 && <Fact name="Notices" value={notices.map(each => each.text).join(' – ')} />}
          {leases.length > 0 && <Fact name="Agreed" value={`${leases.length} lease(s), see Rights`} />}
        </dl>
      </figcaption>
    </figure>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactElement {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{value}</dd>
    </>
  );
}
