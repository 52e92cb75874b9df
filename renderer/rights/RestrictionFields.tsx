import { type ReactElement, useState } from 'react';
import { type Restriction, RestrictionKind } from '../../main/contract/rights.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { territoriesIn, territoryName } from './territory-names.ts';
import { restrictionWords } from './words.ts';

/** A rule as a person states or corrects it: what it forbids, where, in which media, until when, under which credit. */
export function RestrictionFields({
  rule,
  onChange,
}: {
  readonly rule: Restriction;
  readonly onChange: (rule: Restriction) => void;
}): ReactElement {
  const { kind } = rule;
  const [places, setPlaces] = useState(() => rule.territories.map(territoryName).join(', '));
  const { unknown } = territoriesIn(places);
  return (
    <>
      <SelectField
        label="Rule"
        value={kind}
        choices={RestrictionKind.options.map(value => ({ value, label: restrictionWords[value] }))}
        onChange={value => onChange({ ...rule, kind: RestrictionKind.parse(value) })}
      />
      {(kind === 'exclude-territory' || kind === 'include-territory') && (
        <TextField
          label="Territories"
          value={places}
          hint={
            unknown.length > 0
              ? `Not known: ${unknown.join(', ')}`
              : 'Names or two-letter codes, apart by commas'
          }
          onChange={line => {
            setPlaces(line);
            onChange({ ...rule, territories: territoriesIn(line).territories });
          }}
        />
      )}
      {kind === 'exclude-media' && (
        <TextField
          label="Media"
          value={rule.media.join(', ')}
          hint="tv, internet, magazines, or an outlet’s name"
          onChange={line => onChange({ ...rule, media: mediaIn(line) })}
        />
      )}
      {kind === 'time-limit' && (
        <TextField
          label="Until"
          type="date"
          value={rule.until?.slice(0, 10) ?? ''}
          onChange={until => onChange({ ...rule, until: until || null })}
        />
      )}
      {kind === 'mandatory-credit' && (
        <TextField
          label="Credit demanded"
          value={rule.credit ?? ''}
          onChange={credit => onChange({ ...rule, credit: credit || null })}
        />
      )}
    </>
  );
}

function mediaIn(line: string): readonly string[] {
  return line
    .split(',')
    .map(word => word.trimStart().toLowerCase())
    .filter((word, index, all) => word !== '' || index < all.length - 1);
}
