import { type KeyboardEvent, type ReactElement, useRef } from 'react';
import { type Inline, inlineText } from '../../main/contract/body.ts';
import { TextArea } from '../ui/fields.tsx';
import { editCaption, isMarked, toggleMark } from './caption-inlines.ts';

interface CaptionFieldProps {
  readonly caption: readonly Inline[];
  readonly onChange: (caption: readonly Inline[]) => void;
}

/** The words under a picture. Plain to type; italics for ships, works and papers with a button or Ctrl+I. */
export function CaptionField({ caption, onChange }: CaptionFieldProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const italic = (): void => {
    const area = place.current?.querySelector('textarea');
    if (!area) return;
    const { selectionStart, selectionEnd } = area;
    onChange(toggleMark(caption, selectionStart, selectionEnd, 'italic'));
    area.focus();
    area.setSelectionRange(selectionStart, selectionEnd);
  };
  const press = (event: KeyboardEvent): void => {
    if (
      event.key.toLowerCase() !== 'i' ||
      !(event.ctrlKey || event.metaKey) ||
      event.shiftKey ||
      event.altKey
    )
      return;
    event.preventDefault();
    italic();
  };
  return (
    <div ref={place}>
      <TextArea
        onKeyDown={press}
        label="Caption"
        value={inlineText(caption)}
        onChange={text => onChange(editCaption(caption, text))}
      >
        <button
          type="button"
          className="quiet in-label"
          title="Italic (Ctrl+I)"
          aria-label="Italic in the caption"
          onPointerDown={event => event.preventDefault()}
          onClick={italic}
        >
          <em>I</em>
        </button>
      </TextArea>
      {isMarked(caption) && (
        <p className="as-set">
          <small className="muted">As set:</small> <Marked inlines={caption} />
        </p>
      )}
    </div>
  );
}

function Marked({ inlines }: { readonly inlines: readonly Inline[] }): ReactElement {
  return (
    <>
      {inlines.map((inline, index) => {
        // biome-ignore-start lint/suspicious/noArrayIndexKey: the runs of one caption have no other identity
        if (inline.type === 'break') return <br key={index} />;
        if (inline.type === 'link')
          return (
            <u key={index}>
              <Marked inlines={inline.inlines} />
            </u>
          );
        const Tag = inline.marks.includes('italic')
          ? 'em'
          : inline.marks.includes('bold')
            ? 'strong'
            : 'span';
        return <Tag key={index}>{inline.text}</Tag>;
        // biome-ignore-end lint/suspicious/noArrayIndexKey: the runs of one caption have no other identity
      })}
    </>
  );
}
