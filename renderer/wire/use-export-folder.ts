import { useState } from 'react';
import { useDesk } from '../app/context.ts';
import { failureWords } from '../ui/words.ts';

export interface ExportFolder {
  readonly folder: string;
  readonly setFolder: (folder: string) => void;
  /** Notes that files were written there: the next export begins with it, in any window. */
  readonly remember: () => void;
}

/** The folder of an export, which begins with that of the last one. */
export function useExportFolder(): ExportFolder {
  const { link, info, tell } = useDesk();
  const [folder, setFolder] = useState(info.exportFolder);
  const remember = (): void => {
    if (folder === '' || folder === info.exportFolder) return;
    link.client
      .call('settings.set', { settings: { exportFolder: folder } })
      .catch(error => tell(failureWords(error)));
  };
  return { folder, setFolder, remember };
}
