import { $isLinkNode, TOGGLE_LINK_COMMAND } from '@lexical/link';
import {
  $isListNode,
  INSERT_ORDERED_LIST_COMMAND,
  INSERT_UNORDERED_LIST_COMMAND,
  REMOVE_LIST_COMMAND,
} from '@lexical/list';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $isTableNode, INSERT_TABLE_COMMAND } from '@lexical/table';
import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  FORMAT_TEXT_COMMAND,
  type LexicalEditor,
  REDO_COMMAND,
  type TextFormatType,
  UNDO_COMMAND,
} from 'lexical';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { Href } from '../../main/contract/body.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/fields.tsx';
import { $createCardNode } from './CardNode.tsx';
import { $frameOf } from './frames.ts';
import {
  $createFrameLineNode,
  $createFrameNode,
  $createNoteNode,
  $isNoteNode,
  type FrameKind,
} from './nodes.ts';

interface State {
  readonly marks: ReadonlySet<TextFormatType>;
  readonly block: string;
  readonly link: string;
}
const nothing: State = { marks: new Set(), block: 'paragraph', link: '' };

const marks: readonly { readonly format: TextFormatType; readonly name: string; readonly face: string }[] = [
  { format: 'bold', name: 'Bold', face: 'B' },
  { format: 'italic', name: 'Italic', face: 'I' },
  { format: 'underline', name: 'Underline', face: 'U' },
];

/** Formatting of the copy. One tab stop; arrow keys move inside, as the toolbar pattern has it. */
export function FormattingToolbar({
  onInsertPicture,
}: {
  readonly onInsertPicture: () => void;
}): ReactElement {
  const [editor] = useLexicalComposerContext();
  const [state, setState] = useState(nothing);
  const [linking, setLinking] = useState<string | null>(null);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(
    () => editor.registerUpdateListener(({ editorState }) => setState(editorState.read($readState))),
    [editor],
  );

  const move = (event: KeyboardEvent): void => {
    const buttons = [...(bar.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    buttons.at(to % buttons.length)?.focus();
  };

  const actions: readonly {
    readonly name: string;
    readonly face: string;
    readonly pressed?: boolean;
    readonly run: () => void;
  }[] = [
    ...marks.map(({ format, name, face }) => ({
      name,
      face,
      pressed: state.marks.has(format),
      run: () => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, format),
    })),
    ...([2, 3, 4] as const).map(level => ({
      name: `Heading ${level}`,
      face: `H${level}`,
      pressed: state.block === `h${level}`,
      run: () => turnInto(editor, state.block === `h${level}` ? 'paragraph' : `h${level}`),
    })),
    {
      name: 'Bulleted list',
      face: '• List',
      pressed: state.block === 'bullet',
      run: () =>
        void editor.dispatchCommand(
          state.block === 'bullet' ? REMOVE_LIST_COMMAND : INSERT_UNORDERED_LIST_COMMAND,
          undefined,
        ),
    },
    {
      name: 'Numbered list',
      face: '1. List',
      pressed: state.block === 'number',
      run: () =>
        void editor.dispatchCommand(
          state.block === 'number' ? REMOVE_LIST_COMMAND : INSERT_ORDERED_LIST_COMMAND,
          undefined,
        ),
    },
    { name: 'Quotation', face: '“ ”', pressed: state.block === 'quote', run: () => frame(editor, 'quote') },
    {
      name: 'Pull quote',
      face: 'Pull',
      pressed: state.block === 'pullQuote',
      run: () => frame(editor, 'pullQuote'),
    },
    { name: 'Box', face: 'Box', pressed: state.block === 'box', run: () => frame(editor, 'box') },
    {
      name: 'Internal note',
      face: 'Note',
      pressed: state.block === 'note',
      run: () => turnInto(editor, state.block === 'note' ? 'paragraph' : 'note'),
    },
    { name: 'Link…', face: 'Link', pressed: state.link !== '', run: () => setLinking(state.link) },
    {
      name: 'Table',
      face: 'Table',
      run: () =>
        void editor.dispatchCommand(INSERT_TABLE_COMMAND, {
          columns: '3',
          rows: '3',
          includeHeaders: { rows: true, columns: false },
        }),
    },
    { name: 'Picture', face: 'Picture', run: onInsertPicture },
    { name: 'Separator', face: '―', run: () => insertSeparator(editor) },
    { name: 'Undo', face: '↶', run: () => void editor.dispatchCommand(UNDO_COMMAND, undefined) },
    { name: 'Redo', face: '↷', run: () => void editor.dispatchCommand(REDO_COMMAND, undefined) },
  ];

  return (
    <>
      <div ref={bar} role="toolbar" aria-label="Formatting" className="toolbar" onKeyDown={move}>
        {actions.map(({ name, face, pressed, run }, index) => (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={name}
            aria-pressed={pressed}
            tabIndex={index === 0 ? 0 : -1}
            className={`tool tool-${name.toLowerCase().replace(/\W+/g, '-')}`}
            onPointerDown={event => event.preventDefault()}
            onClick={run}
          >
            {face}
          </button>
        ))}
      </div>
      {linking !== null && <LinkDialog editor={editor} href={linking} onClose={() => setLinking(null)} />}
    </>
  );
}

function LinkDialog({
  editor,
  href,
  onClose,
}: {
  readonly editor: LexicalEditor;
  readonly href: string;
  readonly onClose: () => void;
}): ReactElement {
  const [address, setAddress] = useState(href || 'https://');
  const valid = Href.safeParse(address).success && !/^https?:\/\/$/.test(address);
  const done = (target: string | null): void => {
    onClose();
    editor.dispatchCommand(TOGGLE_LINK_COMMAND, target);
    editor.focus();
  };
  return (
    <Dialog title="Link" onClose={onClose}>
      <form
        onSubmit={event => {
          event.preventDefault();
          if (valid) done(address);
        }}
      >
        <TextField label="Address" value={address} onChange={setAddress} hint="http, https, mailto or tel" />
        <p className="actions">
          {href !== '' && (
            <button type="button" onClick={() => done(null)}>
              Remove link
            </button>
          )}
          <button type="submit" className="primary" disabled={!valid}>
            Set link
          </button>
        </p>
      </form>
    </Dialog>
  );
}

function $readState(): State {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return nothing;
  const node = selection.anchor.getNode();
  const frameNode = $frameOf(node);
  const top = node.getTopLevelElement();
  const link = node.getParents().find($isLinkNode);
  const block = frameNode
    ? frameNode.getKind()
    : $isHeadingNode(top)
      ? top.getTag()
      : $isListNode(top)
        ? top.getListType()
        : $isNoteNode(top)
          ? 'note'
          : $isTableNode(top)
            ? 'table'
            : 'paragraph';
  return {
    marks: new Set((['bold', 'italic', 'underline'] as const).filter(format => selection.hasFormat(format))),
    block,
    link: link ? link.getURL() : '',
  };
}

function turnInto(editor: LexicalEditor, kind: string): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const blocks = new Set<ElementNode>();
    for (const node of selection.getNodes()) {
      const block =
        $isElementNode(node) && !node.isInline()
          ? node
          : node.getParents().find(parent => !parent.isInline());
      if (block?.getChildren().every(child => !$isElementNode(child) || child.isInline())) blocks.add(block);
    }
    for (const block of blocks) {
      const next =
        kind === 'paragraph'
          ? $createParagraphNode()
          : kind === 'note'
            ? $createNoteNode()
            : $createHeadingNode(headingTag(kind));
      block.replace(next, true);
    }
  });
  editor.focus();
}

function headingTag(kind: string): HeadingTagType {
  return kind === 'h3' ? 'h3' : kind === 'h4' ? 'h4' : 'h2';
}

/** Puts the paragraphs of the selection into a frame; in one of that kind already, takes them out of it. */
function frame(editor: LexicalEditor, kind: FrameKind): void {
  editor.update(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const around = $frameOf(selection.anchor.getNode());
    if (around) {
      for (const child of around.getChildren()) if (child.getTextContent() !== '') around.insertBefore(child);
      around.remove();
      return;
    }
    const tops = [...new Set(selection.getNodes().map(node => node.getTopLevelElement()))].filter(
      $isElementNode,
    );
    const [first] = tops;
    if (!first) return;
    const made = $createFrameNode(kind);
    first.insertBefore(made);
    made.append(...tops);
    const line = $createFrameLineNode();
    if (kind === 'box') made.getFirstChild()?.insertBefore(line);
    else made.append(line);
    if (made.getNextSibling() === null) made.insertAfter($createParagraphNode());
    tops.at(-1)?.selectEnd();
  });
  editor.focus();
}

function insertSeparator(editor: LexicalEditor): void {
  editor.update(() => {
    const selection = $getSelection();
    const top = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
    if (!top) return;
    const card = $createCardNode({ kind: 'separator' });
    const paragraph = $createParagraphNode();
    top.insertAfter(card);
    card.insertAfter(paragraph);
    paragraph.select();
  });
  editor.focus();
}
