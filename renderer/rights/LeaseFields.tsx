import type { ReactElement } from 'react';
import { type Lease, Use } from '../../main/contract/rights.ts';
import { SelectField, TextField } from '../ui/fields.tsx';

/** One agreement about a picture. */
export function LeaseFields({
  number,
  lease,
  onChange,
}: {
  readonly number: number;
  readonly lease: Lease;
  /** Null takes the lease away. */
  readonly onChange: (lease: Lease | null) => void;
}): ReactElement {
  return (
    <fieldset className="by-hand">
      <legend>Lease {number}</legend>
      <SelectField
        label="Says"
        value={lease.allows ? 'allow' : 'deny'}
        choices={[
          { value: 'allow', label: 'It may be used' },
          { value: 'deny', label: 'It may not be used' },
        ]}
        onChange={value => onChange({ ...lease, allows: value === 'allow' })}
      />
      <SelectField
        label="For"
        value={lease.use ?? ''}
        choices={[
          { value: '', label: 'Every use' },
          ...Use.options.map(value => ({ value, label: `${value[0]?.toUpperCase()}${value.slice(1)} use` })),
        ]}
        onChange={value => onChange({ ...lease, use: value === '' ? null : Use.parse(value) })}
      />
      <TextField
        label="From"
        type="date"
        value={lease.from ?? ''}
        onChange={value => onChange({ ...lease, from: value || null })}
      />
      <TextField
        label="Until"
        type="date"
        value={lease.until ?? ''}
        onChange={value => onChange({ ...lease, until: value || null })}
      />
      <TextField
        label="Agreed with, and where it is written"
        value={lease.note}
        onChange={note => onChange({ ...lease, note })}
      />
      <button type="button" className="quiet" onClick={() => onChange(null)}>
        Remove this lease
      </button>
    </fieldset>
  );
}
