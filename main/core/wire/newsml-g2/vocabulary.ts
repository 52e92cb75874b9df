import type { Subject } from '../../../contract/story.ts';
import { remembered } from '../../remembered.ts';
import type { WriteContext } from '../format.ts';
import { direction } from '../language.ts';
import { singleLine } from '../text.ts';
import { uriReference } from '../uri.ts';
import { type Attributes, type Child, type Element, element } from '../xml.ts';
import type { Edition } from './edition.ts';

/** Names, schemes and the concept values of NewsML-G2 2.35 (wire-formats 2.2, 2.4, 12). */

export const g2Namespace = 'http://iptc.org/std/nar/2006-10-01/';
export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
export const iptcCatalog = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_41.xml';
export const itemTypes = {
  news: 'application/vnd.iptc.g2.newsitem+xml',
  package: 'application/vnd.iptc.g2.packageitem+xml',
  message: 'application/vnd.iptc.g2.newsmessage+xml',
} as const;

/**
 * The house's own codes, for what IPTC's vocabularies have no word for. Declared in every item by an inline
 * catalog under the alias `house`; a reader may rely on the code after the colon.
 */
export const houseAlias = 'house';
export const houseCodes = [
  'subhead',
  'bylineTitle',
  'takeKey',
  'category',
  'advisory',
  'correctionNote',
  'embargoNote',
  'statusNote',
  'instructions',
  'restriction',
  'restrictionNote',
  'notice',
  'sublocation',
  'city',
  'state',
  'country',
  'description',
  'extendedDescription',
  'jobTitle',
  'licensor',
  'jobId',
  'dateReleased',
  'digitalSourceType',
  'dataMining',
  'expires',
  'main',
] as const;
export type HouseCode = (typeof houseCodes)[number];

export function house(code: HouseCode): string {
  return `${houseAlias}:${code}`;
}

/** Aliases of catalog 41 under which a subject may stand; any other scheme is declared as the house's. */
const subjectAliases: ReadonlySet<string> = new Set(
  'medtop subj nprt genre scn sportfacet sportfacetvalue iso3166-1a2 iso3166-1a3 iso3166-2 geonames wikidata dbpedia freebase isin ticker figi sedol cusip mic gics tidm wldreg parasport'.split(
    ' ',
  ),
);

/** Genres of IPTC's vocabulary known by code; anything else travels as a literal (wire-formats 12). */
const genreCodes: ReadonlyMap<string, string> = new Map(
  'Actuality Advertiser_Supplied Advice Advisory Analysis Archive_material Background Behind_the_Story Biography Birth_Announcement Current Curtain_Raiser'
    .split(' ')
    .map(code => [code.toLowerCase(), code]),
);

/** A code without the characters that a QCode may not hold (NewsML-G2 QCodeType: no white space). */
function codePart(text: string): string {
  return singleLine(text).replace(/[\s%\p{Z}]/gu, character => encodeURIComponent(character));
}

const schemeAddress = /^https?:\/\/\S+$/;

/** The alias of a scheme outside catalog 41: an NCName, told apart from any of IPTC's by its prefix. */
const foreignAlias = remembered(1_000, scheme => {
  const name = Array.from(singleLine(scheme), character =>
    /[A-Za-z0-9._-]/.test(character) ? character : `_${character.codePointAt(0)?.toString(16)}_`,
  );
  return `x-${name.join('')}`;
});

/** A subject as `subject`: by code where it has one, with its name as a person reads it. */
export function subjectElement({ scheme, code, name }: Subject, language: string): Element | null {
  const concept = identity(scheme, code, name);
  if (Object.keys(concept).length === 0) return null;
  return element('subject', { type: 'cpnat:abstract', ...concept }, nameElement(name, language));
}

function identity(scheme: string, code: string, name: string): Attributes {
  const plainCode = codePart(code);
  if (plainCode === '') return literal(name);
  if (scheme.trim() === '') return literal(code);
  if (schemeAddress.test(scheme)) return { uri: uriReference(`${scheme}${plainCode}`) };
  const alias = subjectAliases.has(scheme) ? scheme : foreignAlias(scheme);
  return { qcode: `${alias}:${plainCode}` };
}

function literal(text: string): Attributes {
  const line = singleLine(text);
  return line === '' ? {} : { literal: line };
}

export function nameElement(name: string, language?: string): Element | null {
  const line = singleLine(name);
  return line === '' ? null : element('name', { 'xml:lang': language }, line);
}

/** A concept that is known by its words only: `literal` and a `name`. Nothing for no words. */
export function concept(
  name: string,
  words: string,
  attributes: Attributes = {},
  ...children: readonly Child[]
): Element | null {
  const line = singleLine(words);
  return line === '' ? null : element(name, { ...attributes, literal: line }, nameElement(line), children);
}

export function genreElement(genre: string): Element | null {
  const line = singleLine(genre);
  const code = genreCodes.get(line.toLowerCase().replace(/ /g, '_'));
  if (code === undefined) return concept('genre', genre);
  return element('genre', { qcode: `genre:${code}` }, nameElement(line));
}

/** The catalogs of an item: IPTC's by reference, the house's and unknown subject schemes spelled out (2.4). */
export function catalogs(context: WriteContext, subjects: readonly Subject[] = []): readonly Element[] {
  const base = `http://${encodeURIComponent(context.provider.domain || 'wiredesk.invalid')}/cv`;
  const foreign = new Map(
    subjects
      .filter(({ scheme, code }) => isForeign(scheme) && codePart(code) !== '')
      .map(({ scheme }) => [foreignAlias(scheme), encodeURIComponent(singleLine(scheme))]),
  );
  return [
    element('catalogRef', { href: iptcCatalog }),
    element(
      'catalog',
      {},
      element('scheme', { alias: houseAlias, uri: `${base}/wiredesk/` }),
      [...foreign].map(([alias, name]) => element('scheme', { alias, uri: `${base}/scheme/${name}/` })),
    ),
  ];
}

/** Neither IPTC's nor an address: a scheme that only the house knows. Its URI ends with its name, encoded. */
function isForeign(scheme: string): boolean {
  return scheme.trim() !== '' && !schemeAddress.test(scheme) && !subjectAliases.has(scheme);
}

/** Attributes that every item carries (NewsML-G2 2.2). */
export function itemAttributes(
  guid: string,
  version: number,
  language: string,
  { standardVersion }: Edition,
): Attributes {
  return {
    guid,
    version,
    standard: 'NewsML-G2',
    standardversion: standardVersion,
    conformance: 'power',
    'xml:lang': language,
    dir: direction(language),
  };
}

/** Words in a block element, a `br` for each line break. Nothing for no words. */
export function blockElement(name: string, words: string, attributes: Attributes = {}): Element | null {
  const trimmed = words.trim();
  if (trimmed === '') return null;
  const [first = '', ...more] = trimmed.split(/\r\n|[\n\r]/);
  return element(name, attributes, first, ...more.flatMap(line => [element('br'), line]));
}
