import { type ReactElement, useEffect, useState } from 'react';
import { inlineText } from '../../main/contract/body.ts';
import { type Problem, problem } from '../../main/contract/failure.ts';
import type { Draft } from '../../main/contract/patch.ts';
import { storyFields } from '../../main/contract/story.ts';
import { useDesk } from '../app/context.ts';
import type { OpenStory } from '../story/use-story.ts';
import { ProblemList } from '../ui/ProblemList.tsx';
import { failureWords } from '../ui/words.ts';
import { houseWord } from './house-word.ts';
import { namesIn } from './names.ts';

interface SpellingFindingsProps {
  readonly open: OpenStory;
  /** The way to a finding's place. */
  readonly way: (problem: Problem) => ReactElement | null;
}

interface Finding extends Problem {
  readonly word: string;
}

/** Misspelt words of what stands around the copy: its own are underlined where they are. */
export function SpellingFindings({ open, way }: SpellingFindingsProps): ReactElement {
  const { link, tell } = useDesk();
  const { client } = link;
  const [findings, setFindings] = useState<readonly Finding[]>([]);
  const [notice, setNotice] = useState('');
  const [changed, setChanged] = useState(0);
  const { draft } = open;
  const { id } = open.story;
  const places = textPlaces(draft);
  const request = {
    language: draft.fields.language,
    names: namesIn(draft).slice(0, 2_000),
    texts: places.map(place => place.text),
    story: id,
  };
  const asked = JSON.stringify(request);

  useEffect(
    () =>
      link.onEvent(({ type }) => {
        if (type === 'house-words-changed' || type === 'settings-changed') setChanged(count => count + 1);
      }),
    [link],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is all of the request; `changed` asks again
  useEffect(() => {
    let gone = false;
    client.call('spelling.check', request).then(
      check => {
        if (gone) return;
        setNotice(check.notice);
        setFindings(
          places.flatMap(({ text, field, label, picture }, index) =>
            (check.misspelt[index] ?? []).map(({ start, end }) => {
              const word = text.slice(start, end);
              return {
                ...problem('info', 'spelling', `“${word}” in ${label} is in no dictionary.`, {
                  field,
                  picture,
                }),
                word,
              };
            }),
          ),
        );
      },
      error => {
        if (!gone) setNotice(failureWords(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [client, asked, changed]);

  const words = new Map<Problem, string>(findings.map(finding => [finding, finding.word]));
  return (
    <section aria-label="Spelling">
      <h2>Spelling</h2>
      {notice !== '' && <p className="muted">{notice}</p>}
      {notice === '' && findings.length === 0 && (
        <p className="muted">Headline, subhead, abstract and picture texts have no unknown word.</p>
      )}
      {findings.length > 0 && (
        <ProblemList
          label="Unknown words"
          problems={findings}
          after={finding => {
            const word = words.get(finding) ?? '';
            return (
              <>
                {way(finding)}
                <button
                  type="button"
                  className="quiet go"
                  onClick={() =>
                    void client
                      .call('spelling.learn', { words: [houseWord(word, draft.fields.language)] })
                      .catch(error => tell(failureWords(error)))
                  }
                >
                  Add “{word}” to the house dictionary
                </button>
              </>
            );
          }}
        />
      )}
    </section>
  );
}

interface TextPlace {
  readonly text: string;
  readonly field: string;
  readonly label: string;
  readonly picture: string | null;
}

function textPlaces({ fields, pictures }: Draft): readonly TextPlace[] {
  const own = (['headline', 'subhead', 'abstract'] as const).map(field => ({
    text: fields[field],
    field,
    label: storyFields[field].label,
    picture: null,
  }));
  const around = pictures.flatMap(({ id, caption, altText }, index) => [
    {
      text: inlineText(caption),
      field: 'caption',
      label: `the caption of picture ${index + 1}`,
      picture: id,
    },
    { text: altText, field: 'altText', label: `the alt text of picture ${index + 1}`, picture: id },
  ]);
  return [...own, ...around].filter(({ text }) => text !== '');
}
