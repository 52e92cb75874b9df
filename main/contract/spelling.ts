import { z } from 'zod';

/** A Hunspell dictionary on this machine. */
export const DictionaryInfo = z.strictObject({
  /** BCP 47, from the name of its file: 'en-GB' for en_GB.dic. */
  language: z.string(),
  /** Where its word list lies. */
  file: z.string(),
});
export type DictionaryInfo = z.infer<typeof DictionaryInfo>;

/** Characters of a text, from `start` up to but not `end`, in UTF-16 code units as everywhere in the window. */
export const TextRange = z.strictObject({ start: z.int().min(0), end: z.int().min(0) });
export type TextRange = z.infer<typeof TextRange>;

/**
 * A word that is right in this house whatever a dictionary says. One in small letters may begin with a capital;
 * one with a capital must.
 */
export const HouseWord = z.strictObject({
  word: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[\p{L}\p{M}\p{N}\p{Pd}\p{Pc}'’.·\u00ad\u200c\u200d]+$/u, 'a word is letters, with no spaces'),
  /** BCP 47: right in this language, its regions included; empty for every language. */
  language: z.string().max(35).default(''),
  /** The one story in which it is let pass; empty for the whole house. */
  story: z.string().max(64).default(''),
});
export type HouseWord = z.infer<typeof HouseWord>;

/** As many as a house dictionary may have; a list of all the words of a language belongs into a dictionary. */
export const mostHouseWords = 20_000;

export const SpellingCheck = z.strictObject({
  /** What the texts were read with; null where nothing could be. */
  dictionary: DictionaryInfo.nullable(),
  /** Why nothing was checked, in a sentence that says what to do; empty where it was. */
  notice: z.string(),
  /** For each text, in its order, the words that are not known. */
  misspelt: z.array(z.array(TextRange).readonly()).readonly(),
});
export type SpellingCheck = z.infer<typeof SpellingCheck>;

const none = z.strictObject({});
const language = z.string().max(35);
const story = z.string().max(64).default('');
const houseWords = z.array(HouseWord).readonly();

/** The part of the table of methods that is about spelling. */
export const spellingMethods = {
  /** The words of texts that neither the dictionary of the language nor the house knows. */
  'spelling.check': {
    input: z.strictObject({
      language,
      /** Names that the story itself gives: people, places, organisations. */
      names: z.array(z.string().max(1_000)).max(2_000).default([]),
      /** The story whose ignored words are let pass. */
      story,
      texts: z.array(z.string().max(1_000_000)).max(10_000),
    }),
    output: SpellingCheck,
  },
  /** Up to six words that may have been meant, the likeliest first. */
  'spelling.suggest': {
    input: z.strictObject({ language, word: z.string().max(200) }),
    output: z.strictObject({ suggestions: z.array(z.string()).readonly() }),
  },
  /** The house dictionary in the order of its words; of `story`, what that story lets pass instead. */
  'spelling.words': { input: z.strictObject({ story }), output: houseWords },
  /** Adds words, or lets them pass in a story. @returns the house dictionary */
  'spelling.learn': {
    input: z.strictObject({ words: z.array(HouseWord).min(1).max(mostHouseWords) }),
    output: houseWords,
  },
  'spelling.forget': { input: z.strictObject({ word: HouseWord }), output: houseWords },
  /** The dictionaries that are there, and the folders that were looked in. */
  'spelling.dictionaries': {
    input: none,
    output: z.strictObject({
      dictionaries: z.array(DictionaryInfo).readonly(),
      folders: z.array(z.string()).readonly(),
    }),
  },
} as const;
