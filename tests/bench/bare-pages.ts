/** The editors that `typing.ts` compares with: they open a story's paragraphs when its button is pressed. */
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, type LexicalEditor } from 'lexical';

const root = document.querySelector<HTMLElement>('.copy');

function openPlain(paragraphs: readonly string[]): void {
  root?.replaceChildren(
    ...paragraphs.map(text => {
      const paragraph = document.createElement('p');
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

let editor: LexicalEditor | null = null;

function openLexical(paragraphs: readonly string[]): void {
  editor?.setRootElement(null);
  editor = createEditor({
    namespace: 'bare',
    onError(error) {
      throw error;
    },
  });
  registerRichText(editor);
  editor.setRootElement(root);
  editor.update(() => {
    $getRoot().append(
      ...paragraphs.map(paragraph => $createParagraphNode().append($createTextNode(paragraph))),
    );
  });
}

const open = document.body.dataset.editor === 'lexical' ? openLexical : openPlain;
for (const button of document.querySelectorAll('button'))
  button.addEventListener('click', () => open(JSON.parse(button.value)));
