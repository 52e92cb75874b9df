import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { Body } from '../../contract/body.ts';
import { WiredeskError } from '../../contract/failure.ts';
import { Picture } from '../../contract/picture.ts';
import { StoryFields } from '../../contract/story.ts';

/** What a snapshot holds; everything else of a story is in columns. A field added later takes its default. */
const Snapshot = z.object({ fields: StoryFields, body: Body, pictures: z.array(Picture).readonly() });
export type Snapshot = z.infer<typeof Snapshot>;

/** A story's content as bytes for the store. */
export function packSnapshot({ fields, body, pictures }: Snapshot): Buffer {
  return deflateRawSync(JSON.stringify({ fields, body, pictures }), { level: 1 });
}

/** @throws WiredeskError 'store-damaged' where the bytes are not a snapshot */
export function unpackSnapshot(bytes: Buffer): Snapshot {
  try {
    return Snapshot.parse(JSON.parse(inflateRawSync(bytes).toString('utf8')));
  } catch (error) {
    throw new WiredeskError('store-damaged', 'A stored story cannot be read.', { cause: error });
  }
}
