import { type ReactElement, useState } from 'react';
import type { Picture } from '../../main/contract/picture.ts';
import type { Notice, Restriction } from '../../main/contract/rights.ts';
import { noticeWords, restrictionWords } from '../ui/words.ts';

/** A piece of the agency's text, and the rule or notice that was read from it. */
interface Piece {
  readonly text: string;
  readonly source: string | null;
}

/**
 * What a picture's text forbids and tells, against the agency's own words: whichever of the two is pointed at or
 * focused, the other is marked too.
 */
export function AgencyWords({ picture }: { readonly picture: Picture }): ReactElement {
  const [marked, setMarked] = useState<string | null>(null);
  const { restrictions, notices, original } = picture;
  const field = original.caption !== undefined ? 'caption' : Object.keys(original)[0];
  const text = field === undefined ? '' : (original[field] ?? '');
  const pieces = text === '' ? [] : cut(text, field ?? '', restrictions, notices);
  const pointing = (source: string): object => ({
    onPointerEnter: () => setMarked(source),
    onPointerLeave: () => setMarked(null),
    'data-marked': marked === source || undefined,
  });
  return (
    <div className="agency">
      <div>
        <h4>Restrictions</h4>
        <ul aria-label="Restrictions" className="chips">
          {restrictions.map((each, index) => (
            <li
              key={`${each.kind}:${each.text}`}
              className={each.needsReview ? 'chip chip-review' : 'chip chip-rule'}
              {...pointing(`r${index}`)}
            >
              <span aria-hidden="true">{each.needsReview ? '?' : '⃠'}</span> {restrictionSentence(each)}
              {each.needsReview && ' – needs a look'}
              <q>{each.text}</q>
            </li>
          ))}
        </ul>
        {restrictions.length === 0 && <p className="muted">None read.</p>}
        <h4>Notices</h4>
        <ul aria-label="Notices" className="chips">
          {notices.map((each, index) => (
            <li key={`${each.kind}:${each.text}`} className="chip chip-notice" {...pointing(`n${index}`)}>
              <span aria-hidden="true">i</span> {noticeWords[each.kind]}
              <q>{each.text}</q>
            </li>
          ))}
        </ul>
        {notices.length === 0 && <p className="muted">None read.</p>}
      </div>
      {text !== '' && (
        <div>
          <h4>The agency’s own words</h4>
          <p className="original">
            {pieces.map((piece, index) =>
              piece.source === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are cut anew from one text, in its order
                <span key={index}>{piece.text}</span>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: the pieces are cut anew from one text, in its order
                <mark key={index} {...pointing(piece.source)}>
                  {piece.text}
                </mark>
              ),
            )}
          </p>
        </div>
      )}
    </div>
  );
}

function restrictionSentence({ kind, territories, media, credit, until }: Restriction): string {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const about = [
    ...territories.map(code => names.of(code) ?? code),
    ...media,
    ...(credit === null ? [] : [`“${credit}”`]),
    ...(until === null ? [] : [`until ${until}`]),
  ];
  return [restrictionWords[kind], about.join(', ')].filter(part => part !== '').join(' ');
}

function cut(
  text: string,
  field: string,
  restrictions: readonly Restriction[],
  notices: readonly Notice[],
): readonly Piece[] {
  const spans = [
    ...restrictions.flatMap((each, index) => each.spans.map(span => ({ ...span, source: `r${index}` }))),
    ...notices.flatMap((each, index) => each.spans.map(span => ({ ...span, source: `n${index}` }))),
  ]
    .filter(span => span.field === field && span.end <= text.length)
    .sort((a, b) => a.start - b.start);
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, source } of spans) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), source: null });
    pieces.push({ text: text.slice(start, end), source });
    at = end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), source: null });
  return pieces;
}
