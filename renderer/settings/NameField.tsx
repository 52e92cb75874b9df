import { type ReactElement, useState } from 'react';
import { useDesk } from '../app/context.ts';
import { TextField } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';

/** Who is at this machine, asked for where it is first needed; nothing once it is known. */
export function NameField({
  what,
}: {
  /** What the name will stand on. */ readonly what: string;
}): ReactElement | null {
  const { link, info, tell } = useDesk();
  const [name, setName] = useState('');
  if (info.settings.author !== '') return null;
  const save = (): void => {
    link.client
      .call('settings.set', { settings: { author: name } })
      .catch(error => tell(failureWords(error)));
  };
  return (
    <form
      className="name-field"
      onSubmit={event => {
        event.preventDefault();
        if (name.trim() !== '') save();
      }}
    >
      <TextField
        label="Your name"
        hint={`Stands on ${what}. Asked for once; Settings has it.`}
        value={name}
        onChange={setName}
      />
      <button type="submit" disabled={name.trim() === ''}>
        That is me
      </button>
    </form>
  );
}
