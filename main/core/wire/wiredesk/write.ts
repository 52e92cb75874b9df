import type { z } from 'zod';
import type { Block, BoxedBlock } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import { fieldNames, type Story } from '../../../contract/story.ts';
import type { WriteContext, Written } from '../format.ts';
import { editorsOnly } from '../reading/picture.ts';
import { carriesContent, embargoWords, statusWords } from '../status.ts';
import { form, travellingState } from './document.ts';
import type { wiredeskOptions } from './options.ts';
import { blockPlaces, fieldPlaces } from './places.ts';

/** A story whole, in the shapes of the contract, for a colleague who works with Wiredesk too. */
export function writeWiredesk(
  story: Story,
  _options: z.output<typeof wiredeskOptions>,
  context: WriteContext,
): Written {
  const notices = [statusWords(story), embargoWords(story.fields.embargo)].filter(words => words !== '');
  const document = {
    wiredesk: form,
    // For whoever opens the file with something else: no desk may rely on a machine field alone.
    ...(notices.length === 0 ? {} : { notices }),
    story: {
      guid: story.guid,
      version: story.version,
      state: travellingState(story),
      created: story.created,
      fields: travelling(story),
      ...content(story, context),
    },
  };
  const file = {
    path: `${context.baseName}.wiredesk`,
    mediaType: 'application/x-wiredesk',
    bytes: new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`),
  };
  return { files: [file], problems: [] };
}

function travelling({ fields }: Story): Readonly<Record<string, unknown>> {
  const names = fieldNames.filter(name => fieldPlaces[name] !== 'omitted');
  return Object.fromEntries(names.map(name => [name, fields[name]]));
}

function content(story: Story, context: WriteContext): Readonly<Record<string, unknown>> {
  if (!carriesContent(story)) return { body: { version: 1, blocks: [] }, pictures: [] };
  return {
    body: { ...story.body, blocks: story.body.blocks.flatMap(travellingBlock) },
    pictures: story.pictures.map(picture => ({
      ...picture,
      file: fileOf(picture, context),
      original: travellingTexts(picture),
    })),
  };
}

/** Identifiers of blocks are the store's own; an internal note stays, wherever it stands. */
function travellingBlock({ id: _, ...block }: Block | BoxedBlock): readonly object[] {
  if (blockPlaces[block.type] === 'omitted') return [];
  return block.type === 'box'
    ? [{ ...block, blocks: block.blocks.flatMap(inner => travellingBlock(inner)) }]
    : [block];
}

/** The texts as received, but for those that an agency sends to editors alone. */
function travellingTexts({ original }: Picture): Picture['original'] {
  return Object.fromEntries(Object.entries(original).filter(([name]) => name !== editorsOnly));
}

/** What the picture's file is, and where it lies beside this one. */
function fileOf(picture: Picture, context: WriteContext): object | null {
  const path = context.mediaPath(picture);
  return picture.file === null || path === null ? null : { ...picture.file, path };
}
