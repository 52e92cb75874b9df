import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { LexicalComposer } from '@lexical/react/LexicalComposer';
import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { ContentEditable } from '@lexical/react/LexicalContentEditable';
import { LexicalErrorBoundary } from '@lexical/react/LexicalErrorBoundary';
import { HistoryPlugin } from '@lexical/react/LexicalHistoryPlugin';
import { LinkPlugin } from '@lexical/react/LexicalLinkPlugin';
import { ListPlugin } from '@lexical/react/LexicalListPlugin';
import { RichTextPlugin } from '@lexical/react/LexicalRichTextPlugin';
import { TablePlugin } from '@lexical/react/LexicalTablePlugin';
import { HeadingNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import {
  $getRoot,
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { type ReactElement, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { type Body, Href } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { direction } from '../ui/direction.ts';
import { $writeAfterCards } from './after-cards.ts';
import { type BlockIds, createBlockIds } from './block-ids.ts';
import { PicturesInCopy } from './Card.tsx';
import { $createCardNode, CardNode } from './CardNode.tsx';
import { $readBody, $writeBlock, $writeBody, type BlockCache } from './document.ts';
import { $leaveFrame } from './frames.ts';
import { $writeInlines } from './inlines.ts';
import { FrameLineNode, FrameNode, NoteNode } from './nodes.ts';
import { blocksFromHtml, blocksFromText, type PasteReport } from './paste.ts';

/** What the rest of the window may ask of the copy. */
export interface EditorHandle {
  focus(): void;
  insertPicture(id: string): void;
  /** The block the caret is in, with its first words; null where the caret is nowhere. */
  currentBlock(): { readonly id: string; readonly quote: string } | null;
  /** Another revision takes the place of what is there; undo goes back to it. */
  replaceBody(body: Body): void;
  scrollToBlock(id: string): void;
}

const theme = {
  heading: { h2: 'heading', h3: 'heading', h4: 'heading' },
  link: 'link',
  text: {
    bold: 'bold',
    italic: 'italic',
    underline: 'underline',
    strikethrough: 'strikethrough',
    subscript: 'subscript',
    superscript: 'superscript',
    code: 'code',
  },
};

const nodes = [
  HeadingNode,
  ListNode,
  ListItemNode,
  LinkNode,
  TableNode,
  TableRowNode,
  TableCellNode,
  FrameNode,
  FrameLineNode,
  NoteNode,
  CardNode,
];

export interface BodyEditorProps {
  readonly body: Body;
  readonly language: string;
  readonly pictures: readonly Picture[];
  readonly onChange: (body: Body) => void;
  readonly onReady: (handle: EditorHandle) => void;
  readonly onPaste: (report: PasteReport) => void;
  /** The formatting toolbar stands above the copy, inside the editor's context. */
  readonly toolbar: ReactNode;
  /** What else works inside the editor's context. */
  readonly children?: ReactNode;
}

/** The copy of one story. It is made anew for another story: its undo is not that story's. */
export function BodyEditor(props: BodyEditorProps): ReactElement {
  const ids = useMemo(createBlockIds, []);
  const initial = useRef(props.body);
  return (
    <LexicalComposer
      initialConfig={{
        namespace: 'wiredesk-copy',
        theme,
        nodes,
        editorState: () => $writeBody(initial.current, ids),
        onError(error) {
          throw error;
        },
      }}
    >
      {props.toolbar}
      <PicturesInCopy value={props.pictures}>
        <RichTextPlugin
          contentEditable={
            <ContentEditable
              className="copy"
              ariaLabel="Story body"
              aria-multiline
              lang={props.language}
              dir={direction(props.language)}
              // The house's dictionaries are asked instead: a browser would fetch its own from a server.
              spellCheck={false}
              aria-placeholder="Write the story here"
              placeholder={<p className="copy-placeholder">Write the story here</p>}
            />
          }
          ErrorBoundary={LexicalErrorBoundary}
        />
      </PicturesInCopy>
      <HistoryPlugin />
      <ListPlugin />
      <LinkPlugin validateUrl={url => Href.safeParse(url).success} />
      <TablePlugin hasTabHandler={false} hasCellMerge={false} hasCellBackgroundColor={false} />
      {props.children}
      <Wiring {...props} ids={ids} />
    </LexicalComposer>
  );
}

function Wiring({ onChange, onReady, onPaste, ids }: BodyEditorProps & { readonly ids: BlockIds }): null {
  const [editor] = useLexicalComposerContext();
  const latest = useRef({ onChange, onReady, onPaste });
  latest.current = { onChange, onReady, onPaste };

  useEffect(() => {
    const cache: BlockCache = new Map();
    let known: Body | null = null;
    const read = (): Body => editor.getEditorState().read(() => $readBody(ids, cache));
    known = read();
    latest.current.onReady(createHandle(editor, ids));
    const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
      for (const key of dirtyElements.keys()) cache.delete(key);
      for (const key of dirtyLeaves) cache.delete(key);
      const body = read();
      if (known && sameBlocks(known, body)) return;
      known = body;
      latest.current.onChange(body);
    });
    const stopPaste = editor.registerCommand(
      PASTE_COMMAND,
      event => {
        const data = event instanceof ClipboardEvent ? event.clipboardData : null;
        if (!data || data.types.includes('application/x-lexical-editor')) return false;
        event.preventDefault();
        const html = data.getData('text/html');
        const { blocks, report } = html
          ? blocksFromHtml(html)
          : { blocks: blocksFromText(data.getData('text/plain')), report: { kept: {}, removed: {} } };
        editor.update(() => {
          const [only] = blocks;
          if (blocks.length === 1 && only?.type === 'paragraph') $insertNodes($writeInlines(only.inlines));
          else $insertNodes(blocks.map(block => $writeBlock(block, ids)));
        });
        latest.current.onPaste(report);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    );
    const stopFrames = $leaveFrame(editor);
    const stopCards = $writeAfterCards(editor);
    return () => {
      stopUpdates();
      stopPaste();
      stopFrames();
      stopCards();
    };
  }, [editor, ids]);
  return null;
}

/** Blocks that did not change are the same objects: the cache gives them back. */
function sameBlocks(a: Body, b: Body): boolean {
  return (
    a.blocks.length === b.blocks.length &&
    a.blocks.every(
      (block, index) =>
        block === b.blocks[index] || JSON.stringify(block) === JSON.stringify(b.blocks[index]),
    )
  );
}

function createHandle(editor: LexicalEditor, ids: BlockIds): EditorHandle {
  return {
    focus: () => editor.focus(),
    insertPicture: id =>
      editor.update(() => {
        const card = $createCardNode({ kind: 'picture', pictureId: id });
        const selection = $getSelection();
        const top = $isRangeSelection(selection) ? selection.anchor.getNode().getTopLevelElement() : null;
        if (top) top.insertAfter(card);
        else $getRoot().append(card);
      }),
    currentBlock: () =>
      editor.getEditorState().read(() => {
        const selection = $getSelection();
        const top = selection?.getNodes()[0]?.getTopLevelElement();
        return top ? { id: ids.of(top.getKey()), quote: top.getTextContent().slice(0, 200) } : null;
      }),
    replaceBody: body => editor.update(() => $writeBody(body, ids), { tag: 'history-push' }),
    scrollToBlock: id =>
      editor.getEditorState().read(() => {
        const node = $getRoot()
          .getChildren()
          .find(child => ids.of(child.getKey()) === id);
        if (node) editor.getElementByKey(node.getKey())?.scrollIntoView({ block: 'center' });
      }),
  };
}
