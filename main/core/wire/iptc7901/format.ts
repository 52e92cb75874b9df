import type { WireFormat } from '../format.ts';
import { nameProblems } from '../teletype/grammar.ts';
import { lineBlocks, lineFields } from '../teletype/places.ts';
import { grammarProblems } from './grammar.ts';
import { iptc7901Options } from './options.ts';
import { isIptc7901, readIptc7901 } from './read.ts';
import { writeIptc7901 } from './write.ts';

/** IPTC 7901, revision 5 of 1995 (wire-formats 6). */
export const iptc7901: WireFormat<typeof iptc7901Options> = {
  id: 'iptc7901',
  label: 'IPTC 7901',
  extension: 'txt',
  mediaType: 'text/plain',
  options: iptc7901Options,
  required: ['headline', 'body'],
  grammar: grammarProblems,
  check: nameProblems,
  plain: { characters: 'unicode' },
  blocks: { ...lineBlocks, paragraph: 'lines of at most 69 columns, the first set in by three' },
  fields: {
    ...lineFields,
    slugline: 'keyword line, and Slugline line of the notebook',
    takeKey: 'rank line above the headline, and Take key line of the notebook',
    priority: 'digit of the header, and Priority line of the notebook',
    category: 'letters of the header where it fits, and Category line of the notebook',
    keywords: 'keyword line, and Keywords line of the notebook',
  },
  write: writeIptc7901,
  recognise: isIptc7901,
  read: readIptc7901,
};
