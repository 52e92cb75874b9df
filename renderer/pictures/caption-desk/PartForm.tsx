import type { ReactElement } from 'react';
import { NoticeKind } from '../../../main/contract/rights.ts';
import { RestrictionFields } from '../../rights/RestrictionFields.tsx';
import { noticeWords } from '../../rights/words.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import type { Part } from './parts.ts';

/** A part put right by hand; the agency's words beside it stay as they are. */
export function PartForm({
  part,
  onChange,
  onDone,
}: {
  readonly part: Part;
  readonly onChange: (part: Part) => void;
  readonly onDone: () => void;
}): ReactElement {
  return (
    <form
      className="part-form"
      aria-label="Correct this part"
      onSubmit={event => {
        event.preventDefault();
        onDone();
      }}
    >
      <Fields part={part} onChange={onChange} />
      <button type="submit">Correct and accept</button>
    </form>
  );
}

function Fields({
  part,
  onChange,
}: {
  readonly part: Part;
  readonly onChange: (part: Part) => void;
}): ReactElement | null {
  switch (part.kind) {
    case 'credit':
      return (
        <>
          <TextField
            label="Credit line"
            value={part.value.creditLine}
            onChange={creditLine => onChange({ ...part, value: { ...part.value, creditLine } })}
          />
          <TextField
            label="Creator"
            value={part.value.creator}
            onChange={creator => onChange({ ...part, value: { ...part.value, creator } })}
          />
        </>
      );
    case 'dateCreated':
    case 'dateReleased':
      return (
        <TextField
          label="Date"
          value={part.value}
          hint="YYYY-MM-DD, or as much of it as is known"
          onChange={value => onChange({ ...part, value })}
        />
      );
    case 'person':
      return (
        <>
          <TextField
            label="Name"
            value={part.value.name}
            onChange={name => onChange({ ...part, value: { ...part.value, name } })}
          />
          <TextField
            label="Position"
            value={part.value.position}
            onChange={position => onChange({ ...part, value: { ...part.value, position } })}
          />
        </>
      );
    case 'restriction':
      return <RestrictionFields rule={part.value} onChange={value => onChange({ ...part, value })} />;
    case 'notice':
      return (
        <SelectField
          label="Notice"
          value={part.value.kind}
          choices={NoticeKind.options.map(value => ({ value, label: noticeWords[value] }))}
          onChange={kind => onChange({ ...part, value: { ...part.value, kind: NoticeKind.parse(kind) } })}
        />
      );
    case 'tag':
    case 'unread':
      return null;
  }
}
