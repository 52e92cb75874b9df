import type { ReactElement } from 'react';
import { useDesk } from '../app/context.ts';
import { failureWords } from '../ui/words.ts';
import { FilesToDrag } from './FilesToDrag.tsx';

/** Files that were written; on the desktop each can be dragged elsewhere, or shown where it lies. */
export function WrittenFiles({
  label,
  files,
}: {
  readonly label: string;
  readonly files: readonly string[];
}): ReactElement {
  const { link, tell } = useDesk();
  const { desktop } = link;
  return (
    <ul className="plain written" aria-label={label}>
      {files.map(file => (
        <li key={file}>
          ✓{' '}
          {desktop ? (
            <>
              <FilesToDrag desktop={desktop} files={[file]}>
                {file}
              </FilesToDrag>{' '}
              <button
                type="button"
                className="quiet"
                aria-label={`Show in folder: ${file}`}
                onClick={() =>
                  void desktop.call('desktop.showFile', { file }).catch(error => tell(failureWords(error)))
                }
              >
                Show in folder
              </button>
            </>
          ) : (
            file
          )}
        </li>
      ))}
    </ul>
  );
}
