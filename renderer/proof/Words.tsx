import type { ReactElement, ReactNode } from 'react';
import type { Inline, Mark } from '../../main/contract/body.ts';

const elements = {
  bold: 'strong',
  italic: 'em',
  underline: 'u',
  strikethrough: 's',
  subscript: 'sub',
  superscript: 'sup',
  code: 'code',
} as const satisfies Record<Mark, string>;

/** Inlines as they are printed: marked as in the copy, and a link with the address that nobody can click on paper. */
export function Words({ inlines }: { readonly inlines: readonly Inline[] }): ReactElement {
  return (
    <>
      {inlines.map((inline, index) => {
        const key = String(index);
        if (inline.type === 'break') return <br key={key} />;
        if (inline.type === 'text') return <Marked key={key} text={inline.text} marks={inline.marks} />;
        return (
          <span key={key}>
            <u>
              <Words inlines={inline.inlines} />
            </u>{' '}
            <span className="proof-address">[{inline.href}]</span>
          </span>
        );
      })}
    </>
  );
}

function Marked({ text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): ReactNode {
  const [mark, ...inside] = marks;
  if (mark === undefined) return text;
  const Element = elements[mark];
  return (
    <Element>
      <Marked text={text} marks={inside} />
    </Element>
  );
}
