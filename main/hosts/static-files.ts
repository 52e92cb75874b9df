import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative, sep } from 'node:path';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

export interface StaticFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/**
 * A file of the built renderer by its URL path.
 * @param path as it stands in the URL, percent-encoded
 * @returns null where there is none, or where the path would leave the folder
 */
export async function readStaticFile(root: string, path: string): Promise<StaticFile | null> {
  let name: string;
  try {
    name = decodeURIComponent(path === '/' ? '/index.html' : path);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.includes('\\')) return null;
  const file = join(root, name);
  // Not startsWith: a sibling folder may have the same beginning.
  const way = relative(root, file);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return null;
  const mediaType = mediaTypes[extname(file)];
  if (!mediaType) return null;
  try {
    return { bytes: await readFile(file), mediaType };
  } catch {
    return null;
  }
}

const picturePath = /^\/pictures\/([0-9a-f]{64})\/(original|preview|thumbnail)$/;

/** The picture that a URL path names; null where it names none. */
export function pictureInPath(
  path: string,
): { readonly sha256: string; readonly variant: 'original' | 'preview' | 'thumbnail' } | null {
  const [, sha256, variant] = picturePath.exec(path) ?? [];
  if (!sha256 || (variant !== 'original' && variant !== 'preview' && variant !== 'thumbnail')) return null;
  return { sha256, variant };
}
