import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { AnySchemaObject, ErrorObject, ValidateFunction } from 'ajv';
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

async function compile({ folder, path, schema }: SchemaFile): Promise<ValidateFunction> {
  const known = compiled.get(path);
  if (known?.schema.equals(schema)) return known.validate;
  try {
    const parsed = parseSchema(schema);
    const validator = await validatorFor(draftOf(parsed));
    for (const other of await neighbours(folder, path, parsed)) validator.addSchema(other.schema, other.key);
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
      const { default: Ajv04 } = await import('ajv-draft-04');
      const validator = new Ajv04.default(options);
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

interface Neighbour {
  readonly key: string;
  readonly schema: AnySchemaObject;
}

/** The schemas that a schema refers to by absolute address, found beside it by their identifier and draft. */
async function neighbours(
  folder: string,
  path: string,
  schema: AnySchemaObject,
): Promise<readonly Neighbour[]> {
  const wanted = new Set(addresses(schema).map(withoutFragment));
  if (wanted.size === 0) return [];
  const found: Neighbour[] = [];
  const beside = dirname(path);
  for (const name of (await readdir(beside)).sort()) {
    const other = join(beside, name);
    if (!name.endsWith('.json') || other === path || !isInside(other, folder)) continue;
    const parsed = parseSchema(await readFile(other));
    const id = identifier(parsed);
    if (!wanted.has(id) || draftOf(parsed) !== draftOf(schema)) continue;
    wanted.delete(id);
    found.push({ key: id, schema: parsed });
  }
  return found;
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
