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
  address.search = new URLSearchParams({ name: file.name || 'pasted file' }).toString();
  let answer: Response;
  try {
    // In memory and not as the file itself: a custom scheme's handler is given no file to read.
    answer = await fetch(address, { method: 'POST', body: await file.arrayBuffer(), signal });
  } catch (error) {
    if (signal.aborted) throw new WiredeskError('cancelled', 'Cancelled.');
    throw new WiredeskError('unreadable', `${file.name} did not reach the program.`, { cause: error });
  }
  if (!answer.ok) throw new WiredeskError('forbidden', (await answer.text()).trim());
  const result = Result.parse(await answer.json());
  if (!result.ok) throw new WiredeskError(result.error.code, result.error.message);
  return TakenUpload.parse(result.value);
}
