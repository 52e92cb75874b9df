import { type ReactElement, useEffect, useState } from 'react';
import type { MethodInput, MethodOutput } from '../../main/contract/methods.ts';
import { useDesk } from '../app/context.ts';
import { failureWords } from '../ui/words.ts';
import { FilesToDrag } from './FilesToDrag.tsx';

/** What was let go; on the desktop it lies on the disk too, to be dragged from there. */
type Copied = MethodOutput<'export.copy'> & { readonly file: string | null };

/** The story file to paste or to drag elsewhere: it leaves by the same gate, and stands in the same book, as any export. */
export function CopyAsWire({
  request,
  allowed,
}: {
  readonly request: MethodInput<'export.copy'>;
  readonly allowed: boolean;
}): ReactElement {
  const { link, tell } = useDesk();
  const { desktop } = link;
  const [copied, setCopied] = useState<Copied | null>(null);
  const asked = JSON.stringify(request);
  // What was let go for one choice is not there for the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the choice that ends it
  useEffect(() => setCopied(null), [asked]);
  const copy = async (): Promise<void> => {
    try {
      const taken = await link.client.call('export.copy', request);
      putOnClipboard(taken.text);
      const { name, text } = taken;
      const kept = await desktop?.call('desktop.textFile', { name, text });
      setCopied({ ...taken, file: kept?.file ?? null });
      tell(`${taken.name} is on the clipboard.`);
    } catch (error) {
      tell(failureWords(error));
    }
  };
  return (
    <>
      <button type="button" disabled={!allowed} onClick={() => void copy()}>
        Copy as wire
      </button>
      {copied &&
        (desktop && copied.file !== null ? (
          <FilesToDrag desktop={desktop} files={[copied.file]}>
            {copied.name}
          </FilesToDrag>
        ) : (
          <DragOut file={copied} />
        ))}
    </>
  );
}

/** The file as a browser has it, to be dragged to a folder or to another program. */
function DragOut({ file }: { readonly file: Copied }): ReactElement {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.text], { type: file.mediaType }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <a
      className="drag-out"
      href={address}
      download={file.name}
      draggable
      title="Drag it to a folder or to another program"
      onDragStart={event => {
        event.dataTransfer.setData('DownloadURL', `${file.mediaType}:${file.name}:${address}`);
        event.dataTransfer.setData('text/plain', file.text);
      }}
    >
      {file.name}
    </a>
  );
}

/** By the copy event: it asks no permission, and no host has to give one. */
function putOnClipboard(text: string): void {
  const put = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  const done = document.execCommand('copy');
  document.removeEventListener('copy', put);
  if (!done) throw new Error('The clipboard was not to be had.');
}
