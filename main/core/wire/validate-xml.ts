import { closeSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Problem, problem, WiredeskError } from '../../contract/failure.ts';
import { isInside, type SchemaFile } from './schema-file.ts';
import { element, xmlDocument } from './xml.ts';
import { readXml, type XmlNode } from './xml-read.ts';

type Libxml2 = typeof import('libxml2-wasm');
type XsdValidator = InstanceType<Libxml2['XsdValidator']>;

/** The one folder that libxml2 may read from, while a schema is compiled; null at all other times. */
let readableFolder: string | null = null;
let library: Promise<Libxml2> | null = null;

/** Loads libxml2 and replaces its way to files by one that stays inside the schema folder. */
function loadLibrary(): Promise<Libxml2> {
  library ??= import('libxml2-wasm').then(loaded => {
    loaded.xmlRegisterInputProvider({
      match: () => true,
      open: name => openInside(name),
      read: (descriptor, buffer) => readSync(descriptor, buffer),
      close: descriptor => {
        closeSync(descriptor);
        return true;
      },
    });
    return loaded;
  });
  return library;
}

function openInside(name: string): number | undefined {
  try {
    const path = name.startsWith('file:') ? fileURLToPath(name) : name;
    return readableFolder !== null && isInside(path, readableFolder) ? openSync(path, 'r') : undefined;
  } catch {
    return undefined;
  }
}

interface Compiled {
  readonly validator: XsdValidator;
  /** The namespace that the schema is about. */
  readonly target: string;
}

/** Compiling NewsML-G2 takes a tenth of a second, so a schema is compiled once for as long as it is the same. */
const compiled = new Map<string, { readonly schema: Buffer; readonly result: Compiled }>();

function compile(libxml2: Libxml2, { folder, path, schema }: SchemaFile): Compiled {
  const known = compiled.get(path);
  if (known?.schema.equals(schema)) return known.result;
  const document = parseDocument(libxml2, schema, path);
  readableFolder = folder;
  try {
    const validator = libxml2.XsdValidator.fromDoc(document);
    const target = document.root.attrs.find(each => each.name === 'targetNamespace')?.value ?? '';
    known?.result.validator.dispose();
    const result = { validator, target };
    compiled.set(path, { schema: Buffer.from(schema), result });
    return result;
  } catch (error) {
    throw new WiredeskError('unreadable', `The schema ${path} cannot be used: ${words(error)}.`, {
      cause: error,
    });
  } finally {
    readableFolder = null;
    document.dispose();
  }
}

function parseDocument(
  libxml2: Libxml2,
  bytes: Uint8Array,
  url: string,
): InstanceType<Libxml2['XmlDocument']> {
  const { XML_PARSE_NONET, XML_PARSE_NO_XXE } = libxml2.ParseOption;
  return libxml2.XmlDocument.fromBuffer(bytes, {
    url,
    option: XML_PARSE_NONET | XML_PARSE_NO_XXE,
  });
}

/** Most files with one fault have many; the first say enough. */
const mostProblems = 50;

/** Checks XML against an XSD. A file without a namespace is checked as if it had the schema's (NITF 3). */
export async function validateXml(bytes: Uint8Array, schema: SchemaFile): Promise<Problem[]> {
  let root: XmlNode;
  try {
    root = readXml(bytes, { doctype: 'ignore' });
  } catch (error) {
    return [problem('error', 'not-well-formed', words(error))];
  }
  const libxml2 = await loadLibrary();
  const { validator, target } = compile(libxml2, schema);
  const checked = root.namespace === '' && target !== '' ? inNamespace(root, target) : bytes;
  const document = parseDocument(libxml2, checked, 'story.xml');
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof libxml2.XmlValidateError)) throw error;
    return error.details
      .slice(0, mostProblems)
      .map(({ message, line }) => problem('error', 'schema', `Line ${line}: ${message.trim()}`));
  } finally {
    document.dispose();
  }
}

/** The same tree in a namespace; lines fall together, so problems name line 1. */
function inNamespace(root: XmlNode, namespace: string): Uint8Array {
  const copy = (node: XmlNode, top: boolean): ReturnType<typeof element> => {
    const attributes: Record<string, string> = top ? { xmlns: namespace } : {};
    for (const { local, namespace: owner, value } of node.attributes)
      if (owner === '' || owner === xmlNamespace) attributes[owner === '' ? local : `xml:${local}`] = value;
    return element(
      node.local,
      attributes,
      node.children.map(child => (typeof child === 'string' ? child : copy(child, false))),
    );
  };
  return xmlDocument(copy(root, true));
}

const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';

function words(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).trim().replace(/\.$/, '');
}
