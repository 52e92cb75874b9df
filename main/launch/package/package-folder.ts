const pattern = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** @returns the package's folder that a file lies in: 'node_modules/@img/colour'; null where it is of no package */
export function packageFolder(path: string): string | null {
  return pattern.exec(path)?.[0] ?? null;
}
