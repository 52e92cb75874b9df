import { toFailure, WiredeskError } from '../contract/failure.ts';
import { maximumFileBytes } from '../contract/methods.ts';
import type { Result } from '../contract/rpc.ts';
import { uploadPath } from '../contract/uploads.ts';
import type { Core } from '../core/core.ts';

/** The name of the picture file that is sent to this address; null where it is not the address for that. */
export function uploadIn(url: URL): string | null {
  return url.pathname === uploadPath ? (url.searchParams.get('name') ?? '') : null;
}

/**
 * Takes one picture file in. Never throws: what is wrong with it is in the result.
 * @param body its bytes, of which no more are read than a file may have
 */
export async function receiveUpload(
  core: Pick<Core, 'takeIn'>,
  name: string,
  body: AsyncIterable<Uint8Array>,
): Promise<Result> {
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body) {
      size += part.byteLength;
      if (size > maximumFileBytes) throw new WiredeskError('too-large', `${name} is larger than 64 MiB.`);
      parts.push(part);
    }
    return await core.takeIn(name, new Uint8Array(Buffer.concat(parts, size)));
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}
