import type { WireFormat } from '../format.ts';
import { plainBlocks } from '../plain-places.ts';
import { iptc7901Options } from './options.ts';
import { isIptc7901, readIptc7901 } from './read.ts';
import { writeIptc7901 } from './write.ts';

/** IPTC 7901: plain text of 69 columns between control characters, as German and Swiss wires send it. */
export const iptc7901: WireFormat<typeof iptc7901Options> = {
  id: 'iptc7901',
  label: 'IPTC 7901',
  extension: 'txt',
  mediaType: 'text/plain',
  options: iptc7901Options,
  required: ['headline', 'body'],
  blocks: plainBlocks,
  fields: {
    slugline: 'the first of the keyword line',
    headline: 'the head block',
    subhead: 'the head block, Subhead',
    byline: 'the head block',
    bylineTitle: 'notebook, Byline title',
    dateline: 'the first words of the copy, and notebook, Dateline',
    abstract: 'notebook, Abstract',
    takeKey: 'the first line of the head block',
    editorialAction: 'words of the head block',
    priority: 'the digit of the header',
    urgency: 'omitted',
    category: 'the letters of the header, else notebook, Category',
    genre: 'notebook, Genre',
    language: 'notebook, Language',
    keywords: 'the keyword line',
    subjects: 'omitted',
    places: 'omitted',
    people: 'omitted',
    organisations: 'omitted',
    source: 'notebook, Source',
    sourceUri: 'omitted',
    copyrightHolder: 'omitted',
    copyrightNotice: 'notebook, Copyright',
    usageTerms: 'notebook, Usage terms',
    edNote: 'notebook, Note to editors',
    internalNote: 'omitted',
    correctionNote: 'notebook, Correction',
    embargo: 'words of the head block, and notebook, Embargo',
    expires: 'notebook, Expires',
    targetLength: 'omitted',
    desk: 'omitted',
    author: 'omitted',
    signOff: 'the last line, in brackets',
  },
  write: writeIptc7901,
  recognise: isIptc7901,
  read: readIptc7901,
};
