import type { WireFormat } from '../format.ts';
import { plainBlocks } from '../plain-places.ts';
import { anpa1312Options } from './options.ts';
import { isAnpa1312, readAnpa1312 } from './read.ts';
import { writeAnpa1312 } from './write.ts';

/** ANPA 1312: seven-bit text with the marks of American newspaper wires. */
export const anpa1312: WireFormat<typeof anpa1312Options> = {
  id: 'anpa1312',
  label: 'ANPA 1312',
  extension: 'txt',
  mediaType: 'text/plain',
  options: anpa1312Options,
  required: ['headline', 'body'],
  blocks: plainBlocks,
  fields: {
    slugline: 'the keyword, cut to 24 characters; the first line of the text, whole',
    headline: 'a header line',
    subhead: 'a header line, Subhead',
    byline: 'a line that ends in =',
    bylineTitle: 'the next line that ends in =',
    dateline: 'the first words of the copy, and a header line, Dateline',
    abstract: 'a header line, Abstract',
    takeKey: 'the version behind the keyword, and the first line of the text',
    editorialAction: 'words of a header line',
    priority: 'the letter of the priority',
    urgency: 'omitted',
    category: 'the letter of the category, else a header line, Category',
    genre: 'a header line, Genre',
    language: 'a header line, Language',
    keywords: 'a header line, Keywords',
    subjects: 'omitted',
    places: 'omitted',
    people: 'omitted',
    organisations: 'omitted',
    source: 'a header line, Source',
    sourceUri: 'omitted',
    copyrightHolder: 'omitted',
    copyrightNotice: 'a header line, Copyright',
    usageTerms: 'a header line, Usage terms',
    edNote: 'a header line, Note to editors',
    internalNote: 'omitted',
    correctionNote: 'a header line, Correction',
    embargo: 'words of a header line, and Embargo',
    expires: 'a header line, Expires',
    targetLength: 'omitted',
    desk: 'omitted',
    author: 'omitted',
    signOff: 'the last paragraph, in brackets',
  },
  write: writeAnpa1312,
  recognise: isAnpa1312,
  read: readAnpa1312,
};
