// @vitest-environment jsdom
import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode } from '@lexical/table';
import { $getRoot, $isElementNode, createEditor, type LexicalEditor } from 'lexical';
import { describe, expect, it } from 'vitest';
import { type Block, type Body, bodyText } from '../../../../main/contract/body.ts';
import { type BlockIds, createBlockIds } from '../../../../renderer/editor/block-ids.ts';
import { CardNode } from '../../../../renderer/editor/CardNode.tsx';
import { $readBody, $writeBody, type BlockCache } from '../../../../renderer/editor/document.ts';
import { FrameLineNode, FrameNode, NoteNode } from '../../../../renderer/editor/nodes.ts';
import { blocksFromHtml, pasteLine } from '../../../../renderer/editor/paste.ts';
import { fullStory } from '../../../support/story.ts';

function editorOf(body: Body): { editor: LexicalEditor; ids: BlockIds; read: (cache?: BlockCache) => Body } {
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
  const editor = createEditor({
    nodes,
    onError(error) {
      throw error;
    },
  });
  const ids = createBlockIds();
  editor.update(() => $writeBody(body, ids), { discrete: true });
  return {
    editor,
    ids,
    read: (cache = new Map()) => editor.getEditorState().read(() => $readBody(ids, cache)),
  };
}

describe('a body in the editor', () => {
  it('is the same body when it is read, block by block and mark by mark', () => {
    const { read } = editorOf(fullStory.body);
    expect(read()).toEqual(fullStory.body);
  });

  it('keeps the identity of a block that did not change', () => {
    const { read } = editorOf(fullStory.body);
    const cache: BlockCache = new Map();
    const first = read(cache);
    const second = read(cache);
    expect(second.blocks.every((block, index) => block === first.blocks[index])).toBe(true);
  });

  it('gives the first half of a split paragraph its identifier, and the second a new one', () => {
    const paragraph: Block = {
      id: 'first',
      type: 'paragraph',
      inlines: [{ type: 'text', text: 'One two', marks: [] }],
    };
    const { editor, read } = editorOf({ version: 1, blocks: [paragraph] });
    editor.update(
      () => {
        const node = $getRoot().getFirstChild();
        if ($isElementNode(node)) node.select(1, 1).insertParagraph();
      },
      { discrete: true },
    );
    const { blocks } = read();
    expect(blocks).toHaveLength(2);
    expect(blocks[0]).toMatchObject({ id: 'first', inlines: [{ text: 'One two' }] });
    expect(blocks[1]?.id).not.toBe('first');
  });

  it('is empty when there is nothing in it', () => {
    expect(editorOf({ version: 1, blocks: [] }).read()).toEqual({ version: 1, blocks: [] });
  });

  it('ends with a picture, table or box that it ends with: an empty paragraph below is only a place to write', () => {
    const empty: Block = { id: 'last', type: 'paragraph', inlines: [] };
    const blocks: readonly Block[] = [empty, { id: 'line', type: 'separator' }];
    expect(editorOf({ version: 1, blocks: [...blocks, empty] }).read()).toEqual({ version: 1, blocks });
  });
});

describe('a paste', () => {
  it('keeps quotations, lists, tables and links, and no markup', () => {
    const { blocks, report } = blocksFromHtml(
      `<p style="color:red">Before <b>bold</b> <a href="https://a.example/x">link</a> <a href="javascript:alert(1)">bad</a></p>
      <blockquote><p>Said once.</p><p>Said twice.</p></blockquote><ul><li>One</li><li>Two</li></ul>
      <table><tr><th>Name</th></tr><tr><td>Ada</td></tr></table><script>alert(1)</script><img src=x onerror=alert(1)>`,
    );
    expect(blocks.map(block => block.type)).toEqual(['paragraph', 'quote', 'list', 'table']);
    expect(blocks[1]).toMatchObject({ paragraphs: [[{ text: 'Said once.' }], [{ text: 'Said twice.' }]] });
    expect(bodyText({ version: 1, blocks })).toContain('Before bold link bad');
    expect(JSON.stringify(blocks)).not.toMatch(/javascript|alert|onerror|style/);
    expect(pasteLine(report)).toBe('Kept 1 link, 1 quotation, 1 list, 1 table; left out 1 picture, 1 style');
  });

  it('takes words that stand nowhere in particular', () => {
    const { blocks } = blocksFromHtml('loose <i>words</i><div>in a div</div>more');
    expect(blocks.map(block => bodyText({ version: 1, blocks: [block] }))).toEqual([
      'loose words',
      'in a div',
      'more',
    ]);
  });
});
