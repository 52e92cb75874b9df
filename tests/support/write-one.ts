import type { Story } from '../../main/contract/story.ts';
import type { WireFormat, WriteContext } from '../../main/core/wire/format.ts';
import { formatById } from '../../main/core/wire/formats.ts';
import { writeContext } from './story.ts';
import { unzip } from './zip.ts';

/** The story file that a format writes, with its bytes, or the XML parts of an archive, read as strict UTF-8. */
export function writeOne(
  format: WireFormat | string,
  story: Story,
  options: unknown = {},
  context: WriteContext = writeContext,
): { readonly path: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly text: string } {
  const known = typeof format === 'string' ? formatById(format) : format;
  const written = known?.write?.(story, known.options.parse(options), context);
  const [file] = written?.files ?? [];
  if (!file) throw new Error(`${typeof format === 'string' ? format : format.id} wrote no file`);
  return { ...file, text: textOf(file.bytes) };
}

function textOf(bytes: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return decoder.decode(bytes);
  const parts = [...unzip(bytes)].filter(([name]) => /\.(?:xml|rels)$/u.test(name));
  return parts.map(([name, data]) => `${name}\n${decoder.decode(data)}\n`).join('');
}
