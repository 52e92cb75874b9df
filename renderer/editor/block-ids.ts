import type { NodeKey } from 'lexical';

/**
 * Which block of the story each Lexical node is. Kept beside the document rather than in it: keys are never used
 * twice in one editor, undo brings a key back with its node, and a copy or the second half of a split paragraph
 * is a new key, so no two blocks can ever share an identifier.
 */
export interface BlockIds {
  /** The block's identifier; a node that never had one is given a new one. */
  of(key: NodeKey): string;
  set(key: NodeKey, id: string): void;
}

export function createBlockIds(): BlockIds {
  const ids = new Map<NodeKey, string>();
  return {
    of(key) {
      const known = ids.get(key);
      if (known) return known;
      const made = crypto.randomUUID();
      ids.set(key, made);
      return made;
    },
    set: (key, id) => void ids.set(key, id),
  };
}
