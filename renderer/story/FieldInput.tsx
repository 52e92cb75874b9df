import { type ReactElement, useState } from 'react';
import {
  type FieldDefinition,
  type FieldName,
  fieldChoices,
  type StoryFields,
  storyFields,
} from '../../main/contract/story.ts';
import { EmbargoInput } from '../embargoes/EmbargoInput.tsx';
import { SelectField, TextArea, TextField } from '../ui/fields.tsx';
import { fromLocalTime, localTime } from '../ui/local-time.ts';
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
          onChange={text => set(text === '' ? '' : fromLocalTime(text))}
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
