import type { Subject } from '../../../contract/story.ts';
import { asText, isJsonRecord, type JsonRecord, listAt, recordsAt, textAt } from '../reading/json.ts';

/** Lists of ninjs as its reader asks for them. */

/** The values of a list of texts by role. */
export function byRole(
  item: JsonRecord,
  list: 'headlines' | 'descriptions' | 'altIds',
  role: RegExp,
): readonly string[] {
  return recordsAt(item, list)
    .filter(each => role.test(textAt(each, 'role')))
    .map(each => textAt(each, 'value'))
    .filter(text => text.trim() !== '');
}

/** What a concept is to its item: `rel`, AP's `rels`, or a party's `role`. */
export function relationOf(concept: JsonRecord): string {
  return textAt(concept, 'rel') || textAt(concept, 'role') || listAt(concept, 'rels').map(asText).join(' ');
}

/** The names of a list of concepts; texts count as names. */
export function names(item: JsonRecord, list: string): readonly string[] {
  return listAt(item, list)
    .map(each =>
      isJsonRecord(each)
        ? textAt(each, 'name') || textAt(each, 'qcode') || textAt(each, 'code')
        : asText(each),
    )
    .filter(name => name.trim() !== '');
}

const mediaTopics = /newscodes\/mediatopic\/?$/u;
const subjectCodes = /newscodes\/subjectcode\/?$/u;

/** A subject by address, by scheme and code, or by words; IPTC's own schemes by their short names. */
export function readSubject(concept: JsonRecord): Subject {
  const name = textAt(concept, 'name');
  const { scheme, code: found } = identityOf(concept);
  // Some write the whole QCode where its code belongs.
  const code = found.replace(/^(?:medtop|subj):(?=\d{8}$)/u, '');
  if (mediaTopics.test(scheme) || /^medtop$/iu.test(scheme)) return { scheme: 'medtop', code, name };
  if (subjectCodes.test(scheme) || /^subj$/iu.test(scheme)) return { scheme: 'subj', code, name };
  // Superdesk and others send IPTC's eight digits without a scheme.
  if (scheme === '' && /^\d{8}$/u.test(code))
    return { scheme: code.startsWith('2') ? 'medtop' : 'subj', code, name };
  return { scheme, code, name };
}

function identityOf(concept: JsonRecord): { readonly scheme: string; readonly code: string } {
  const uri = textAt(concept, 'uri');
  if (uri !== '') {
    const cut = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#')) + 1;
    return { scheme: uri.slice(0, cut), code: decoded(uri.slice(cut)) };
  }
  const scheme = textAt(concept, 'scheme');
  const code = textAt(concept, 'code') || textAt(concept, 'qcode') || textAt(concept, 'literal');
  const colon = code.indexOf(':');
  if (scheme === '' && colon > 0) return { scheme: code.slice(0, colon), code: code.slice(colon + 1) };
  return { scheme, code: decoded(code) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address of a concept, whichever way it is written; empty where it has none. */
export function addressOf(concept: JsonRecord): string {
  const uri = textAt(concept, 'uri');
  const scheme = textAt(concept, 'scheme');
  return (
    uri ||
    (scheme === '' ? '' : `${scheme}${textAt(concept, 'code')}`) ||
    textAt(concept, 'literal') ||
    textAt(concept, 'code')
  );
}
