import { WiredeskError } from '../../main/contract/failure.ts';
import { maximumFileBytes } from '../../main/contract/methods.ts';
import { Result } from '../../main/contract/rpc.ts';
import { TakenUpload, uploadPath } from '../../main/contract/uploads.ts';

/**
 * Sends one picture file to the host as the bytes it is. Both hosts serve the page and this address alike.
 * @throws WiredeskError with the host's code, 'too-large' before anything is read, 'cancelled' by the signal
 */
export async function uploadPicture(file: File, signal: AbortSignal): Promise<TakenUpload> {
  if (file.size > maximumFileBytes)
    throw new WiredeskError('too-large', `${file.name} is larger than 64 MiB.`);
  const address = new URL(`.${uploadPath}`, window.location.href);
  address.search = new URLSearchParams({
    name: file.name || 'pasted file',
    size: String(file.size),
  }).toString();
  const send = async (body: File | ArrayBuffer): Promise<Response> => {
    try {
      return await fetch(address, { method: 'POST', body, signal });
    } catch (error) {
      if (signal.aborted) throw new WiredeskError('cancelled', 'Cancelled.');
      throw new WiredeskError('unreadable', `${file.name} did not reach the program.`, { cause: error });
    }
  };
  // As the file itself, which the browser reads off this thread: copying its bytes would hold the page up.
  let answer = await send(file);
  // A host that serves the page by a scheme of its own may be handed no file to read.
  if (answer.status === 400) answer = await send(await file.arrayBuffer());
  if (!answer.ok) throw new WiredeskError('forbidden', (await answer.text()).trim());
  const result = Result.parse(await answer.json());
  if (!result.ok) throw new WiredeskError(result.error.code, result.error.message);
  return TakenUpload.parse(result.value);
}
