import { type ReactElement, type ReactNode, useState } from 'react';
import type { Picture } from '../../main/contract/picture.ts';
import { noticeWords, restrictionSentence } from '../rights/words.ts';
import { receivedTexts } from './spans.ts';

/**
 * What a picture's text forbids and tells, against the agency's own words: whichever of the two is pointed at or
 * focused, the other is marked too.
 */
export function AgencyWords({ picture }: { readonly picture: Picture }): ReactElement {
  const [marked, setMarked] = useState<string | null>(null);
  const { restrictions, notices } = picture;
  const texts = receivedTexts(picture);
  const pointing = (source: string): object => ({
    onPointerEnter: () => setMarked(source),
    onPointerLeave: () => setMarked(null),
    onFocus: () => setMarked(source),
    onBlur: () => setMarked(null),
    'data-marked': marked === source || undefined,
  });
  const chip = (
    source: string,
    kind: string,
    shape: string,
    words: ReactNode,
    quoted: string,
  ): ReactElement => (
    <li key={source}>
      <button type="button" className={`chip chip-${kind}`} {...pointing(source)}>
        <span aria-hidden="true" className="chip-shape">
          {shape}
        </span>{' '}
        {words}
        <q>{quoted}</q>
      </button>
    </li>
  );
  return (
    <div className="agency">
      <h2>Restrictions</h2>
      <ul aria-label="Restrictions" className="chips">
        {restrictions.map((each, index) =>
          each.needsReview
            ? chip(`r${index}`, 'review', '?', <>{restrictionSentence(each)} – needs a look</>, each.text)
            : chip(`r${index}`, 'rule', '⊘', restrictionSentence(each), each.text),
        )}
      </ul>
      {restrictions.length === 0 && <p className="muted">None read.</p>}
      <h2>Notices</h2>
      <ul aria-label="Notices" className="chips">
        {notices.map((each, index) => chip(`n${index}`, 'notice', 'i', noticeWords[each.kind], each.text))}
      </ul>
      {notices.length === 0 && <p className="muted">None read.</p>}
      {texts.map(({ field, pieces }) => (
        <div key={field}>
          <h2>The agency’s own words{field === 'caption' ? '' : ` (${field})`}</h2>
          <p className="original">
            {pieces.map(({ text, sources }, index) => {
              const [source] = sources;
              // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces are cut anew from one text, in its order
              if (source === undefined) return <span key={index}>{text}</span>;
              return (
                <mark
                  key={index}
                  onPointerEnter={() => setMarked(source)}
                  onPointerLeave={() => setMarked(null)}
                  data-marked={(marked !== null && sources.includes(marked)) || undefined}
                >
                  {text}
                </mark>
              );
              // biome-ignore-end lint/suspicious/noArrayIndexKey: the pieces are cut anew from one text, in its order
            })}
          </p>
        </div>
      ))}
    </div>
  );
}
