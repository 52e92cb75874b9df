import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import { inlineText } from '../../../main/contract/body.ts';
import type { ParsedCaption, Picture } from '../../../main/contract/picture.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { AsReceived } from './AsReceived.tsx';
import { Compose } from './Compose.tsx';
import { PartForm } from './PartForm.tsx';
import { cleanedCaption, type Decision, type Part, partsOf, recaptioned, withDecisions } from './parts.ts';
import { keepReading, unappliedReading } from './unapplied.ts';
import { decisionShapes, decisionWords, isCorrectable, kindWords, sentence } from './words.ts';

interface CaptionDeskProps {
  readonly picture: Picture;
  /** The agency's text as received, and what the grammar made of it. */
  readonly text: string;
  readonly parsed: ParsedCaption;
  readonly onApply: (picture: Picture) => void;
  readonly onClose: () => void;
}

type Action = 'next' | 'previous' | 'first' | 'last' | 'accept' | 'reject' | 'correct';

/** The keys of the list of parts, as the browser names them, in lower case. */
const actions: ReadonlyMap<string, Action> = new Map([
  ['arrowdown', 'next'],
  ['arrowup', 'previous'],
  ['home', 'first'],
  ['end', 'last'],
  ['a', 'accept'],
  ['enter', 'accept'],
  ['x', 'reject'],
  ['delete', 'reject'],
  ['e', 'correct'],
]);

/**
 * The agency's words on one side, what was read from them on the other. One key accepts, corrects or rejects each
 * part; the words of a rejected part go back to the caption. Nothing changes on the picture before Apply.
 */
export function CaptionDesk({ picture, text, parsed, onApply, onClose }: CaptionDeskProps): ReactElement {
  const [begun] = useState(() => unappliedReading(picture, text));
  const [parts, setParts] = useState(() => begun?.parts ?? partsOf(picture, text, parsed));
  const [caption, setCaption] = useState(
    () =>
      begun?.caption ??
      (picture.original.caption === text ? inlineText(picture.caption) : cleanedCaption(text, parsed, parts)),
  );
  useEffect(() => keepReading(picture, text, { parts, caption }), [picture, text, parts, caption]);
  const [at, setAt] = useState(0);
  const [correcting, setCorrecting] = useState(false);
  const list = useId();
  const listbox = useRef<HTMLDivElement>(null);
  useEffect(() => {
    listbox.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const current = parts[at];
  const open = parts.filter(part => part.decision === 'open').length;

  const change = (index: number, next: Part): void => {
    const after = parts.map((part, each) => (each === index ? next : part));
    setCaption(recaptioned(caption, text, parsed, parts, after));
    setParts(after);
  };
  const decide = (decision: Decision): void => {
    if (!current) return;
    change(at, { ...current, decision });
    setCorrecting(false);
    setAt(Math.min(at + 1, parts.length - 1));
    listbox.current?.focus();
  };
  const move = (index: number): void => {
    setAt(Math.max(0, Math.min(index, parts.length - 1)));
    setCorrecting(false);
  };
  const apply = (): void => {
    keepReading(picture, text, null);
    onApply(withDecisions(picture, text, parts, caption));
  };

  const act = (action: Action): void => {
    switch (action) {
      case 'next':
        return move(at + 1);
      case 'previous':
        return move(at - 1);
      case 'first':
        return move(0);
      case 'last':
        return move(parts.length - 1);
      case 'accept':
        return decide('accepted');
      case 'reject':
        return decide('rejected');
      case 'correct':
        return setCorrecting(current !== undefined && isCorrectable(current));
    }
  };
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions.get(event.key.toLowerCase());
    if (!action) return;
    event.preventDefault();
    act(action);
  };

  return (
    <Dialog title="Caption desk" onClose={onClose} wide>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter applies from every field of the desk; the button does the same */}
      <div
        className="caption-desk"
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) apply();
        }}
      >
        <section aria-labelledby={`${list}-received`}>
          <h3 id={`${list}-received`}>As received</h3>
          <AsReceived
            text={text}
            parts={parts}
            captionSpans={parsed.captionSpans}
            current={current?.id ?? null}
            onChoose={id => move(parts.findIndex(part => part.id === id))}
          />
          <p className="hint">The agency’s text stays as it came, for ever.</p>
        </section>
        <section aria-labelledby={`${list}-read`}>
          <h3 id={`${list}-read`}>What was read from it</h3>
          {parts.length === 0 && <p className="empty">Nothing but a caption.</p>}
          {parts.length > 0 && (
            <>
              <div
                ref={listbox}
                role="listbox"
                aria-label="Parts"
                tabIndex={0}
                data-first
                aria-activedescendant={current ? `${list}-${current.id}` : undefined}
                className="parts"
                onKeyDown={press}
              >
                {parts.map((part, index) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox around it has the keys
                  <div
                    key={part.id}
                    id={`${list}-${part.id}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === at}
                    className={`part part-${part.kind} part-${part.decision}`}
                    onClick={() => move(index)}
                  >
                    <span aria-hidden="true" className="part-shape">
                      {decisionShapes[part.decision]}
                    </span>
                    <span>
                      <small>{kindWords[part.kind]}</small> <strong>{sentence(part)}</strong>
                      {part.words !== sentence(part) && <q>{part.words}</q>}
                    </span>
                    <small className="part-decision">{decisionWords(part)}</small>
                  </div>
                ))}
              </div>
              <p className="actions">
                <button
                  type="button"
                  aria-label="Accept"
                  aria-keyshortcuts="a"
                  onClick={() => decide('accepted')}
                >
                  Accept <kbd>A</kbd>
                </button>
                <button
                  type="button"
                  aria-label="Correct"
                  aria-keyshortcuts="e"
                  aria-expanded={correcting}
                  disabled={!current || !isCorrectable(current)}
                  onClick={() => setCorrecting(!correcting)}
                >
                  Correct <kbd>E</kbd>
                </button>
                <button
                  type="button"
                  aria-label="Reject"
                  aria-keyshortcuts="x"
                  onClick={() => decide('rejected')}
                >
                  Reject <kbd>X</kbd>
                </button>
              </p>
              {correcting && current && (
                <PartForm
                  part={current}
                  onChange={next => change(at, next)}
                  onDone={() => decide('accepted')}
                />
              )}
            </>
          )}
        </section>
      </div>
      <TextArea label="Caption for readers" value={caption} onChange={setCaption} />
      <Compose picture={() => withDecisions(picture, text, parts, caption)} onUse={setCaption} />
      <p className="actions">
        <button type="button" className="primary" onClick={apply}>
          Apply
        </button>
        <button type="button" onClick={onClose}>
          Leave as it is
        </button>
        <span role="status" className="muted">
          {parts.length > 0 &&
            (open === 0
              ? 'Every part has been decided.'
              : `${open} of ${parts.length} not looked at yet: they are taken as read.`)}
        </span>
      </p>
    </Dialog>
  );
}
