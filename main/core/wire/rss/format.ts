import type { WireFormat } from '../format.ts';
import { rootName } from '../reading/xml.ts';
import { rssOptions } from './options.ts';
import { readRss } from './read.ts';
import { writeRss } from './write.ts';

/** RSS 2.0 or Atom 1.0 with Media RSS: the story as the only item of a feed. */
export const rss: WireFormat<typeof rssOptions> = {
  id: 'rss',
  label: 'RSS 2.0 with Media RSS',
  extension: 'xml',
  mediaType: 'application/rss+xml',
  options: rssOptions,
  required: ['headline', 'body', 'language'],
  fields: {
    slugline: 'wire:slugline',
    headline: 'title',
    subhead: 'wire:subhead',
    byline: 'dc:creator, in Atom author, and wire:byline',
    bylineTitle: 'wire:bylineTitle',
    dateline: 'wire:dateline, and in words above the copy',
    abstract: 'description, in Atom summary',
    takeKey: 'wire:takeKey',
    editorialAction: 'media:status, wire:editorialAction, and in words where it stops publication',
    priority: 'wire:priority',
    urgency: 'wire:urgency',
    category: 'category, domain urn:wiredesk:wire:category',
    genre: 'wire:genre',
    language: 'language of the channel, in Atom xml:lang',
    keywords: 'category without a domain',
    subjects: 'category with the scheme as its domain',
    places: 'wire:places',
    people: 'wire:people',
    organisations: 'wire:organisations',
    source: 'dc:publisher, and wire:source',
    sourceUri: 'wire:sourceUri',
    copyrightHolder: 'dcterms:rightsHolder',
    copyrightNotice: 'dc:rights and copyright of the channel, in Atom rights',
    usageTerms: 'wire:usageTerms, and in words above the copy',
    edNote: 'wire:edNote, and in words above the copy',
    internalNote: 'omitted',
    correctionNote: 'wire:correctionNote, and in words above the copy',
    embargo: 'wire:embargo, and in words above the copy and in the description',
    expires: 'wire:expires',
    targetLength: 'wire:targetLength',
    desk: 'wire:desk',
    author: 'wire:author, and dc:creator where there is no byline',
    signOff: 'the last paragraph of the body, class sign-off',
  },
  write: writeRss,
  recognise: isFeed,
  read: readRss,
};

/** `feed`, `entry` and `RDF` are names that other XML has as well: these say what they are by namespace or content. */
function isFeed(head: string): boolean {
  switch (rootName(head)) {
    case 'rss':
      return true;
    case 'RDF':
      return /purl\.org\/rss\/1\.0\/|netscape\.com\/rdf\/simple/u.test(head);
    case 'feed':
      return /w3\.org\/2005\/Atom|purl\.org\/atom\/ns|<(?:\w+:)?entry[\s>]/u.test(head);
    case 'entry':
      return /w3\.org\/2005\/Atom|purl\.org\/atom\/ns/u.test(head);
    default:
      return false;
  }
}
