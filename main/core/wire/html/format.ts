import type { WireFormat } from '../format.ts';
import { xhtmlBlocks } from '../xhtml-places.ts';
import { htmlOptions } from './options.ts';
import { writeHtml } from './write.ts';

/** A complete web page with schema.org NewsArticle, Open Graph and links to share it. */
export const html: WireFormat<typeof htmlOptions> = {
  id: 'html',
  label: 'Web page (HTML)',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  options: htmlOptions,
  readBy: 'intake',
  required: ['headline', 'body', 'language'],
  blocks: xhtmlBlocks,
  fields: {
    slugline: 'omitted',
    headline: 'h1, title, Open Graph and JSON-LD headline',
    subhead: 'under the headline, and JSON-LD alternativeHeadline',
    byline: 'under the headline, and JSON-LD author',
    bylineTitle: 'after the byline, and JSON-LD author jobTitle',
    dateline:
      'before the first paragraph, and JSON-LD dateline; its parts as locationCreated, contentReferenceTime, provider',
    abstract: 'meta description, Open Graph and JSON-LD description',
    takeKey: 'omitted',
    editorialAction: 'JSON-LD creativeWorkStatus, and in words where it stops publication',
    priority: 'omitted',
    urgency: 'omitted',
    category: 'article:section, and JSON-LD articleSection',
    genre: 'JSON-LD genre',
    language: 'lang and dir, and JSON-LD inLanguage',
    keywords: 'meta keywords, article:tag and JSON-LD keywords',
    subjects: 'JSON-LD about, each a DefinedTerm',
    places: 'JSON-LD contentLocation',
    people: 'JSON-LD mentions',
    organisations: 'JSON-LD mentions',
    source: 'footer, and JSON-LD sourceOrganization and creditText',
    sourceUri: 'footer, and JSON-LD sourceOrganization url',
    copyrightHolder: 'JSON-LD copyrightHolder',
    copyrightNotice: 'footer, and JSON-LD copyrightNotice',
    usageTerms: 'footer, and JSON-LD usageInfo',
    edNote: "editor's note under the headline",
    internalNote: 'omitted',
    correctionNote: 'correction under the headline, and JSON-LD correction',
    embargo: 'in words above the headline, and JSON-LD datePublished',
    expires: 'article:expiration_time, and JSON-LD expires',
    targetLength: 'omitted',
    desk: 'omitted',
    author: 'meta author',
    signOff: 'the last paragraph, class sign-off',
  },
  write: writeHtml,
};
