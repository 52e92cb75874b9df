/** One line of a text as it came, without white space at its ends. */
export interface Line {
  readonly text: string;
  /** Columns of white space before it; a tab counts four. */
  readonly indent: number;
  readonly blankBefore: boolean;
  /** Ends in a space: the sender's program will go on in the next line (RFC 3676 4.1). */
  readonly flowed: boolean;
}

/** Marks without width that pages use to steer line breaks; `trim` knows the white space of every script but not these. */
const widthless = /[\u200b\u2060\u00ad]/u;

/** A line without white space and widthless marks at its ends, in time that grows with its length alone. */
function trimLine(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && isBlank(raw[start])) start += 1;
  while (end > start && isBlank(raw[end - 1])) end -= 1;
  return raw.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character !== undefined && (widthless.test(character) || character.trim() === '');
}

/** The lines of a text whatever ends them; blank ones are told by `blankBefore` of the next. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let blank = true;
  for (const raw of text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u)) {
    const trimmed = trimLine(raw);
    if (trimmed === '') {
      blank = true;
      continue;
    }
    const lead = /^[\s\u00a0]*/u.exec(raw)?.[0] ?? '';
    const indent = Array.from(lead).reduce((sum, char) => sum + (char === '\t' ? 4 : 1), 0);
    lines.push({
      text: trimmed,
      indent,
      blankBefore: blank,
      flowed: /\S $/u.test(raw),
    });
    blank = false;
  }
  return lines;
}
