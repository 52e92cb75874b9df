/** Namespaces of feeds (wire-formats 9). A receiver matches them letter by letter: Media RSS ends in a slash. */
export const namespaces = {
  media: 'http://search.yahoo.com/mrss/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dcterms: 'http://purl.org/dc/terms/',
  content: 'http://purl.org/rss/1.0/modules/content/',
  atom: 'http://www.w3.org/2005/Atom',
  tombstones: 'http://purl.org/atompub/tombstones/1.0',
  xhtml: 'http://www.w3.org/1999/xhtml',
  /** The house's own, for what no module has a place for. */
  wire: 'urn:wiredesk:wire',
} as const;

/** Media RSS credits: EBU roles under its default scheme, the house's own under its own. */
export const creditSchemes = { ebu: 'urn:ebu', house: namespaces.wire } as const;

export const generatorName = 'Wiredesk';

/** Classes by which the reader knows what the writer put into the body beside the copy. */
export const noteClass = 'wire-note';

/** The schemes that a story's own category and media topics go by. */
export const categoryDomain = `${namespaces.wire}:category`;
export const mediaTopics = 'http://cv.iptc.org/newscodes/mediatopic/';
