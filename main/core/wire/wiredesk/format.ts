import type { WireFormat } from '../format.ts';
import { isWiredesk } from './document.ts';
import { wiredeskOptions } from './options.ts';
import { blockPlaces, fieldPlaces } from './places.ts';
import { readWiredesk } from './read.ts';
import { writeWiredesk } from './write.ts';

/** This program's own file: a story whole, to be handed to a colleague or kept elsewhere. Unfinished ones too. */
export const wiredesk: WireFormat<typeof wiredeskOptions> = {
  id: 'wiredesk',
  label: 'Wiredesk story',
  extension: 'wiredesk',
  mediaType: 'application/x-wiredesk',
  options: wiredeskOptions,
  blocks: blockPlaces,
  fields: fieldPlaces,
  write: writeWiredesk,
  recognise: isWiredesk,
  read: readWiredesk,
};
