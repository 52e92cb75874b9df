import { type ReactElement, useState } from 'react';
import {
  type FieldDefinition,
  type FieldName,
  fieldChoices,
  type StoryFields,
  storyFields,
} from '../../main/contract/story.ts';
import { SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { SubjectsInput } from './SubjectsInput.tsx';

interface FieldInputProps {
  readonly name: FieldName;
  readonly fields: StoryFields;
  readonly onChange: (change: Partial<StoryFields>) => void;
}

/** The control for any field of a story, from the contract's table: a field added there shows with no other change. */
export function FieldInput({ name, fields, onChange }: FieldInputProps): ReactElement | null {
  const definition: FieldDefinition = storyFields[name];
  const { label, hint } = definition;
  const value = fields[name];
  const set = (next: unknown): void => {
    const parsed = definition.schema.safeParse(next);
    // What does not fit yet (half a date, half a tag) waits in the control until it does.
    if (parsed.success) onChange({ [name]: parsed.data } as Partial<StoryFields>);
  };
  switch (definition.input) {
    case 'line':
    case 'language':
      return (
        <TextField label={label} value={String(value)} hint={hint} onChange={set}>
          <LengthAdvice definition={definition} value={String(value)} />
        </TextField>
      );
    case 'text':
      return (
        <TextArea label={label} value={String(value)} hint={hint} onChange={set}>
          <LengthAdvice definition={definition} value={String(value)} />
        </TextArea>
      );
    case 'number':
      return (
        <TextField
          type="number"
          label={label}
          hint={hint}
          value={value === null ? '' : String(value)}
          onChange={text => set(text === '' ? null : Number(text))}
        />
      );
    case 'list':
      return (
        <ListInput
          label={label}
          hint={hint}
          items={Array.isArray(value) ? value.filter(item => typeof item === 'string') : []}
          onChange={set}
        />
      );
    case 'choice':
      return (
        <SelectField
          label={label}
          hint={hint}
          value={String(value)}
          onChange={set}
          choices={fieldChoices(name).map(choice => ({ value: choice, label: choice }))}
        />
      );
    case 'date-time':
      return (
        <TextField
          type="datetime-local"
          label={label}
          hint={hint}
          value={localTime(String(value))}
          onChange={text => set(text === '' ? '' : new Date(text).toISOString())}
        />
      );
    case 'embargo':
      return <EmbargoInput embargo={fields.embargo} onChange={set} />;
    case 'subjects':
      return <SubjectsInput fields={fields} onChange={set} />;
    case 'dateline':
      return null;
  }
}

/** Words of a list, a line each: a comma may stand in a name. The empty line someone is about to fill is kept here. */
function ListInput({
  label,
  hint,
  items,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly items: readonly string[];
  readonly onChange: (items: readonly string[]) => void;
}): ReactElement {
  const [text, setText] = useState(items.join('\n'));
  const lines = (words: string): readonly string[] =>
    words
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
  const shown = lines(text).join('\n') === items.join('\n') ? text : items.join('\n');
  return (
    <TextArea
      label={label}
      hint={hint ?? 'One a line'}
      value={shown}
      onChange={next => {
        setText(next);
        onChange(lines(next));
      }}
    />
  );
}

/** Advice while writing, never a stop. */
export function LengthAdvice({
  definition,
  value,
}: {
  readonly definition: FieldDefinition;
  readonly value: string;
}): ReactElement | null {
  const limit = definition.limits?.[0];
  if (!limit || value === '') return null;
  const length = Array.from(value).length;
  const over = length > limit.characters;
  return (
    <small className={over ? 'length over' : 'length'}>
      {over ? '! ' : ''}
      {length} of {limit.characters}
    </small>
  );
}

function EmbargoInput({
  embargo,
  onChange,
}: {
  readonly embargo: StoryFields['embargo'];
  readonly onChange: (embargo: StoryFields['embargo']) => void;
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
      {embargo?.until && (
        <TextField
          type="datetime-local"
          label="Embargo until"
          value={localTime(embargo.until)}
          onChange={text => text !== '' && onChange({ until: new Date(text).toISOString() })}
        />
      )}
    </>
  );
}

function tomorrow(): string {
  const date = new Date(Date.now() + 24 * 60 * 60 * 1000);
  date.setHours(0, 1, 0, 0);
  return date.toISOString();
}

/** A moment as `datetime-local` has it: this machine's time, no zone. */
function localTime(time: string): string {
  if (time === '') return '';
  const date = new Date(time);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
