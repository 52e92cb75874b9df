import { type ReactElement, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { storyName } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { clock } from '../ui/words.ts';
import { ProofSheet } from './ProofSheet.tsx';
import { piecesOf } from './pieces.ts';
import { SavePdf } from './SavePdf.tsx';

/** The proof of the open story, as it is on the screen now, to be looked at and printed. */
export function ProofDialog({
  open,
  onClose,
}: {
  readonly open: OpenStory;
  readonly onClose: () => void;
}): ReactElement {
  const { story, draft } = open;
  const { desktop } = useDesk().link;
  const copy = useRef<HTMLDivElement>(null);
  const pieces = useMemo(() => piecesOf(draft.body.blocks, draft.pictures), [draft]);
  const [lines, setLines] = useState<readonly number[]>([]);
  const [now] = useState(() => new Date());
  const printed = `${now.toLocaleDateString()} ${clock(now)}`;
  // The lines as they were set: paper has the same measure, the same type and the same distance of lines.
  useLayoutEffect(() => {
    const set = [...(copy.current?.querySelectorAll<HTMLElement>('.proof-words') ?? [])];
    setLines(pieces.map((_, index) => (set[index] ? linesOf(set[index]) : 0)));
  }, [pieces]);
  const sheet = { story, draft, pieces, lines, printed };
  return (
    <Dialog title="Proof" wide onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by keyboard */}
      <section aria-label="Sheet" className="proof-preview" tabIndex={0}>
        <ProofSheet {...sheet} copy={copy} />
      </section>
      <div className="actions proof-actions">
        <button type="button" className="primary" onClick={() => window.print()}>
          Print…
        </button>
        {desktop && <SavePdf desktop={desktop} name={storyName(draft.fields)} />}
      </div>
      {!desktop && <p className="hint">For a PDF, choose “Save as PDF” in place of a printer.</p>}
      {createPortal(
        <div className="proof-paper" aria-hidden="true">
          <ProofSheet {...sheet} />
        </div>,
        document.body,
      )}
    </Dialog>
  );
}

function linesOf(words: HTMLElement): number {
  const { height } = words.getBoundingClientRect();
  return Math.round(height / Number.parseFloat(getComputedStyle(words).lineHeight));
}
