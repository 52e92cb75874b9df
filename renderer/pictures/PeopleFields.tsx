import type { ReactElement } from 'react';
import type { Person } from '../../main/contract/picture.ts';
import { TextField } from '../ui/fields.tsx';

/** Who is in the picture, from left to right, with the place or office that tells them apart. */
export function PeopleFields({
  people,
  onChange,
}: {
  readonly people: readonly Person[];
  readonly onChange: (people: readonly Person[]) => void;
}): ReactElement {
  const change = (index: number, fields: Partial<Person>): void =>
    onChange(people.map((person, each) => (each === index ? { ...person, ...fields } : person)));
  return (
    <section aria-label="People shown" className="people">
      <h2>People shown</h2>
      {people.map((person, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a person has no identity but the place in the picture
        <div key={index} className="person">
          <TextField
            label={`Person ${index + 1}`}
            value={person.name}
            onChange={name => change(index, { name })}
          />
          <TextField
            label={`Position ${index + 1}`}
            value={person.position}
            onChange={position => change(index, { position })}
          />
          <button
            type="button"
            className="quiet"
            aria-label={`Remove person ${index + 1}`}
            onClick={() => onChange(people.filter((_, each) => each !== index))}
          >
            ✕
          </button>
        </div>
      ))}
      <button
        type="button"
        className="quiet"
        onClick={() => onChange([...people, { name: '', position: '' }])}
      >
        Add person
      </button>
    </section>
  );
}
