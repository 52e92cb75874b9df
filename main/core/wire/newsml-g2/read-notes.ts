import { joinTexts } from '../text.ts';
import { attributeValue, childElements, descendants, type XmlNode } from '../xml-read.ts';
import { blockWords, roleOf } from './read-concept.ts';

export interface Notes {
  readonly edNote: string;
  /** Not for publication: by role, by constraint, or behind the divider of a note pad (wire-formats 1.1). */
  readonly internalNote: string;
  readonly correctionNote: string;
  /** Initials that close the copy, where a note carries them. */
  readonly signOff: string;
  /** The notes with a role that only a caller knows, by role. */
  readonly byRole: ReadonlyMap<string, readonly string[]>;
}

/** Written by the program beside the fields that they repeat in words; read back they would be doubled. */
const generated = /^(?:embargonote|statusnote|restrictionnote)$/;
/** Roles whose words a caller puts into fields. */
const claimed = /^(?:correctionnote|instructions|notice|digitalsourcetype|datamining|expires)$/;

/** Every `edNote` of an itemMeta, sorted by whom it is for. */
export function readNotes(meta: XmlNode | undefined): Notes {
  const open: string[] = [];
  const closed: string[] = [];
  const byRole = new Map<string, string[]>();
  let signOff = '';
  for (const note of meta ? childElements(meta, 'edNote') : []) {
    const role = roleOf(note);
    const words = blockWords(note);
    if (words === '' || generated.test(role)) continue;
    if (claimed.test(role)) byRole.set(role, [...(byRole.get(role) ?? []), words]);
    else if (role === 'closingline') signOff = words;
    else if (role === 'notepad') {
      const pad = readNotepad(note);
      open.push(pad.open);
      closed.push(pad.closed);
      signOff ||= pad.closingLine;
    } else if (isNonPublic(note)) closed.push(words);
    else open.push(words);
  }
  return {
    edNote: withoutRepeats(open),
    internalNote: withoutRepeats(closed),
    correctionNote: joinTexts(byRole.get('correctionnote') ?? [], '\n'),
    signOff,
    byRole,
  };
}

function isNonPublic(note: XmlNode): boolean {
  return /non-?public|internal|private/i.test(`${attributeValue(note, 'pubconstraint')} ${roleOf(note)}`);
}

/** dpa's note pad: a public and a non-public section in one note (wire-formats 11). */
function readNotepad(note: XmlNode): { open: string; closed: string; closingLine: string } {
  const parts = [...descendants(note, 'section'), ...descendants(note, 'p')];
  const named = (name: string): XmlNode | undefined =>
    parts.find(part => attributeValue(part, 'class').split(/\s+/).includes(name));
  const open = named('np-public');
  const closed = named('np-nonpublic');
  return {
    open: open || closed ? blockWords(open) : blockWords(note),
    closed: blockWords(closed),
    closingLine: blockWords(named('closingline')),
  };
}

/** Feeds send the lines of a note pad once more as notes of their own: what another text already says is not repeated. */
function withoutRepeats(texts: readonly string[]): string {
  const kept = texts.filter(
    (text, index) =>
      text !== '' &&
      !texts.some((other, place) => place !== index && other.length > text.length && other.includes(text)),
  );
  return joinTexts(kept, '\n');
}
