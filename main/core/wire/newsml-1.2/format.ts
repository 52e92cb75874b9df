import { z } from 'zod';
import type { WireFormat } from '../format.ts';
import { rootName } from '../reading/xml.ts';
import { xhtmlBlocks } from '../xhtml-places.ts';
import { readNewsml12 } from './read.ts';

/** NewsML 1.2: read, never written; what AFP, Belga, EFE, Kyodo, TASS and press-release wires send. */
export const newsml12: WireFormat = {
  id: 'newsml-1.2',
  label: 'NewsML 1.2',
  extension: 'xml',
  mediaType: 'text/vnd.iptc.newsml',
  options: z.strictObject({}),
  blocks: xhtmlBlocks,
  fields: {
    slugline: 'NewsLines/SlugLine, or NameLabel',
    headline: 'NewsLines/HeadLine',
    subhead: 'NewsLines/SubHeadLine',
    byline: 'NewsLines/ByLine',
    bylineTitle: 'omitted',
    dateline: 'NewsLines/DateLine, and DateLineDate',
    abstract: 'a NewsComponent of role Lead or Abstract',
    takeKey: 'omitted',
    editorialAction: 'RevisionId, and Instruction',
    priority: 'omitted',
    urgency: 'NewsManagement/Urgency',
    category: 'omitted',
    genre: 'DescriptiveMetadata/Genre',
    language: 'DescriptiveMetadata/Language, or xml:lang',
    keywords: 'NewsLines/KeywordLine, and properties Keyword',
    subjects: 'SubjectCode',
    places: 'DescriptiveMetadata/Location',
    people: 'omitted',
    organisations: 'omitted',
    source: 'AdministrativeMetadata/Provider, Source, or CreditLine',
    sourceUri: 'omitted',
    copyrightHolder: 'omitted',
    copyrightNotice: 'NewsLines/CopyrightLine',
    usageTerms: 'RightsMetadata/UsageRights, and RightsLine',
    edNote: 'NewsLine, and Instruction',
    internalNote: 'property EditorialInfo',
    correctionNote: 'omitted',
    embargo: 'Status Embargoed, and StatusWillChange',
    expires: 'omitted',
    targetLength: 'omitted',
    desk: 'omitted',
    author: 'AdministrativeMetadata/Creator',
    signOff: 'the last paragraph, where the provider signs so',
  },
  recognise: head => rootName(head) === 'NewsML',
  read: readNewsml12,
};
