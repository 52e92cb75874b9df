const longest = 1_000;

/**
 * A function that keeps its latest answers: for questions that come again and again and whose answer never changes.
 * @param most how many answers are kept; past that all are forgotten, so that no file from outside fills the memory,
 *   and what is asked in very many characters is answered anew each time
 */
export function remembered<R extends NonNullable<unknown> | null>(
  most: number,
  answer: (asked: string) => R,
): (asked: string) => R {
  const known = new Map<string, R>();
  return asked => {
    if (asked.length > longest) return answer(asked);
    const before = known.get(asked);
    if (before !== undefined) return before;
    if (known.size >= most) known.clear();
    const found = answer(asked);
    known.set(asked, found);
    return found;
  };
}
