/** What follows the copy in a message of dpa's and its customers' (wire-formats 6). */
export interface Sections {
  readonly copy: readonly string[];
  readonly edNote: string;
  readonly internalNote: string;
  readonly signOff: string;
}

const divider = /^\s*(?:\*\s*){4,}$/u;
const notPublic =
  /not (?:intended )?for publication|nicht (?:zur|für die) Ver(?:ö|oe)ffentlichung|pas destiné[es]* à la publication/iu;
const notebook = /^#\s*(?:\S+ )?(?:Notizblock|Notebook|Bloc-notes|Bloc de notas)\b/iu;
const initials = /^(?:\([A-Z]{2,4}\\?\/\p{L}{1,6}\)|\p{Ll}{2,4}(?: [\p{Ll}\d]{2,5}){1,6})$/u;

/** The copy, the note for everyone, the note for the desk alone, and the initials that close the text. */
export function readSections(lines: readonly string[]): Sections {
  const kept = [...lines];
  while (kept.length > 0 && kept.at(-1)?.trim() === '') kept.pop();
  const last = kept.at(-1)?.trim() ?? '';
  const signOff = initials.test(last) && kept.length > 1 ? bare(kept.pop() ?? '') : '';
  const opens = kept.findIndex(line => notebook.test(line.trim()));
  const parts = kept.findIndex((line, index) => divider.test(line) && notPublic.test(after(kept, index)));
  const ends = [opens, parts].filter(index => index >= 0);
  const end = ends.length === 0 ? kept.length : Math.min(...ends);
  const public_ =
    opens < 0 || (parts >= 0 && parts < opens) ? [] : kept.slice(opens + 1, parts < 0 ? undefined : parts);
  const internal = parts < 0 ? [] : kept.slice(parts + 1).filter(line => !notPublic.test(line));
  return { copy: kept.slice(0, end), edNote: noteText(public_), internalNote: noteText(internal), signOff };
}

/** `(SDA\/sj)` is `SDA/sj`: brackets and the stroke before the slash are the agency's way of setting initials. */
function bare(signOff: string): string {
  return signOff
    .trim()
    .replace(/^\((.*)\)$/u, '$1')
    .replace('\\/', '/');
}

/** The words right after a line, past blank ones. */
function after(lines: readonly string[], index: number): string {
  return lines
    .slice(index + 1, index + 5)
    .filter(line => line.trim() !== '')
    .join(' ');
}

/** A note's lines, wrapped ones joined, without the marks of its headings. */
function noteText(lines: readonly string[]): string {
  const made: string[] = [];
  for (const line of lines) {
    const last = made.at(-1);
    if (/^ {2,}\S/u.test(line) && last !== undefined && last !== '')
      made[made.length - 1] = `${last} ${line.trim()}`;
    else made.push(line.trim().replace(/^#+ ?/u, ''));
  }
  return made
    .join('\n')
    .replace(/\n{2,}/gu, '\n')
    .trim();
}
