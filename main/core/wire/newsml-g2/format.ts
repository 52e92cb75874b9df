import type { WireFormat } from '../format.ts';
import { rootName } from '../reading/xml.ts';
import { xhtmlBlocks } from '../xhtml-places.ts';
import { newsmlG2Options } from './options.ts';
import { readNewsmlG2 } from './read.ts';
import { writeNewsmlG2 } from './write.ts';

/** NewsML-G2 2.35, power conformance: text, pictures and package in one newsMessage. */
export const newsmlG2: WireFormat<typeof newsmlG2Options> = {
  id: 'newsml-g2',
  label: 'NewsML-G2 2.35',
  extension: 'xml',
  mediaType: 'application/vnd.iptc.g2.newsmessage+xml',
  options: newsmlG2Options,
  required: ['headline', 'body', 'language'],
  schema: 'newsml-g2/2.35/NewsML-G2_2.35-spec-All-Power.xsd',
  blocks: xhtmlBlocks,
  fields: {
    slugline: 'contentMeta/slugline',
    headline: 'contentMeta/headline',
    subhead: 'contentMeta/headline role house:subhead',
    byline: 'contentMeta/by',
    bylineTitle: 'contentMeta/by role house:bylineTitle',
    dateline: 'contentMeta/dateline and located',
    abstract: 'contentMeta/description role drol:summary',
    takeKey: 'itemMeta/itemMetaExtProperty rel house:takeKey',
    editorialAction: 'itemMeta/pubStatus, signal and role',
    priority: 'newsMessage header/priority',
    urgency: 'contentMeta/urgency',
    category: 'contentMeta/keyword role house:category',
    genre: 'contentMeta/genre',
    language: 'xml:lang and contentMeta/language',
    keywords: 'contentMeta/keyword',
    subjects: 'contentMeta/subject type cpnat:abstract',
    places: 'contentMeta/subject type cpnat:geoArea',
    people: 'contentMeta/subject type cpnat:person',
    organisations: 'contentMeta/subject type cpnat:organisation',
    source: 'contentMeta/infoSource and creditline',
    sourceUri: 'contentMeta/infoSource uri',
    copyrightHolder: 'rightsInfo/copyrightHolder',
    copyrightNotice: 'rightsInfo/copyrightNotice',
    usageTerms: 'rightsInfo/usageTerms',
    edNote: 'itemMeta/edNote',
    internalNote: 'omitted',
    correctionNote: 'itemMeta/edNote role house:correctionNote',
    embargo: 'itemMeta/embargoed, and in words in edNote',
    expires: 'itemMeta/expires',
    targetLength: 'omitted',
    desk: 'newsMessage header/origin',
    author: 'contentMeta/creator role cpprole:author',
    signOff: 'the last paragraph of the body, class sign-off',
  },
  write: writeNewsmlG2,
  recognise: head =>
    /^(?:newsItem|newsMessage|packageItem|conceptItem|knowledgeItem|planningItem|catalogItem|contentSet|contentMeta|groupSet)$/u.test(
      rootName(head),
    ),
  read: readNewsmlG2,
};
