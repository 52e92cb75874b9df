import { type ReactElement, useState } from 'react';
import type { DesktopClient } from '../../main/contract/desktop.ts';
import { failureWords } from '../ui/words.ts';
import { WrittenFiles } from '../wire/WrittenFiles.tsx';

/** The proof as a PDF, where the system's dialog says; a browser has this in its own printing dialog. */
export function SavePdf({
  desktop,
  name,
}: {
  readonly desktop: DesktopClient;
  /** What the file is called at first. */
  readonly name: string;
}): ReactElement {
  const [saving, setSaving] = useState(false);
  const [saved, setSaved] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState('');
  const save = async (): Promise<void> => {
    setSaving(true);
    setFailure('');
    try {
      const { file } = await desktop.call('desktop.savePdf', { name });
      if (file !== null) setSaved([file]);
    } catch (error) {
      setFailure(failureWords(error));
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <button type="button" disabled={saving} onClick={() => void save()}>
        Save as PDF…
      </button>
      <span role="alert" className="refusal">
        {failure}
      </span>
      {saved.length > 0 && <WrittenFiles label="Saved proof" files={saved} />}
    </>
  );
}
