import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { misspelt, suggestions } from '../../../../main/core/spelling/check.ts';
import { chooseDictionary, holdsFor } from '../../../../main/core/spelling/choose.ts';
import { findDictionaries, systemFolders } from '../../../../main/core/spelling/dictionary-files.ts';
import { dictionaryText } from '../../../../main/core/spelling/dictionary-text.ts';
import { createSpeller, type Speller } from '../../../../main/core/spelling/speller.ts';
import { english, german, keepDictionary } from '../../../support/dictionaries.ts';
import { temporaryFolder } from '../../../support/store.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

function speller(
  { affixes, words }: { readonly affixes: string; readonly words: string },
  encoding: BufferEncoding = 'utf8',
): Speller {
  const text = dictionaryText(Buffer.from(affixes, encoding), Buffer.from(words, encoding), 'test');
  return createSpeller(text.affixes, text.words, 'test');
}

function wrong(of: Speller, language: string, text: string, allowed: readonly string[] = []): string[] {
  return (misspelt(of, allowed, language, [text])[0] ?? []).map(({ start, end }) => text.slice(start, end));
}

describe('dictionaries on the disk', () => {
  it('are pairs of files, named for their language, in a folder or one below', async () => {
    const place = join(folder, 'found');
    keepDictionary(place, 'en_GB', english);
    keepDictionary(join(place, 'dict-de'), 'de_DE_frami', german, 'latin1');
    keepDictionary(join(place, 'sr-Latn'), 'index', english);
    keepDictionary(join(place, 'deeper', 'still'), 'fr', english);
    for (const name of ['hyph_en_GB.dic', 'nl_NL.dic', 'readme.txt', 'dictionary.aff', 'dictionary.dic'])
      writeFileSync(join(place, name), '');
    expect((await findDictionaries([join(folder, 'nowhere'), place])).map(each => each.language)).toEqual([
      'de-DE-frami',
      'en-GB',
      'sr-Latn',
    ]);
  });

  it('are looked for where each system keeps them', () => {
    expect(systemFolders('linux', {}, '/home/ida')).toContain('/usr/share/hunspell');
    expect(systemFolders('darwin', {}, '/Users/ida')[0]).toBe('/Users/ida/Library/Spelling');
    expect(systemFolders('win32', { ProgramFiles: 'P:' }, '')[0]).toContain('LibreOffice');
  });

  it.each([
    ['en-GB', ['en-US', 'en-GB'], 'en-GB'],
    ['en', ['en-GB', 'en-US'], 'en-US'],
    ['en-AU', ['en-US', 'en-ZA', 'en-GB'], 'en-GB'],
    ['en-CA', ['en-GB', 'en-US'], 'en-US'],
    ['de', ['de-AT', 'de-DE-frami'], 'de-DE-frami'],
    ['pt-AO', ['pt-BR', 'pt-PT'], 'pt-PT'],
    ['nb', ['nn', 'no'], 'no'],
    ['sr-Latn', ['sr', 'sr-Latn'], 'sr-Latn'],
    ['sr', ['sr-Latn'], null],
    ['fr', ['en', 'de'], null],
    ['not a tag', ['en'], null],
  ])('are chosen for %s among %j: %s', (language, offered, chosen) => {
    const dictionary = chooseDictionary(
      language,
      offered.map(each => ({ language: each })),
    );
    expect(dictionary?.language ?? null).toBe(chosen);
  });

  it('hold a word of the house for a language and its regions', () => {
    expect([
      holdsFor('', 'de'),
      holdsFor('en', 'en-GB'),
      holdsFor('en-GB', 'en'),
      holdsFor('e', 'en'),
    ]).toEqual([true, true, false, false]);
  });
});

describe('spelling', () => {
  const en = speller(english);
  const de = speller(german, 'latin1');

  it('knows what the rules make of a word', () => {
    expect(wrong(en, 'en', 'The ferries opened on Tuesday; the crew’s lock was unopened.')).toEqual(['was']);
    expect(wrong(en, 'en', 'The harbours closd, tALKED and don’t talk. LONDON, london, UNLOCKED')).toEqual([
      'closd',
      'tALKED',
      'london',
    ]);
  });

  it('takes compounds part by part, and soft hyphens for nothing', () => {
    expect(wrong(en, 'en', 'The well-known ferry-hrbour in the har\u00adbour')).toEqual(['hrbour']);
  });

  it('asks the house and the story’s names first', () => {
    const text = 'Oyelaran at Selwyn’s ferry, selwyn and Wiredesk';
    expect(wrong(en, 'en', text, ['Kemi Oyelaran', 'Selwyn', 'wiredesk'])).toEqual(['selwyn']);
  });

  it('leaves scripts alone that the dictionary does not have', () => {
    expect(wrong(en, 'en', 'The гавань harbour مرفأ 港口 λιμάνι hrbour')).toEqual(['hrbour']);
  });

  it('reads what the encoding of the file says, and compounds written as one word', () => {
    expect(wrong(de, 'de', 'Die Fähren der Straße, die Fährmauer schließt, die Fahre')).toEqual(['Fahre']);
    const turkish = { affixes: 'SET ISO8859-9\n', words: '2\n\u00fdsl\u00fdk\nliman\n' };
    expect(wrong(speller(turkish, 'latin1'), 'tr', 'ıslık liman islik')).toEqual(['islik']);
    const russian = Buffer.from([0x31, 0x0a, 0xd0, 0xcf, 0xd2, 0xd4, 0x0a]);
    const text = dictionaryText(Buffer.from('SET KOI8-R\n'), russian, 'ru');
    expect(wrong(createSpeller(text.affixes, text.words, 'ru'), 'ru', 'порт порта harbour')).toEqual([
      'порта',
    ]);
  });

  it('reads long flags, numbered flags and numbers that stand for sets of them', () => {
    const long = { affixes: 'SET UTF-8\nFLAG long\nSFX Pl Y 1\nSFX Pl 0 s .\n', words: '1\nlock/Pl\n' };
    const numbers = { affixes: 'SET UTF-8\nFLAG num\nSFX 101 Y 1\nSFX 101 0 s .\n', words: '1\nlock/101\n' };
    const sets = { affixes: 'SET UTF-8\nAF 1\nAF PX\nSFX P Y 1\nSFX P 0 s .\n', words: '1\nlock/1\n' };
    for (const each of [long, numbers, sets])
      expect(wrong(speller(each), 'en', 'lock locks lockss')).toEqual(['lockss']);
  });

  it('lets elisions pass where both sides are words', () => {
    const french = { affixes: 'SET UTF-8\n', words: '3\nécluse\nhomme\nle\n' };
    expect(wrong(speller(french), 'fr', "L’écluse, l'homme, d’éclse, x’homme")).toEqual([
      'd’éclse',
      'x’homme',
    ]);
  });

  it('suggests what may have been meant, the house’s words first and six at most', () => {
    expect(suggestions(en, ['Selwyn'], 'en', 'Sewlyn')).toEqual(['Selwyn']);
    expect(suggestions(en, [], 'en', 'hrbour')).toContain('harbour');
    expect(suggestions(en, [], 'en', 'foto')[0]).toBe('photo');
    expect(suggestions(en, [], 'en', 'dont’t').length).toBeLessThanOrEqual(6);
    expect(suggestions(en, [], 'en', 'don’tt')).toContain('don’t');
    expect(suggestions(en, [], 'en', 'x'.repeat(5_000))).toEqual([]);
  });

  it.each([
    ['an unknown encoding', 'SET KLINGON\n', '1\nlock\n', /encoding "KLINGON" is not known/],
    ['bytes of another encoding', 'SET UTF-8\n', '1\nl\u00f6ck\n', /is in UTF-8, and is not/],
    ['no text', 'SET UTF-8\n', '1\n\0\0\n', /is not text/],
    ['no count', 'SET UTF-8\n', 'lock\n', /number of its words/],
    ['no words', 'SET UTF-8\n', '0\n', /has no words/],
    ['rules cut off', 'SET UTF-8\nSFX S Y 9\nSFX S 0 s .\n', '1\nlock\n', /rules cannot be read/],
    ['nothing', '', '', /number of its words/],
  ])('says of a damaged dictionary what is wrong: %s', (_, affixes, words, message) => {
    expect(() => speller({ affixes, words }, 'latin1')).toThrow(message);
  });
});

describe('a folder of dictionaries', () => {
  it('that is huge is no such folder', async () => {
    const place = join(folder, 'huge');
    mkdirSync(place);
    for (let count = 0; count < 2_001; count += 1) writeFileSync(join(place, `${count}`), '');
    keepDictionary(place, 'en', english);
    expect(await findDictionaries([place])).toEqual([]);
  });
});

describe('affix rules', () => {
  it('stand twice on a word, on both its ends, and under conditions with any sign', () => {
    const rules = {
      affixes: `SET UTF-8
NEEDAFFIX n
FORBIDDENWORD f
KEEPCASE k
SFX A Y 1
SFX A 0 able/B .
SFX B Y 1
SFX B 0 s .
SFX C N 1
SFX C 0 ing [^-.]
PFX R Y 1
PFX R 0 re .
`,
      words: '5\nlock/ARC\nferr/nC\nlocking/f\nkm/k\nwalk-/C\n',
    };
    const text = 'lockable lockables relock relockable locks locking ferr ferring Km walk-ing relocking';
    expect(wrong(speller(rules), 'en', text)).toEqual([
      'locks',
      'locking',
      'ferr',
      'Km',
      'walk',
      'ing',
      'relocking',
    ]);
  });
});
