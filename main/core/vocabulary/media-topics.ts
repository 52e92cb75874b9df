import { z } from 'zod';
import type { Topic } from '../../contract/wire.ts';
import { topTopics } from './top-topics.ts';

/** IPTC Media Topics as searched and looked up here: offline, in every language that the official files have. */
export interface MediaTopics {
  /** The release of the newest file; null where only the built-in top terms are known. */
  readonly released: string | null;
  /** Topics whose name matches, best first; retired ones are never offered. */
  search(query: string, language: string, most: number): readonly Topic[];
  /** A topic by code, retired ones too; null where it is not known. */
  byCode(code: string, language: string): Topic | null;
  /** The topic that a Subject Code (eight digits) is the same as; else its top term; null where there is none. */
  bySubjectCode(code: string): string | null;
}

interface Concept {
  readonly code: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly broader: string | null;
  readonly retired: boolean;
}

const labels = z.record(z.string(), z.string());
/** One official file, as IPTC releases it (wire-formats 12). */
export const TopicFile = z.object({
  dateReleased: z.string(),
  conceptSet: z
    .array(
      z.object({
        qcode: z.string(),
        prefLabel: labels,
        broader: z.array(z.string()).default([]),
        exactMatch: z.array(z.string()).default([]),
        retired: z.string().optional(),
      }),
    )
    .max(50_000),
});
export type TopicFile = z.infer<typeof TopicFile>;

/** Tags that the 2019 release has for Danish and Swedish (wire-formats 12). */
const languageNames: Readonly<Record<string, string>> = { dk: 'da', se: 'sv' };

/**
 * The topics of some releases together: the newest says what is retired and where a topic stands, older ones add
 * languages that it lacks. Without any file, the 17 top terms.
 */
export function mediaTopics(files: readonly TopicFile[]): MediaTopics {
  const newestFirst = files.toSorted((a, b) => b.dateReleased.localeCompare(a.dateReleased));
  const concepts = new Map<string, Concept>(
    topTopics.map(([code, name]) => [
      code,
      { code, labels: new Map([['en', name]]), broader: null, retired: false },
    ]),
  );
  const subjectCodes = new Map<string, string>();
  for (const { conceptSet } of newestFirst.toReversed())
    for (const each of conceptSet) {
      const code = lastPart(each.qcode);
      const known = concepts.get(code)?.labels ?? new Map<string, string>();
      const named = Object.entries(each.prefLabel).map(
        ([tag, name]) => [languageNames[tag] ?? tag, name] as const,
      );
      concepts.set(code, {
        code,
        labels: new Map([...known, ...named]),
        broader: each.broader[0] === undefined ? null : lastPart(each.broader[0]),
        retired: each.retired !== undefined,
      });
      for (const match of each.exactMatch)
        if (match.includes('/subjectcode/')) subjectCodes.set(lastPart(match), code);
    }

  const topic = (concept: Concept, language: string): Topic => ({
    code: concept.code,
    name: nameIn(concept, language),
    path: pathOf(concept, language),
    retired: concept.retired,
  });
  const pathOf = (concept: Concept, language: string): readonly string[] => {
    const path: string[] = [];
    const seen = new Set([concept.code]);
    for (let up = parent(concept); up && !seen.has(up.code); up = parent(up)) {
      seen.add(up.code);
      path.unshift(nameIn(up, language));
    }
    return path;
  };
  const parent = ({ broader }: Concept): Concept | undefined =>
    broader === null ? undefined : concepts.get(broader);

  return {
    released: newestFirst[0]?.dateReleased ?? null,
    search(query, language, most) {
      const words = folded(query).split(' ').filter(Boolean);
      if (words.length === 0) return [];
      return [...concepts.values()]
        .filter(concept => !concept.retired)
        .map(concept => ({ concept, rank: rankOf(concept, words, folded(query)) }))
        .filter(({ rank }) => rank < noMatch)
        .toSorted((a, b) => a.rank - b.rank || a.concept.code.localeCompare(b.concept.code))
        .slice(0, most)
        .map(({ concept }) => topic(concept, language));
    },
    byCode(code, language) {
      const concept = concepts.get(code);
      return concept ? topic(concept, language) : null;
    },
    bySubjectCode(code) {
      const exact = subjectCodes.get(code);
      if (exact !== undefined) return exact;
      const top = `${code.slice(0, 2)}000000`;
      return /^\d{8}$/.test(code) && concepts.has(top) ? top : null;
    },
  };
}

function lastPart(address: string): string {
  return address.split(/[/:#]/u).at(-1) ?? '';
}

/** In the language asked for, else its main language, else English, else any. */
function nameIn({ labels: known, code }: Concept, language: string): string {
  const main = language.split('-')[0] ?? '';
  const tags = [...known.keys()];
  const tag =
    tags.find(each => each.toLowerCase() === language.toLowerCase()) ??
    tags.find(each => each.split('-')[0] === main) ??
    tags.find(each => each.startsWith('en')) ??
    tags[0];
  return known.get(tag ?? '') ?? code;
}

/** Lower case without accents; punctuation parts words. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const noMatch = 9;

/** 0 the whole name, 1 its beginning, 2 beginnings of words, 3 anywhere; a code counts as a name. */
function rankOf({ labels: known, code }: Concept, words: readonly string[], whole: string): number {
  if (code === whole) return 0;
  let best = noMatch;
  for (const label of known.values()) {
    const name = folded(label);
    if (name === whole) return 0;
    if (name.startsWith(whole)) best = Math.min(best, 1);
    else if (words.every(word => ` ${name}`.includes(` ${word}`))) best = Math.min(best, 2);
    else if (words.every(word => name.includes(word))) best = Math.min(best, 3);
  }
  return best;
}
