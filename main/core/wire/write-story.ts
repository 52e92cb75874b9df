import type { Story } from '../../contract/story.ts';
import type { WireFormat, Written } from './format.ts';
import { formatById } from './formats.ts';

/** A writer's whole input as plain data, so that a worker thread can write too. */
export interface WriteRequest {
  readonly story: Story;
  /** A wire format's identifier. */
  readonly format: string;
  /** Already parsed by the format's own options. */
  readonly options: unknown;
  /** RFC 3339. */
  readonly now: string;
  readonly provider: { readonly name: string; readonly domain: string };
  readonly baseName: string;
  /**
   * The pictures' files as they leave, by the picture's identifier; their bytes only for a format that holds its
   * pictures in itself.
   */
  readonly media: Readonly<
    Record<string, { readonly path: string; readonly size: number; readonly bytes: Uint8Array | null }>
  >;
}

/** Writes a story in a format: the same request always gives the same bytes. */
export function writeStory(request: WriteRequest): Written {
  const format: WireFormat | undefined = formatById(request.format);
  if (!format?.write) throw new Error(`There is no writer for ${request.format}.`);
  const { media } = request;
  return format.write(request.story, request.options, {
    now: new Date(request.now),
    provider: request.provider,
    baseName: request.baseName,
    mediaPath: picture => media[picture.id]?.path ?? null,
    mediaBytes: picture => media[picture.id]?.size ?? 0,
    mediaFile: picture => media[picture.id]?.bytes ?? null,
  });
}
