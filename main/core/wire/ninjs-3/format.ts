import { problem } from '../../../contract/failure.ts';
import type { WireFormat } from '../format.ts';
import { isWireUri } from '../uri.ts';
import { xhtmlBlocks } from '../xhtml-places.ts';
import { ninjs3Options } from './options.ts';
import { writeNinjs3 } from './write.ts';

/** ninjs 3.1: the story as one JSON object, its pictures as associations. */
export const ninjs3: WireFormat<typeof ninjs3Options> = {
  id: 'ninjs-3',
  label: 'ninjs 3.1',
  extension: 'json',
  mediaType: 'application/json',
  options: ninjs3Options,
  required: ['headline', 'body', 'language'],
  schema: 'ninjs/ninjs-schema_3.1.json',
  blocks: xhtmlBlocks,
  fields: {
    slugline: 'slugline',
    headline: 'headlines role main',
    subhead: 'headlines role subhead',
    byline: 'by',
    bylineTitle: 'headlines role bylinetitle',
    dateline: 'headlines role dateline, and located',
    abstract: 'descriptions role summary',
    takeKey: 'descriptions role takekey',
    editorialAction: 'pubStatus and profile',
    priority: 'omitted',
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
    desk: 'omitted',
    author: 'infoSources role author',
    signOff: 'the last paragraph of the body, class sign-off',
  },
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
  write: writeNinjs3,
};
