import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $createRangeSelection, $getNearestNodeFromDOMNode, $isTextNode, $setSelection } from 'lexical';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import type { SpellingCheck } from '../../main/contract/spelling.ts';
import { useDesk } from '../app/context.ts';
import { Menu, type MenuGroup } from '../ui/Menu.tsx';
import { failureWords } from '../ui/words.ts';
import { houseWord, ignoredWord } from './house-word.ts';
import { createSquiggles, type Squiggles } from './squiggles.ts';

interface SpellingInCopyProps {
  readonly story: string;
  readonly language: string;
  /** Names that the story itself gives. */
  readonly names: readonly string[];
  readonly onChecked: (state: SpellingState) => void;
}

/** What the last check was made with, or why there was none. */
export type SpellingState = Pick<SpellingCheck, 'dictionary' | 'notice'>;

interface Asked {
  readonly range: Range;
  readonly word: string;
  readonly at: DOMRect;
  readonly suggestions: readonly string[];
}

/** Underlines misspelt words of the copy, and has a menu on them: by the mouse, or by its key with the caret there. */
export function SpellingInCopy(props: SpellingInCopyProps): ReactElement | null {
  const { link, tell } = useDesk();
  const { client } = link;
  const [editor] = useLexicalComposerContext();
  const latest = useRef(props);
  latest.current = props;
  const squiggles = useRef<Squiggles | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);

  useEffect(() => {
    const check = async (texts: readonly string[]) => {
      const { language, story, names } = latest.current;
      try {
        const result = await client.call('spelling.check', {
          language,
          story,
          names: names.slice(0, 2_000),
          texts: [...texts],
        });
        latest.current.onChecked(result);
        return result.misspelt;
      } catch {
        // The window says itself when nobody answers; the words are asked again when they change.
        return null;
      }
    };
    const open = async (range: Range, at: DOMRect): Promise<void> => {
      const word = range.toString();
      try {
        const { language } = latest.current;
        const { suggestions } = await client.call('spelling.suggest', { language, word: word.slice(0, 200) });
        setAsked({ range, word, at, suggestions });
      } catch (error) {
        tell(failureWords(error));
        setAsked({ range, word, at, suggestions: [] });
      }
    };
    const byMouse = (event: MouseEvent): void => {
      const place = document.caretPositionFromPoint(event.clientX, event.clientY);
      const range = place && squiggles.current?.at(place.offsetNode, place.offset);
      if (!range) return;
      event.preventDefault();
      void open(range, new DOMRect(event.clientX, event.clientY));
    };
    const byKey = (event: KeyboardEvent): void => {
      if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
      const selection = document.getSelection();
      const node = selection?.focusNode;
      const range = node && squiggles.current?.at(node, selection.focusOffset);
      if (!range) return;
      event.preventDefault();
      void open(range, range.getBoundingClientRect());
    };
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('contextmenu', byMouse);
      before?.removeEventListener('keydown', byKey);
      squiggles.current?.stop();
      squiggles.current = root && createSquiggles(root, check);
      root?.addEventListener('contextmenu', byMouse);
      root?.addEventListener('keydown', byKey);
    });
    const stopEvents = link.onEvent(({ type }) => {
      if (type === 'house-words-changed' || type === 'settings-changed') squiggles.current?.askAgain();
    });
    return () => {
      stopRoot();
      stopEvents();
      squiggles.current?.stop();
      squiggles.current = null;
    };
  }, [editor, link, client, tell]);

  const known = JSON.stringify([props.language, props.names]);
  const before = useRef(known);
  useEffect(() => {
    if (before.current === known) return;
    before.current = known;
    squiggles.current?.askAgain();
  }, [known]);

  if (!asked) return null;
  const replace = (suggestion: string): void =>
    editor.update(() => {
      const { startContainer, startOffset, endContainer, endOffset } = asked.range;
      const [start, end] = [startContainer, endContainer].map(node => $getNearestNodeFromDOMNode(node));
      if (!$isTextNode(start) || !$isTextNode(end)) return;
      const selection = $createRangeSelection();
      selection.anchor.set(start.getKey(), startOffset, 'text');
      selection.focus.set(end.getKey(), endOffset, 'text');
      $setSelection(selection);
      selection.insertText(suggestion);
    });
  const learn = (word: ReturnType<typeof houseWord>): void =>
    void client.call('spelling.learn', { words: [word] }).catch(error => tell(failureWords(error)));
  const groups: readonly MenuGroup[] = [
    {
      label: 'Suggestions',
      items:
        asked.suggestions.length === 0
          ? [{ id: 'none', label: 'No suggestions', enabled: false, run: () => undefined }]
          : asked.suggestions.map(suggestion => ({
              id: `as ${suggestion}`,
              label: suggestion,
              enabled: true,
              run: () => replace(suggestion),
            })),
    },
    {
      label: 'Dictionary',
      items: [
        {
          id: 'learn',
          label: 'Add to the house dictionary',
          enabled: true,
          run: () => learn(houseWord(asked.word, props.language)),
        },
        {
          id: 'ignore',
          label: 'Ignore in this story',
          enabled: true,
          run: () => learn(ignoredWord(asked.word, props.story)),
        },
      ],
    },
  ];
  return (
    <Menu
      label={`Spelling of “${asked.word}”`}
      at={asked.at}
      groups={groups}
      onClose={() => setAsked(null)}
    />
  );
}
