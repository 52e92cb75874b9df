import { WiredeskError } from '../../contract/failure.ts';

/**
 * The text of a dictionary's files in the encoding that its affix file names with SET. Without one it is ISO 8859-1,
 * as Hunspell has it.
 * @param name the dictionary, for messages
 * @throws WiredeskError 'unreadable' where the encoding is unknown or the bytes are not in it
 */
export function dictionaryText(
  affixes: Uint8Array,
  words: Uint8Array,
  name: string,
): { readonly affixes: string; readonly words: string } {
  // The line with SET is plain ASCII in all these encodings, so any of them finds it.
  const head = new TextDecoder('windows-1252').decode(affixes);
  const set = /^\s*SET\s+(\S+)/mu.exec(head)?.[1] ?? 'ISO8859-1';
  const decode = decoderOf(set, name);
  return { affixes: decode(affixes), words: bare(decode(words)) };
}

/** Hunspell's names of encodings are those of the WHATWG but for these. */
const otherNames: Readonly<Record<string, string>> = {
  'microsoft-cp1250': 'windows-1250',
  'microsoft-cp1251': 'windows-1251',
  'microsoft-cp1252': 'windows-1252',
  'microsoft-cp1257': 'windows-1257',
  'tis620-2533': 'tis-620',
};

function decoderOf(set: string, name: string): (bytes: Uint8Array) => string {
  const decoder = decoderNamed(set.toLowerCase());
  if (!decoder) throw damaged(name, `its encoding "${set}" is not known here`);
  return bytes => {
    if (bytes.includes(0)) throw damaged(name, 'it is not text');
    try {
      return decoder.decode(bytes).normalize('NFC');
    } catch {
      throw damaged(name, `it says that it is in ${set}, and is not`);
    }
  };
}

function decoderNamed(label: string) {
  try {
    return new TextDecoder(otherNames[label] ?? label, { fatal: true });
  } catch {
    return null;
  }
}

export function damaged(name: string, why: string): WiredeskError {
  return new WiredeskError('unreadable', `The dictionary ${name} cannot be used: ${why}.`);
}

/** The words without their descriptions ("po:noun"). */
function bare(words: string): string {
  return words.replace(/(?<=\S)(?:\t|[ ]+[a-z]{2}:)[^\n]*$/gmu, '').replaceAll('\r', '');
}
