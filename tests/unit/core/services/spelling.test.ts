import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreEvent } from '../../../../main/contract/events.ts';
import { type Client, createClient } from '../../../../main/contract/rpc.ts';
import { HouseWord } from '../../../../main/contract/spelling.ts';
import { type Core, createCore } from '../../../../main/core/core.ts';
import { english, german, keepDictionary } from '../../../support/dictionaries.ts';
import { temporaryFolder } from '../../../support/store.ts';

const { folder, remove } = temporaryFolder();
const dictionaries = join(folder, 'dictionaries');
const events: CoreEvent[] = [];
let core: Core;
let client: Client;
beforeAll(async () => {
  keepDictionary(dictionaries, 'en_GB', english);
  keepDictionary(dictionaries, 'de_DE', german, 'latin1');
  core = await createCore({ directory: join(folder, 'store') });
  const connection = core.connect(event => events.push(event));
  client = createClient((method, input) => connection.dispatch(method, input));
  await client.call('settings.set', { settings: { dictionaryFolder: dictionaries } });
});
afterAll(async () => {
  await core.close();
  remove();
});

/** What is not known of a text. */
async function unknown(text: string, more: { language?: string; names?: string[]; story?: string } = {}) {
  const check = await client.call('spelling.check', { language: 'en-GB', texts: [text], ...more });
  return (check.misspelt[0] ?? []).map(({ start, end }) => text.slice(start, end));
}

describe('spelling as a service', () => {
  it('reads texts in a worker with the dictionary of their language', async () => {
    expect(
      await client.call('spelling.check', { language: 'en', texts: ['The lok', '', 'opened lock'] }),
    ).toEqual({
      dictionary: { language: 'en-GB', file: join(dictionaries, 'en_GB.dic') },
      notice: '',
      misspelt: [[{ start: 4, end: 7 }], [], []],
    });
    expect(await unknown('The lok')).toEqual(['lok']);
    expect(await unknown('The lok', { language: 'de-AT' })).toEqual(['The', 'lok']);
    expect(await client.call('spelling.suggest', { language: 'en-GB', word: 'ferrry' })).toEqual({
      suggestions: ['ferry'],
    });
  });

  it('says which language has no dictionary and where to put one', async () => {
    const check = await client.call('spelling.check', { language: 'cs', texts: ['zdymadlo'] });
    expect(check.misspelt).toEqual([[]]);
    expect(check.dictionary).toBeNull();
    expect(check.notice).toContain('Czech (cs)');
    expect(check.notice).toContain(dictionaries);
    expect(await client.call('spelling.suggest', { language: 'cs', word: 'zdymadlo' })).toEqual({
      suggestions: [],
    });
  });

  it('says of a damaged dictionary that it is, and reads it once it has been mended', async () => {
    writeFileSync(join(dictionaries, 'fr.aff'), 'SET UTF-8\n');
    writeFileSync(join(dictionaries, 'fr.dic'), '\0\0\0');
    const check = await client.call('spelling.check', { language: 'fr', texts: ['écluse'] });
    expect(check.notice).toMatch(/The dictionary .*fr\.dic cannot be used: it is not text/);
    keepDictionary(dictionaries, 'fr', { affixes: 'SET UTF-8\n', words: '1\nécluse\n' });
    expect(await unknown('écluse eclus', { language: 'fr' })).toEqual(['eclus']);
    rmSync(join(dictionaries, 'fr.dic'));
  });

  it('lets pass what the house and the story know', async () => {
    const text = 'The lok of Sedgeholm';
    expect(await unknown(text, { names: ['Port Sedgeholm'] })).toEqual(['lok']);
    await client.call('spelling.learn', { words: [HouseWord.parse({ word: 'Sedgeholm' })] });
    await client.call('spelling.learn', { words: [HouseWord.parse({ word: 'lok', story: 's1' })] });
    expect(events.at(-1)).toEqual({ type: 'house-words-changed' });
    expect(await unknown(text)).toEqual(['lok']);
    expect(await unknown(text, { story: 's1' })).toEqual([]);
    expect(await client.call('spelling.words', {})).toEqual([{ word: 'Sedgeholm', language: '', story: '' }]);
    expect(await client.call('spelling.words', { story: 's1' })).toHaveLength(1);
    await client.call('spelling.learn', { words: [HouseWord.parse({ word: 'schleuse', language: 'de' })] });
    expect(await unknown('schleuse')).toEqual(['schleuse']);
    expect(await unknown('Schleuse', { language: 'de-AT' })).toEqual([]);
    const [first] = await client.call('spelling.words', {});
    if (first) await client.call('spelling.forget', { word: first });
    expect((await client.call('spelling.words', {})).map(each => each.word)).toEqual(['Sedgeholm']);
  });

  it('takes words once, and no sentences', async () => {
    const word = HouseWord.parse({ word: ' Sedgeholm ' });
    expect(await client.call('spelling.learn', { words: [word, word] })).toHaveLength(1);
    expect(HouseWord.safeParse({ word: 'two words' }).success).toBe(false);
    await expect(
      client.call('spelling.learn', { words: [{ word: 'x', language: '!', story: '' }] }),
    ).rejects.toThrow(/not a language tag/);
  });

  it('lists the dictionaries that are there', async () => {
    const { dictionaries: all, folders } = await client.call('spelling.dictionaries', {});
    expect(all.map(each => each.language)).toEqual(['de-DE', 'en-GB']);
    expect(folders).toEqual([dictionaries]);
  });
});
