import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Problem, problem, WiredeskError } from '../../contract/failure.ts';
import type { WireFormat } from './format.ts';
import { formatById } from './formats.ts';
import { isInside } from './schema-file.ts';
import { validateJson } from './validate-json.ts';
import { validateXml } from './validate-xml.ts';

/**
 * Checks a wire file against the official schema of its format.
 * @param bytes the file
 * @param formatId a format of `formats.ts`; one without a schema is checked by its `grammar`, if it has one
 * @param schemaFolder a folder laid out as IPTC's (`newsml-g2/2.35/…xsd`, `nitf/3.6/…`, `ninjs/…`). Nothing
 *   outside it is read, and nothing is fetched
 * @returns errors of the file; one info where the folder does not hold the schema
 * @throws WiredeskError 'not-found' for an unknown format, 'unreadable' for a schema that cannot be used
 */
export async function validateFile(
  bytes: Uint8Array,
  formatId: string,
  schemaFolder: string,
): Promise<Problem[]> {
  const format: WireFormat | undefined = formatById(formatId);
  if (!format) throw new WiredeskError('not-found', `There is no wire format "${formatId}".`);
  if (format.schema === undefined) return [...(format.grammar?.(bytes) ?? [])];
  const folder = resolve(schemaFolder);
  const path = join(folder, format.schema);
  if (!isInside(path, folder))
    throw new WiredeskError('forbidden', `The schema ${path} is outside ${folder}.`);
  let schema: Uint8Array;
  try {
    schema = await readFile(path);
  } catch {
    return [
      problem(
        'info',
        'schema-missing',
        `Not checked against its schema: there is no ${format.schema} in ${folder}.`,
      ),
    ];
  }
  return path.endsWith('.xsd')
    ? validateXml(bytes, { folder, path, schema })
    : validateJson(bytes, { folder, path, schema });
}
