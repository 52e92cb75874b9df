import type { ReactElement } from 'react';
import { type Picture, Place } from '../../main/contract/picture.ts';
import { TextField } from '../ui/fields.tsx';

const parts = [
  ['sublocation', 'Sublocation'],
  ['city', 'City'],
  ['state', 'State or province'],
  ['country', 'Country'],
  ['countryCode', 'Country code'],
] as const;

/** Where the picture was taken, and what places it shows. */
export function PlaceFields({
  location,
  onChange,
}: {
  readonly location: Picture['location'];
  readonly onChange: (location: Picture['location']) => void;
}): ReactElement {
  const created = location.created ?? Place.parse({});
  return (
    <section aria-label="Where it was taken">
      <h2>Where it was taken</h2>
      {parts.map(([part, label]) => (
        <TextField
          key={part}
          label={label}
          value={created[part]}
          onChange={value => {
            const next = { ...created, [part]: value };
            const known = parts.some(([each]) => next[each] !== '');
            onChange({ ...location, created: known ? next : null });
          }}
        />
      ))}
      {location.shown.length > 0 && (
        <p className="muted">
          Shows:{' '}
          {location.shown
            .map(place => [place.sublocation, place.city, place.country].filter(Boolean).join(', '))
            .join('; ')}
        </p>
      )}
    </section>
  );
}
