import { toFailure, WiredeskError } from '../../contract/failure.ts';
import type { Handlers } from '../../contract/methods.ts';
import type { SpellingCheck } from '../../contract/spelling.ts';
import { chooseDictionary, holdsFor, localeOf } from '../spelling/choose.ts';
import { dictionaryKey, findDictionaries, systemFolders } from '../spelling/dictionary-files.ts';
import type { ShelfEntry } from '../spelling/shelf.ts';
import { tooLarge } from '../spelling/speller.ts';
import { addHouseWords, allHouseWords, removeHouseWord } from '../store/house-words.ts';
import { loadSettings } from '../store/settings.ts';
import type { ServiceContext } from './context.ts';

type Spelling = Pick<
  Handlers,
  | 'spelling.check'
  | 'spelling.suggest'
  | 'spelling.words'
  | 'spelling.learn'
  | 'spelling.forget'
  | 'spelling.dictionaries'
>;

/** A menu does not wait longer for what may have been meant. */
const suggestMs = 10_000;

/** Spelling by dictionaries on the disk and the house's own words. Nothing here reaches for a network. */
export function spellingOf(context: ServiceContext): Spelling {
  const { store, spelling, emit } = context;
  /** Dictionaries that brought the thread down, and what to say of them: they are not tried again as they are. */
  const unusable = new Map<string, WiredeskError>();

  const folders = (): readonly string[] => {
    const { dictionaryFolder } = loadSettings(store);
    return dictionaryFolder === '' ? systemFolders() : [dictionaryFolder];
  };
  const find = async (language: string): Promise<ShelfEntry | null> => {
    const dictionary = chooseDictionary(language, await findDictionaries(folders()));
    return dictionary && { ...dictionary, key: await dictionaryKey(dictionary) };
  };
  const allowed = (language: string, story: string): readonly string[] =>
    allHouseWords(store)
      .filter(word => (word.story === '' || word.story === story) && holdsFor(word.language, language))
      .map(({ word }) => word);

  const check: Spelling['spelling.check'] = async ({ language, names, story, texts }) => {
    const nothing = (notice: string): SpellingCheck => ({
      dictionary: null,
      notice,
      misspelt: texts.map(() => []),
    });
    const dictionary = await find(language);
    if (!dictionary) return nothing(noDictionary(language, folders()[0] ?? ''));
    const known = unusable.get(dictionary.key);
    if (known) return nothing(known.message);
    try {
      const found = await spelling.run('spelling-check', {
        dictionary,
        allowed: [...allowed(language, story), ...names],
        language,
        texts,
      });
      const { file } = dictionary;
      return { dictionary: { language: dictionary.language, file }, notice: '', misspelt: found };
    } catch (error) {
      const failure = toFailure(error);
      if (failure.code === 'unreadable') return nothing(failure.message);
      if (failure.code !== 'too-large') throw error;
      unusable.set(dictionary.key, tooLarge(dictionary.file));
      return nothing(tooLarge(dictionary.file).message);
    }
  };

  const houseWords = () => allHouseWords(store).filter(word => word.story === '');
  return {
    'spelling.check': check,
    'spelling.suggest': async ({ language, word }) => {
      const dictionary = await find(language);
      if (!dictionary || unusable.has(dictionary.key)) return { suggestions: [] };
      const input = { dictionary, allowed: allowed(language, ''), language, word };
      return { suggestions: await spelling.run('spelling-suggest', input, { timeoutMs: suggestMs }) };
    },
    'spelling.words': ({ story }) =>
      story === '' ? houseWords() : allHouseWords(store).filter(word => word.story === story),
    'spelling.learn': ({ words }) => {
      for (const { language } of words)
        if (language !== '' && !localeOf(language))
          throw new WiredeskError('bad-request', `"${language}" is not a language tag.`);
      addHouseWords(store, words);
      emit({ type: 'house-words-changed' });
      return houseWords();
    },
    'spelling.forget': ({ word }) => {
      removeHouseWord(store, word);
      emit({ type: 'house-words-changed' });
      return houseWords();
    },
    'spelling.dictionaries': async () => ({
      dictionaries: (await findDictionaries(folders())).map(({ language, file }) => ({ language, file })),
      folders: folders(),
    }),
  };
}

function noDictionary(language: string, folder: string): string {
  const name = new Intl.DisplayNames(['en'], { type: 'language' });
  const locale = localeOf(language);
  const words = locale ? `${name.of(locale.baseName)} (${locale.baseName})` : `"${language}"`;
  return `There is no dictionary for ${words}. Put its Hunspell files (.aff and .dic) into ${folder}, or name another folder in Settings.`;
}
