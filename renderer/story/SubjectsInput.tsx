import { type KeyboardEvent, type ReactElement, useEffect, useId, useState } from 'react';
import type { StoryFields, Subject } from '../../main/contract/story.ts';
import type { Topic } from '../../main/contract/wire.ts';
import { useDesk } from '../app/context.ts';
import { TextArea } from '../ui/fields.tsx';

/** Subjects of a story: a line each for any scheme, and IPTC Media Topics found by name in any language. */
export function SubjectsInput({
  fields,
  onChange,
}: {
  readonly fields: StoryFields;
  readonly onChange: (subjects: readonly Subject[]) => void;
}): ReactElement {
  const { subjects, language } = fields;
  const retired = useRetired(subjects, language);
  return (
    <div className="subjects">
      <TextArea
        label="Subjects"
        hint="One a line: scheme, code, name"
        value={subjects.map(({ scheme, code, name }) => [scheme, code, name].join(', ')).join('\n')}
        onChange={text =>
          onChange(
            text
              .split('\n')
              .filter(line => line !== '')
              .map(line => {
                const [scheme = '', code = '', ...rest] = line.split(',').map(part => part.trimStart());
                return { scheme, code, name: rest.join(', ') };
              }),
          )
        }
      />
      {retired.length > 0 && (
        <p className="notice">! Retired by IPTC: {retired.map(topic => topic.name).join(', ')}</p>
      )}
      <TopicFinder
        language={language}
        onChoose={({ code, name }) => {
          if (!subjects.some(each => each.code === code))
            onChange([...subjects, { scheme: 'medtop', code, name }]);
        }}
      />
    </div>
  );
}

/** Those of the subjects that IPTC has retired: shown where a story has them, never offered. */
function useRetired(subjects: readonly Subject[], language: string): readonly Topic[] {
  const { link } = useDesk();
  const [retired, setRetired] = useState<readonly Topic[]>([]);
  const codes = subjects
    .filter(each => each.scheme === 'medtop')
    .map(each => each.code)
    .join(' ');
  useEffect(() => {
    let gone = false;
    if (codes === '') setRetired([]);
    else
      link.client.call('topics.look', { codes: codes.split(' '), language }).then(
        ({ topics }) => {
          if (!gone) setRetired(topics.filter(topic => topic.retired));
        },
        () => setRetired([]),
      );
    return () => {
      gone = true;
    };
  }, [link, codes, language]);
  return retired;
}

function TopicFinder({
  language,
  onChoose,
}: {
  readonly language: string;
  readonly onChoose: (topic: Topic) => void;
}): ReactElement {
  const { link } = useDesk();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly Topic[]>([]);
  const [at, setAt] = useState(0);
  const id = useId();
  useEffect(() => {
    let gone = false;
    const words = query.trim();
    if (words === '') setFound([]);
    else
      link.client.call('topics.search', { query: words, language, limit: 12 }).then(
        ({ topics }) => {
          if (!gone) {
            setFound(topics);
            setAt(0);
          }
        },
        () => setFound([]),
      );
    return () => {
      gone = true;
    };
  }, [link, query, language]);

  const choose = (topic: Topic | undefined): void => {
    if (!topic) return;
    onChoose(topic);
    setQuery('');
  };
  const press = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === 'Escape' && query !== '') {
      event.stopPropagation();
      setQuery('');
    }
  };
  return (
    <div className="field">
      <label htmlFor={id}>Find a topic</label>
      <input
        spellCheck={false}
        id={id}
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={found[at] ? `${id}-${found[at].code}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        value={query}
        onChange={event => setQuery(event.target.value)}
        onKeyDown={press}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Topics"
        className="palette"
        hidden={found.length === 0}
      >
        {found.map((topic, index) => (
          <div
            key={topic.code}
            id={`${id}-${topic.code}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="palette-item"
            onPointerDown={event => event.preventDefault()}
            onClick={() => choose(topic)}
            onKeyDown={press}
          >
            <span>
              {topic.name} <small className="muted">{topic.path.join(' › ')}</small>
            </span>
          </div>
        ))}
      </div>
      {query.trim() !== '' && found.length === 0 && <small className="hint">No such topic.</small>}
    </div>
  );
}
