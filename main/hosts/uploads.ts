import { toFailure, WiredeskError } from '../contract/failure.ts';
import { maximumFileBytes } from '../contract/methods.ts';
import type { Result } from '../contract/rpc.ts';
import { uploadPath } from '../contract/uploads.ts';
import type { Core } from '../core/core.ts';

/** A picture file that is announced by an address. */
export interface Announced {
  readonly name: string;
  readonly size: number;
}

/** The picture file that is sent to this address; null where it is not the address for that. */
export function uploadIn(url: URL): Announced | null {
  if (url.pathname !== uploadPath) return null;
  return { name: url.searchParams.get('name') ?? '', size: Number(url.searchParams.get('size')) };
}

/**
 * Takes one picture file in. Never throws: what is wrong with it is in the result.
 * @param body its bytes, of which no more are read than a file may have
 * @returns null where other bytes arrived than were announced
 */
export async function receiveUpload(
  core: Pick<Core, 'takeIn'>,
  { name, size: announced }: Announced,
  body: AsyncIterable<Uint8Array>,
): Promise<Result | null> {
  try {
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of body) {
      size += part.byteLength;
      if (size > maximumFileBytes) throw new WiredeskError('too-large', `${name} is larger than 64 MiB.`);
      parts.push(part);
    }
    if (size !== announced) return null;
    return await core.takeIn(name, new Uint8Array(Buffer.concat(parts, size)));
  } catch (error) {
    return { ok: false, error: toFailure(error) };
  }
}
