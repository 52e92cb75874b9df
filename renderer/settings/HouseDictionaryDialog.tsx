import { type ReactElement, useEffect, useState } from 'react';
import { HouseWord, mostHouseWords } from '../../main/contract/spelling.ts';
import { useDesk } from '../app/context.ts';
import { listedWords } from '../spelling/house-word.ts';
import { languages } from '../story/choices.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { chooseFiles } from '../ui/files.ts';
import { failureWords } from '../ui/words.ts';

/** So many at once: more are found by their letters. */
const mostShown = 500;
const everyLanguage = { value: '', label: 'Every language' };

/** The words that are right in this house, whatever a dictionary says. */
export function HouseDictionaryDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { link } = useDesk();
  const { client } = link;
  const [words, setWords] = useState<readonly HouseWord[]>([]);
  const [word, setWord] = useState('');
  const [language, setLanguage] = useState('');
  const [failure, setFailure] = useState('');
  const [said, say] = useState('');

  const show = (calling: Promise<readonly HouseWord[]>, done = ''): Promise<void> =>
    calling.then(
      all => {
        setWords(all);
        setFailure('');
        say(done);
      },
      error => setFailure(failureWords(error)),
    );
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when the dialog opens
  useEffect(() => void show(client.call('spelling.words', {})), [client]);

  const add = (): void => {
    const parsed = HouseWord.safeParse({ word, language });
    if (!parsed.success) return setFailure(parsed.error.issues[0]?.message ?? 'That is no word.');
    setWord('');
    void show(client.call('spelling.learn', { words: [parsed.data] }), `“${parsed.data.word}” was added.`);
  };
  const importFile = async (): Promise<void> => {
    const [file] = await chooseFiles({ accept: '.txt,.dic,text/plain', multiple: false });
    if (!file) return;
    const listed = listedWords(await file.text(), language);
    if (listed.length === 0 || listed.length > mostHouseWords)
      return setFailure(
        listed.length === 0 ? `${file.name} has no words.` : `${file.name} has ${listed.length} words.`,
      );
    await show(
      client.call('spelling.learn', { words: [...listed] }),
      `${listed.length} words of ${file.name} were added.`,
    );
  };
  const found = words.filter(each => each.word.toLowerCase().includes(word.trim().toLowerCase()));
  return (
    <Dialog title="House dictionary" onClose={onClose}>
      <p className="muted">
        Names, sluglines and terms of the house. A word in small letters may begin with a capital; one with a
        capital must.
      </p>
      <form
        onSubmit={event => {
          event.preventDefault();
          add();
        }}
      >
        <TextField label="Word" value={word} onChange={setWord} />
        <SelectField
          label="In"
          value={language}
          choices={[everyLanguage, ...languages]}
          onChange={setLanguage}
        />
        <p className="actions">
          <button type="submit" className="primary">
            Add word
          </button>
          <button type="button" onClick={() => void importFile()}>
            Import words from a text file…
          </button>
        </p>
      </form>
      <p role="alert" className="refusal">
        {failure}
      </p>
      <p role="status" className="muted">
        {said || `${words.length} words`}
      </p>
      <ul className="plain house-words" aria-label="House words">
        {found.slice(0, mostShown).map(each => (
          <li key={`${each.word} ${each.language}`} className="destination">
            <span>
              <strong>{each.word}</strong> {each.language === '' ? 'every language' : each.language}
            </span>
            <button
              type="button"
              className="quiet"
              onClick={() =>
                void show(client.call('spelling.forget', { word: each }), `“${each.word}” was removed.`)
              }
            >
              Remove {each.word}
            </button>
          </li>
        ))}
      </ul>
      {found.length > mostShown && (
        <p className="muted">{found.length - mostShown} more: type letters of a word to find it.</p>
      )}
    </Dialog>
  );
}
