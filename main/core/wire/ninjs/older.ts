import { remembered } from '../../remembered.ts';
import type { Json, JsonObject } from './json.ts';

/** The three generations of ninjs, which cannot read one another (wire-formats 4). Stories are made in the newest. */
export type Generation = '1.6' | '2.2' | '3.1';

/** An object of the newest generation in the words of another. */
export function inGeneration(generation: Generation, newest: JsonObject): JsonObject {
  if (generation === '3.1') return newest;
  const second = secondGeneration(newest, true);
  return generation === '2.2' ? second : firstGeneration(second, true);
}

/** Generation 2 has the same shape, its names in lower case; the embargo's name alone is another. */
function secondGeneration(newest: JsonObject, isRoot: boolean): JsonObject {
  const object = lowerCased(newest);
  return isRoot ? { ...object, standard: standardOf('2.2') } : object;
}

function lowerCased(object: JsonObject): JsonObject {
  const made: Record<string, Json> = {};
  for (const name in object) made[lowerCasedName(name)] = lowerCasedValue(object[name] ?? null);
  return made;
}

const lowerCasedName = remembered(1_000, name =>
  name === 'embargoedUntil' ? 'embargoed' : name.toLowerCase(),
);

function lowerCasedValue(value: Json): Json {
  if (isList(value)) return value.map(lowerCasedValue);
  return isObject(value) ? lowerCased(value) : value;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function objects(value: Json | undefined): readonly JsonObject[] {
  return value !== undefined && isList(value) ? value.filter(isObject) : [];
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

function standardOf(version: Generation): JsonObject {
  return {
    name: 'ninjs',
    version,
    schema: `https://www.iptc.org/std/ninjs/ninjs-schema_${version}.json`,
  };
}

/** The concepts' names in generation 1, which are singular. */
const singular: Readonly<Record<string, string>> = {
  subjects: 'subject',
  people: 'person',
  organisations: 'organisation',
  places: 'place',
  genres: 'genre',
};
const completeness: Readonly<Record<string, string>> = { full: 'complete', partial: 'incomplete' };

/** Generation 1 has single texts by role where generation 2 has lists, and objects by name. */
function firstGeneration(second: JsonObject, isRoot: boolean): JsonObject {
  const {
    standard: _,
    headlines,
    descriptions,
    bodies,
    altids,
    renditions,
    associations,
    by,
    ...rest
  } = second;
  const plain = Object.entries(rest).map(([name, value]): [string, Json] => {
    if (name === 'infosources') return ['infosource', objects(value).map(party)];
    if (name in singular) return [singular[name] ?? name, objects(value).map(concept)];
    if (name === 'representationtype') return [name, completeness[text(value)] ?? value];
    return [name, value];
  });
  return {
    ...(isRoot ? { $standard: standardOf('1.6') } : {}),
    ...Object.fromEntries(plain),
    ...(by === undefined ? {} : { byline: by }),
    ...byRole('headline', headlines, 'main'),
    ...byRole('description', descriptions, null),
    ...bodyTexts(bodies),
    ...named('altids', objects(altids), 'role', each => text(each.value)),
    ...named('renditions', objects(renditions), 'name', rendition),
    ...named('associations', objects(associations), 'name', ({ name: _name, ...each }) =>
      firstGeneration(each, false),
    ),
  };
}

/** `headline`, `headline_subhead`; a role that comes twice is numbered, as in `description_restriction_2`. */
function byRole(name: string, entries: Json | undefined, main: string | null): JsonObject {
  const made: Record<string, Json> = {};
  for (const each of objects(entries)) {
    const role = text(each.role);
    const key = role === main ? name : `${name}_${role}`;
    let free = key;
    for (let number = 2; free in made; number += 1) free = `${key}_${number}`;
    made[free] = text(each.value);
  }
  return made;
}

function bodyTexts(bodies: Json | undefined): JsonObject {
  const [body] = objects(bodies);
  if (body === undefined) return {};
  const { charcount, wordcount, value } = body;
  return {
    body_html: text(value),
    ...(charcount === undefined ? {} : { charcount }),
    ...(wordcount === undefined ? {} : { wordcount }),
  };
}

/** A list as an object by name: letters, digits and underscores, as the schema's pattern wants it. */
function named(
  property: string,
  list: readonly JsonObject[],
  key: string,
  make: (each: JsonObject) => Json,
): JsonObject {
  if (list.length === 0) return {};
  const made = list.map((each, index): [string, Json] => [
    text(each[key]).replace(/[^A-Za-z0-9_]/g, '_') || `item_${index + 1}`,
    make(each),
  ]);
  return { [property]: Object.fromEntries(made) };
}

/** `uri` is the scheme's address and a code; what is no address is a code alone. */
function concept(each: JsonObject): JsonObject {
  const { uri, literal, ...rest } = each;
  const address = text(uri);
  const cut = Math.max(address.lastIndexOf('/'), address.lastIndexOf('#')) + 1;
  const code = address === '' ? text(literal) : address.slice(cut);
  return {
    ...rest,
    ...(address === '' ? {} : { scheme: address.slice(0, cut) }),
    ...(code === '' ? {} : { code }),
  };
}

/** A party's address is its code whole: it is the code of no scheme. */
function party(each: JsonObject): JsonObject {
  const { uri, literal, role, ...rest } = each;
  const code = text(uri) || text(literal);
  return { ...rest, ...(role === undefined ? {} : { rel: role }), ...(code === '' ? {} : { code }) };
}

function rendition(each: JsonObject): JsonObject {
  const { name: _, contenttype, ...rest } = each;
  return { ...rest, ...(contenttype === undefined ? {} : { mimetype: contenttype }) };
}
