import { type ReactElement, useState } from 'react';
import { embargoHolds } from '../../main/contract/embargoes.ts';
import type { Embargo } from '../../main/contract/story.ts';
import { SelectField, TextField } from '../ui/fields.tsx';
import { fromLocalTime, localTime, zoneAt } from '../ui/local-time.ts';

/** Whether, and until when, a story may not leave. */
export function EmbargoInput({
  embargo,
  onChange,
}: {
  readonly embargo: Embargo | null;
  readonly onChange: (embargo: Embargo | null) => void;
}): ReactElement {
  const kind = embargo === null ? 'none' : embargo.until === null ? 'open' : 'until';
  return (
    <>
      <SelectField
        label="Embargo"
        value={kind}
        choices={[
          { value: 'none', label: 'None' },
          { value: 'until', label: 'Until a time' },
          { value: 'open', label: 'Until released by hand' },
        ]}
        onChange={next => onChange(next === 'none' ? null : { until: next === 'open' ? null : tomorrow() })}
      />
      {embargo?.until && <UntilInput until={embargo.until} onChange={until => onChange({ until })} />}
    </>
  );
}

/**
 * The time, as it is written. While it is, the 2 of the 24th is a day that may have passed: what would end the embargo
 * counts only once the field is left.
 */
function UntilInput({
  until,
  onChange,
}: {
  readonly until: string;
  readonly onChange: (until: string) => void;
}): ReactElement {
  const [written, setWritten] = useState<string | null>(null);
  return (
    <TextField
      type="datetime-local"
      label="Embargo until"
      hint={`Time in ${zoneAt(until)}`}
      value={written ?? localTime(until)}
      onChange={text => {
        setWritten(text);
        const time = fromLocalTime(text);
        if (time !== null && embargoHolds({ until: time }, new Date())) onChange(time);
      }}
      onBlur={() => {
        const time = written === null ? null : fromLocalTime(written);
        if (time !== null) onChange(time);
        setWritten(null);
      }}
    />
  );
}

function tomorrow(): string {
  const date = new Date(Date.now() + 24 * 60 * 60 * 1000);
  date.setHours(0, 1, 0, 0);
  return date.toISOString();
}
