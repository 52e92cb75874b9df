import type { InputFile } from '../../main/contract/methods.ts';

/** A file as the contract carries it. */
export async function inputFile(file: File): Promise<InputFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  const step = 0x8000;
  for (let at = 0; at < bytes.length; at += step)
    binary += String.fromCharCode(...bytes.subarray(at, at + step));
  return { name: file.name || 'pasted file', data: btoa(binary) };
}

/** Asks for files by the browser's own dialog. */
export function chooseFiles(options: {
  readonly accept: string;
  readonly multiple: boolean;
}): Promise<readonly File[]> {
  return new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = options.accept;
    input.multiple = options.multiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
