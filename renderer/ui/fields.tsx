import { type KeyboardEvent, type ReactElement, type ReactNode, useEffect, useId, useRef } from 'react';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string | undefined;
}

/** One line of text with its label. */
export function TextField({
  label,
  value,
  onChange,
  hint,
  type = 'text',
  className = '',
  onBlur,
  children,
}: FieldProps & {
  readonly type?: 'text' | 'date' | 'number' | 'datetime-local';
  readonly onBlur?: () => void;
  readonly className?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        value={value}
        // Words are set the way they are written, whatever the language of the story.
        dir="auto"
        spellCheck={false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(event.target.value)}
        onBlur={onBlur}
      />
      {children}
      {hint && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

/** Several lines of text; as high as its words. */
export function TextArea({
  label,
  value,
  onChange,
  hint,
  className = '',
  onKeyDown,
  children,
}: FieldProps & {
  readonly className?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children?: ReactNode;
}): ReactElement {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element) return;
    element.rows = Math.min(
      12,
      Math.max(
        1,
        value.split('\n').reduce((rows, line) => rows + Math.ceil((line.length + 1) / 60), 0),
      ),
    );
  }, [value]);
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={area}
        id={id}
        value={value}
        dir="auto"
        spellCheck={false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {children}
      {hint && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a closed list. A native select: role combobox, and every platform's own keyboard. */
export function SelectField({
  label,
  value,
  onChange,
  choices,
  hint,
}: FieldProps & { readonly choices: readonly Choice[] }): ReactElement {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={event => onChange(event.target.value)}
      >
        {choices.some(choice => choice.value === value) ? null : <option value={value}>{value}</option>}
        {choices.map(choice => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {hint && (
        <small id={`${id}-hint`} className="hint">
          {hint}
        </small>
      )}
    </div>
  );
}

/** Yes or no. */
export function CheckField({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactElement {
  return (
    <label className="check">
      <input type="checkbox" checked={checked} onChange={event => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
