import { isJsonRecord, type JsonRecord, listAt, recordAt, textAt } from '../reading/json.ts';
import type { Generation } from './older.ts';

/**
 * Every generation of ninjs, and the dialects of Superdesk and AP, in the newest generation's words, so that one
 * reader reads them all (wire-formats 4).
 */

const ninjsTypes = 'text|audio|video|picture|graphic|composite|component|event|planning';

/** Which generation the beginning of a JSON file is of; null where it is no ninjs. */
export function generationOf(head: string): Generation | null {
  const start = head.slice(0, 65_536);
  if (!/^\s*[{[]/u.test(start) || /"(?:content_elements|@context|canonical_url|fields)"\s*:/u.test(start))
    return null;
  const declared = /"(\$?)standard"\s*:\s*\{[^{}]*?"version"\s*:\s*"(\d)/u.exec(start);
  if (declared && /ninjs/iu.test(start)) return generations[declared[2] ?? ''] ?? null;
  if (!/"(?:uri|guid)"\s*:/u.test(start)) return null;
  if (
    /"(?:versionCreated|firstCreated|pubStatus|representationType|infoSources|embargoedUntil|altIds)"\s*:/u.test(
      start,
    )
  )
    return '3.1';
  if (/"(?:headlines|bodies|descriptions|people|infosources|standard)"\s*:\s*[[{]/u.test(start)) return '2.2';
  const known = new RegExp(
    `"(?:versioncreated|pubstatus|body_html|body_text|headline|representationtype|mimetype|description_\\w+|associations|usageterms|copyrightholder|altids)"\\s*:|"type"\\s*:\\s*"(?:${ninjsTypes})"|^\\s*\\{\\s*"uri"\\s*:\\s*"[^"]*"\\s*(?:\\}|,\\s*"(?:version|language|urgency|byline|located|title|profile|place|person|subject|event|object|organisation|infosource|genre|expires|embargoed|ednote|slugline|renditions|rightsinfo|trustindicator|charcount|wordcount)")`,
    'u',
  );
  return known.test(start) ? '1.6' : fromNames(start);
}

/** A small item has few properties: where all of them are ninjs's own, it is ninjs. */
function fromNames(start: string): Generation | null {
  let value: unknown;
  try {
    value = JSON.parse(start);
  } catch {
    return null;
  }
  if (!isJsonRecord(value) || textAt(value, 'uri') === '') return null;
  const names = Object.keys(value);
  const isOwn = (name: string): boolean =>
    /^(?:headline|description|body)(?:_\w+)?$/u.test(name) ||
    knownNames.has(name) ||
    newestNames.has(name.toLowerCase()) ||
    name in renamed;
  if (!names.every(isOwn)) return null;
  if (names.some(name => newestNames.get(name.toLowerCase()) === name)) return '3.1';
  return names.some(
    name => /^(?:headlines|bodies|descriptions|people|\w+s)$/u.test(name) && !singularNames.has(name),
  )
    ? '2.2'
    : '1.6';
}

/** Names that all generations spell alike. */
const knownNames = new Set(
  'uri type mimetype profile version standard urgency language person organisation place subject event events object objects people places subjects organisations genres headlines descriptions bodies by slugline located renditions associations title expires trustindicator'.split(
    ' ',
  ),
);
const singularNames = new Set(['expires', 'renditions', 'associations', 'usageterms', 'altids', 'pubstatus']);

const generations: Readonly<Record<string, Generation>> = { '1': '1.6', '2': '2.2', '3': '3.1' };

/** Names of the newest generation by their lower case. */
const newestNames: ReadonlyMap<string, string> = new Map(
  [
    'representationType',
    'firstCreated',
    'versionCreated',
    'contentCreated',
    'embargoedUntil',
    'pubStatus',
    'copyrightHolder',
    'copyrightNotice',
    'usageTerms',
    'edNote',
    'infoSources',
    'altIds',
    'digitalSourceType',
    'rightsInfo',
    'linkedRights',
    'encodedRights',
    'contentType',
    'charCount',
    'wordCount',
    'sizeInBytes',
    'contactInfo',
    'trustIndicators',
    'eventDetails',
    'plannedCoverage',
    'geoJSON',
  ].map(name => [name.toLowerCase(), name]),
);

/** Names of generation 1 and of dialects that the newest generation has others for. */
const renamed: Readonly<Record<string, string>> = {
  guid: 'uri',
  $standard: 'standard',
  embargoed: 'embargoedUntil',
  byline: 'by',
  subject: 'subjects',
  person: 'people',
  organisation: 'organisations',
  place: 'places',
  genre: 'genres',
  infosource: 'infoSources',
  mimetype: 'contentType',
};

/** An item of any generation in the newest one's words; what is of the newest already stays. */
export function upgraded(item: JsonRecord): JsonRecord {
  const made: Record<string, unknown> = {};
  const headlines: JsonRecord[] = [];
  const descriptions: JsonRecord[] = [];
  const bodies: JsonRecord[] = [];
  for (const [name, value] of Object.entries(item)) {
    const by = /^(headline|description|body)(?:_(\w+?))?(?:_\d+)?$/u.exec(name);
    if (by && typeof value === 'string') {
      const role = by[2] ?? (by[1] === 'headline' ? 'main' : 'text');
      const list = by[1] === 'headline' ? headlines : by[1] === 'body' ? bodies : descriptions;
      list.push(by[1] === 'body' ? { role, contentType: bodyType(role), value } : { role, value });
    } else if (name === 'associations') made.associations = namedList(value).map(upgradedEntry);
    else if (name === 'renditions') made.renditions = namedList(value).map(renamedRecord);
    else if (name === 'altids' && isJsonRecord(value)) made.altIds = roleList(value);
    else {
      const key = newestName(name);
      // A dialect's `guid` beside a `uri` is the item's own identifier.
      if (!(key in made) || key === name) made[key] = renamedValue(value);
    }
  }
  return {
    ...made,
    headlines: [...recordList(made.headlines), ...headlines],
    descriptions: [...recordList(made.descriptions), ...descriptions],
    bodies: [...recordList(made.bodies), ...bodies],
  };
}

function newestName(name: string): string {
  return renamed[name] ?? newestNames.get(name) ?? name;
}

function renamedRecord(record: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [newestName(name), renamedValue(value)]),
  );
}

function renamedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(renamedValue);
  return isJsonRecord(value) ? renamedRecord(value) : value;
}

function upgradedEntry(entry: JsonRecord): JsonRecord {
  return upgraded(entry);
}

function recordList(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.filter(isJsonRecord) : [];
}

/** An object by name as a list; a list as it is. Superdesk leaves null where something was taken out. */
function namedList(value: unknown): readonly JsonRecord[] {
  if (Array.isArray(value)) return recordList(value);
  if (!isJsonRecord(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => (isJsonRecord(each) ? [{ name, ...each }] : []));
}

function roleList(value: JsonRecord): readonly JsonRecord[] {
  return Object.entries(value).flatMap(([role, each]) =>
    typeof each === 'string' ? [{ role, value: each }] : [],
  );
}

function bodyType(role: string): string {
  if (/^(?:x?html5?|html.*)$/iu.test(role)) return 'text/html';
  return /nitf|xml/iu.test(role) ? 'application/xml' : 'text/plain';
}

/** The items that a file holds: one, a list, or AP's envelope around one or several. */
export function itemsIn(value: unknown): readonly JsonRecord[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (!isJsonRecord(value)) return [];
  const enveloped = recordAt(value, 'data');
  if (isJsonRecord(enveloped.item)) return [enveloped.item];
  if (Array.isArray(enveloped.items)) return listAt(enveloped, 'items').flatMap(itemsIn);
  if (isJsonRecord(value.item) && textAt(value, 'uri') === '') return [value.item];
  return [value];
}
