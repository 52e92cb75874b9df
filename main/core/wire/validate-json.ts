import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ajv, AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
import { type Problem, problem, WiredeskError } from '../../contract/failure.ts';
import { isInside, type SchemaFile } from './schema-file.ts';

/** What the drafts' validators have in common. */
interface Validator {
  addSchema(schema: AnySchemaObject, key?: string): unknown;
  addMetaSchema(schema: AnySchemaObject): unknown;
  getSchema(key: string): ValidateFunction | undefined;
  compile(schema: AnySchemaObject): ValidateFunction;
}

const compiled = new Map<string, { readonly schema: Buffer; readonly validate: ValidateFunction }>();

/** Most files with one fault have many; the first say enough. */
const mostProblems = 50;

/**
 * Checks JSON against a JSON Schema of the draft that the schema names (ninjs: 04 to 2020-12, wire-formats 4).
 * Schemas it refers to are looked for in its own folder by their `$id`; nothing is fetched.
 */
export async function validateJson(bytes: Uint8Array, file: SchemaFile): Promise<Problem[]> {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return [problem('error', 'not-well-formed', `This is no JSON in UTF-8: ${words(error)}.`)];
  }
  const validate = await compile(file);
  if (validate(value)) return [];
  return (validate.errors ?? []).slice(0, mostProblems).map(describe);
}

function describe({ instancePath, message, params }: ErrorObject): Problem {
  const detail = Object.values(params)
    .filter(each => typeof each === 'string')
    .join(', ');
  const where = instancePath === '' ? 'The whole' : instancePath;
  return problem(
    'error',
    'schema',
    `${where} ${message ?? 'is invalid'}${detail === '' ? '' : ` (${detail})`}`,
  );
}

async function compile(file: SchemaFile): Promise<ValidateFunction> {
  const { path, schema } = file;
  const known = compiled.get(path);
  if (known?.schema.equals(schema)) return known.validate;
  try {
    const parsed = parseSchema(schema);
    const validator = await validatorFor(draftOf(parsed));
    for (const [address, other] of await neighbours(file, parsed)) validator.addSchema(other, address);
    const validate = validator.compile(parsed);
    compiled.set(path, { schema: Buffer.from(schema), validate });
    return validate;
  } catch (error) {
    throw new WiredeskError('unreadable', `The schema ${path} cannot be used: ${words(error)}.`, {
      cause: error,
    });
  }
}

function parseSchema(bytes: Uint8Array): AnySchemaObject {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(bytes));
  if (!isObject(parsed)) throw new Error('it is no object');
  return parsed;
}

function isObject(value: unknown): value is AnySchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

type Draft = '04' | '07' | '2020-12';

function draftOf(schema: AnySchemaObject): Draft {
  const named = typeof schema.$schema === 'string' ? schema.$schema : '';
  if (named.includes('draft-04')) return '04';
  return named.includes('2020-12') ? '2020-12' : '07';
}

const options = {
  strict: false,
  allErrors: true,
  validateFormats: true,
} as const;

async function validatorFor(draft: Draft): Promise<Validator> {
  const { default: addFormats } = await import('ajv-formats');
  switch (draft) {
    case '04': {
      const Ajv04: unknown = (await import('ajv-draft-04')).default;
      if (!isAjvClass(Ajv04)) throw new Error('the package ajv-draft-04 is not as expected');
      const validator = new Ajv04(options);
      addFormats.default(validator);
      return validator;
    }
    case '07': {
      const { Ajv } = await import('ajv');
      const validator = new Ajv(options);
      addFormats.default(validator);
      return validator;
    }
    case '2020-12': {
      const { Ajv2020 } = await import('ajv/dist/2020.js');
      const validator = new Ajv2020(options);
      addFormats.default(validator);
      return validator;
    }
  }
}

/** A CommonJS default export, which the compiler sees wrapped or bare by how it resolves modules. */
function isAjvClass(value: unknown): value is new (given: typeof options) => Ajv {
  return typeof value === 'function';
}

/**
 * The schemas that a schema refers to by absolute address, and those that they refer to: found beside it or
 * in folders below by identifier. One of another draft is taken where there is none of the same (GeoJSON).
 */
async function neighbours(
  { folder, path }: SchemaFile,
  root: AnySchemaObject,
): Promise<ReadonlyMap<string, AnySchemaObject>> {
  const found = new Map<string, AnySchemaObject>();
  let wanted = addresses(root);
  if (wanted.length === 0) return found;
  const known = await schemasBelow(dirname(path), folder);
  const own = identifier(root);
  while (wanted.length > 0) {
    const next: string[] = [];
    for (const address of new Set(wanted.map(withoutFragment))) {
      const candidates = known.get(address) ?? [];
      const schema = candidates.find(each => draftOf(each) === draftOf(root)) ?? candidates[0];
      if (address === own || found.has(address) || !schema) continue;
      found.set(address, draftOf(schema) === draftOf(root) ? schema : withoutIdentity(schema));
      next.push(...addresses(schema));
    }
    wanted = next;
  }
  return found;
}

/** A folder of schemas is small: IPTC's have a dozen, ANS a hundred. */
const mostSchemas = 1_000;

async function schemasBelow(start: string, folder: string): Promise<ReadonlyMap<string, AnySchemaObject[]>> {
  const known = new Map<string, AnySchemaObject[]>();
  const names = (await readdir(start, { recursive: true })).filter(name => name.endsWith('.json')).sort();
  for (const name of names.slice(0, mostSchemas)) {
    const path = join(start, name);
    if (!isInside(path, folder)) continue;
    const schema = parseSchema(await readFile(path));
    known.set(identifier(schema), [...(known.get(identifier(schema)) ?? []), schema]);
  }
  return known;
}

/** A schema for a validator of another draft, which would refuse its `$schema` and misread its `$id`. */
function withoutIdentity({ $schema, $id, id, ...rest }: AnySchemaObject): AnySchemaObject {
  return rest;
}

function identifier(schema: AnySchemaObject): string {
  const id: unknown = schema.$id ?? schema.id;
  return typeof id === 'string' ? withoutFragment(id) : '';
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/, '');
}

/** Every absolute `$ref` in a schema. */
function addresses(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(addresses);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' && /^https?:/.test(inner) ? [inner] : addresses(inner),
  );
}

function words(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
