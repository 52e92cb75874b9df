import { type ReactElement, useState } from 'react';
import type { DesktopClient, FolderPurpose } from '../../main/contract/desktop.ts';
import { useDesk } from '../app/context.ts';
import { TextField } from '../ui/fields.tsx';
import { failureWords } from '../ui/words.ts';

interface FolderFieldProps {
  readonly label: string;
  readonly hint?: string;
  /** What the folder is for: the desktop remembers the last one for each. */
  readonly purpose: FolderPurpose;
  readonly value: string;
  readonly onChange: (folder: string) => void;
}

/** A folder, typed; on the desktop also chosen by the system's dialog. */
export function FolderField({ label, hint, purpose, value, onChange }: FolderFieldProps): ReactElement {
  const { link, tell } = useDesk();
  const { desktop } = link;
  const [choosing, setChoosing] = useState(false);
  const choose = async (asked: DesktopClient): Promise<void> => {
    setChoosing(true);
    try {
      const { folder } = await asked.call('desktop.chooseFolder', { purpose, current: value });
      if (folder !== null) onChange(folder);
    } catch (error) {
      tell(failureWords(error));
    } finally {
      setChoosing(false);
    }
  };
  return (
    <TextField label={label} hint={hint} value={value} onChange={onChange}>
      {desktop && (
        <button
          type="button"
          className="quiet in-label"
          aria-label={`Choose… ${label}`}
          disabled={choosing}
          onClick={() => void choose(desktop)}
        >
          Choose…
        </button>
      )}
    </TextField>
  );
}
