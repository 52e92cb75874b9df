import type { z } from 'zod';
import { problem } from '../../../contract/failure.ts';
import type { FieldPlaces, WireFormat } from '../format.ts';
import { isWireUri } from '../uri.ts';
import { xhtmlBlocks } from '../xhtml-places.ts';
import type { Generation } from './older.ts';
import { ninjsOptions } from './options.ts';
import { readNinjs } from './read.ts';
import { generationOf } from './upgrade.ts';
import { writeNinjs } from './write.ts';

type NinjsFormat = WireFormat<typeof ninjsOptions>;

/** What the three generations share; each names its places. */
function ninjs(generation: Generation, id: string, fields: FieldPlaces): NinjsFormat {
  return {
    id,
    label: `ninjs ${generation}`,
    extension: 'json',
    mediaType: 'application/json',
    options: ninjsOptions,
    required: ['headline', 'body', 'language'],
    schema: `ninjs/ninjs-schema_${generation}.json`,
    blocks: xhtmlBlocks,
    fields,
    check: story =>
      isWireUri(story.guid)
        ? []
        : [
            problem(
              'warning',
              'guid-not-uri',
              'The story’s identity is no URI; ninjs carries it wrapped in one, and as it is among the alternative identifiers.',
            ),
          ],
    write: (story, options: z.output<typeof ninjsOptions>, context) =>
      writeNinjs(generation, story, options, context),
    recognise: head => generationOf(head) === generation,
    read: readNinjs,
  };
}

/** ninjs 3.1: the story as one JSON object, its pictures as associations. */
export const ninjs3 = ninjs('3.1', 'ninjs-3', {
  slugline: 'slugline',
  headline: 'headlines role main',
  subhead: 'headlines role subhead',
  byline: 'by',
  bylineTitle: 'headlines role bylinetitle',
  dateline: 'headlines role dateline, and located',
  abstract: 'descriptions role summary',
  takeKey: 'descriptions role takekey',
  editorialAction: 'pubStatus and profile',
  priority: 'descriptions role priority',
  urgency: 'urgency',
  category: 'subjects rel category',
  genre: 'genres',
  language: 'language',
  keywords: 'subjects rel keyword',
  subjects: 'subjects',
  places: 'places',
  people: 'people',
  organisations: 'organisations',
  source: 'infoSources role source',
  sourceUri: 'infoSources role source, uri',
  copyrightHolder: 'copyrightHolder',
  copyrightNotice: 'copyrightNotice',
  usageTerms: 'usageTerms',
  edNote: 'edNote',
  internalNote: 'omitted',
  correctionNote: 'descriptions role correction, and edNote',
  embargo: 'embargoedUntil, and in words in edNote',
  expires: 'expires',
  targetLength: 'omitted',
  desk: 'infoSources role desk',
  author: 'infoSources role author',
  signOff: 'the last paragraph of the body, class sign-off',
});

/** ninjs 2.2: the same shape with names in lower case. */
export const ninjs2 = ninjs('2.2', 'ninjs-2', {
  ...ninjs3.fields,
  editorialAction: 'pubstatus and profile',
  source: 'infosources role source',
  sourceUri: 'infosources role source, uri',
  copyrightHolder: 'copyrightholder',
  copyrightNotice: 'copyrightnotice',
  usageTerms: 'usageterms',
  edNote: 'ednote',
  correctionNote: 'descriptions role correction, and ednote',
  embargo: 'embargoed, and in words in ednote',
  desk: 'infosources role desk',
  author: 'infosources role author',
});

/** ninjs 1.6: texts by role as properties of their own, lists of concepts in the singular. */
export const ninjs1 = ninjs('1.6', 'ninjs-1', {
  ...ninjs2.fields,
  headline: 'headline',
  subhead: 'headline_subhead',
  byline: 'byline',
  bylineTitle: 'headline_bylinetitle',
  dateline: 'headline_dateline and its parts, and located',
  abstract: 'description_summary',
  takeKey: 'description_takekey',
  priority: 'description_priority',
  category: 'subject rel category',
  genre: 'genre',
  keywords: 'subject rel keyword',
  subjects: 'subject',
  places: 'place',
  people: 'person',
  organisations: 'organisation',
  source: 'infosource rel source',
  sourceUri: 'infosource rel source, code',
  correctionNote: 'description_correction, and ednote',
  desk: 'infosource rel desk',
  author: 'infosource rel author',
});
