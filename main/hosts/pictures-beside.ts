import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { maximumFileBytes } from '../contract/methods.ts';

/** A bare name of a picture file as a wire file mentions it: no part of a path, so it cannot lead anywhere. */
const pictureName =
  /[\p{L}\p{M}\p{N}_%.,@ ~+-]{1,200}\.(?:jpe?g|png|tiff?|webp|heic|avif|gif)(?![\p{L}\p{N}])/giu;
const most = 500;

export function isPictureName(path: string): boolean {
  return /\.(?:jpe?g|png|tiff?|webp|heic|avif|gif)$/iu.test(path);
}

/**
 * The picture files that lie beside a wire file, in its folder or in `media` there, and that it mentions by name:
 * an export taken in again, or a feed's folder, finds its pictures.
 */
export async function picturesBeside(file: string, bytes: Buffer): Promise<readonly string[]> {
  if (bytes.length > maximumFileBytes) return [];
  const names = new Set(
    Array.from(bytes.toString('utf8').matchAll(pictureName), match => decoded(match[0].trim())),
  );
  const folder = dirname(resolve(file));
  const found: string[] = [];
  for (const name of [...names].slice(0, most))
    for (const path of [join(folder, name), join(folder, 'media', name)])
      if (isBare(name) && path !== resolve(file) && (await isReadable(path))) found.push(path);
  return found;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function isBare(name: string): boolean {
  return !/[\\/\0]/.test(name) && name !== '..';
}

async function isReadable(path: string): Promise<boolean> {
  try {
    const { size } = await stat(path);
    return size > 0 && size <= maximumFileBytes;
  } catch {
    return false;
  }
}
