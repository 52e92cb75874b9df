import type { ReactElement } from 'react';
import type { Span } from '../../../main/contract/rights.ts';
import { cutPieces } from '../spans.ts';
import type { Part } from './parts.ts';

/** The agency's text, every recognised part marked; the one that is looked at most of all. */
export function AsReceived({
  text,
  parts,
  captionSpans,
  current,
  onChoose,
}: {
  readonly text: string;
  readonly parts: readonly Part[];
  readonly captionSpans: readonly Span[];
  readonly current: string | null;
  readonly onChoose: (id: string) => void;
}): ReactElement {
  const spans = [
    ...parts.flatMap(part => part.spans.map(span => ({ ...span, source: part.id }))),
    ...captionSpans.map(span => ({ ...span, source: 'caption' })),
  ];
  const byId = new Map(parts.map(part => [part.id, part]));
  return (
    <p className="original">
      {cutPieces(text, spans).map(({ text: words, sources }, index) => {
        const [id] = sources.filter(source => byId.has(source));
        const part = id === undefined ? undefined : byId.get(id);
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the pieces are cut anew from one text, in its order
        if (!part)
          return (
            <span key={index} className={sources.includes('caption') ? 'caption-proper' : undefined}>
              {words}
            </span>
          );
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list of parts does the same by keyboard
          <mark
            key={index}
            className={`part-${part.kind} part-${part.decision}`}
            data-marked={(current !== null && sources.includes(current)) || undefined}
            onClick={() => onChoose(part.id)}
          >
            {words}
          </mark>
        );
        // biome-ignore-end lint/suspicious/noArrayIndexKey: the pieces are cut anew from one text, in its order
      })}
    </p>
  );
}
