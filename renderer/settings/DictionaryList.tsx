import { type ReactElement, useEffect, useState } from 'react';
import { useDesk } from '../app/context.ts';
import { failureWords } from '../ui/words.ts';

/** The languages that can be spelt now, or where a dictionary would have to lie. */
export function DictionaryList(): ReactElement {
  const { link } = useDesk();
  const [words, setWords] = useState('');
  useEffect(() => {
    link.client.call('spelling.dictionaries', {}).then(
      ({ dictionaries, folders }) =>
        setWords(
          dictionaries.length > 0
            ? `Dictionaries: ${dictionaries.map(({ language }) => language).join(', ')}`
            : `No dictionary in ${folders.join(', ')}`,
        ),
      error => setWords(failureWords(error)),
    );
  }, [link]);
  return <p className="muted">{words}</p>;
}
