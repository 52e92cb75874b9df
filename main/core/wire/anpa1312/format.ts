import type { WireFormat } from '../format.ts';
import { nameProblems } from '../teletype/grammar.ts';
import { lineBlocks, lineFields } from '../teletype/places.ts';
import { grammarProblems } from './grammar.ts';
import { anpa1312Options } from './options.ts';
import { isAnpa1312, readAnpa1312 } from './read.ts';
import { writeAnpa1312 } from './write.ts';

/** ANPA 1312 of 1989 (wire-formats 7). */
export const anpa1312: WireFormat<typeof anpa1312Options> = {
  id: 'anpa1312',
  label: 'ANPA 1312',
  extension: 'txt',
  mediaType: 'text/plain',
  options: anpa1312Options,
  required: ['headline', 'body'],
  grammar: grammarProblems,
  check: nameProblems,
  plain: { characters: 'ascii' },
  blocks: { ...lineBlocks, paragraph: 'a line after a tabulator' },
  fields: {
    ...lineFields,
    slugline:
      'keyword of the header, cut to 24 characters, first line of the text and Slugline line of the notebook',
    takeKey: 'version of the header, first line of the text and Take key line of the notebook',
    priority: 'letter of the header, and Priority line of the notebook',
    category: 'letter of the header where it is one, and Category line of the notebook',
  },
  write: writeAnpa1312,
  recognise: isAnpa1312,
  read: readAnpa1312,
};
