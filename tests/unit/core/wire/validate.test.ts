import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateFile } from '../../../../main/core/wire/validate.ts';
import { validateJson } from '../../../../main/core/wire/validate-json.ts';
import { validateXml } from '../../../../main/core/wire/validate-xml.ts';
import { sharedFolder, sharedPath } from '../../../support/shared.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const codes = async (text: string, format: string, folder: string): Promise<string[]> =>
  (await validateFile(bytes(text), format, folder)).map(({ severity, code }) => `${severity} ${code}`);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wiredesk-schemas-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('validateFile', () => {
  it('refuses a format nobody knows, and checks nothing where there is no schema', async () => {
    await expect(validateFile(bytes(''), 'nothing', folder)).rejects.toMatchObject({ code: 'not-found' });
    expect(await codes('anything', 'text', folder)).toEqual([]);
    expect(await codes('<nitf/>', 'nitf', folder)).toEqual(['info schema-missing']);
  });

  it('reads no schema from outside its folder', async () => {
    const inner = join(folder, 'inner');
    await mkdir(inner, { recursive: true });
    const outside = '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="b"/></schema>';
    await writeFile(join(folder, 'outside.xsd'), outside);
    await writeFile(join(inner, 'inside.xsd'), outside);
    const including = (name: string): Uint8Array =>
      bytes(
        `<schema xmlns="http://www.w3.org/2001/XMLSchema"><include schemaLocation="${name}"/><element name="a"/></schema>`,
      );
    const path = join(inner, 'main.xsd');
    const good = { folder: inner, path, schema: including('inside.xsd') };
    expect(await validateXml(bytes('<b/>'), good)).toEqual([]);
    for (const name of [
      '../outside.xsd',
      join(folder, 'outside.xsd'),
      `file://${join(folder, 'outside.xsd')}`,
    ]) {
      const bad = { folder: inner, path, schema: including(name) };
      await expect(validateXml(bytes('<b/>'), bad)).rejects.toMatchObject({ code: 'unreadable' });
    }
  });

  it('says that a file is not even well-formed', async () => {
    await mkdir(join(folder, 'nitf/3.6'), { recursive: true });
    await writeFile(
      join(folder, 'nitf/3.6/nitf-3-6.xsd'),
      '<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t"><element name="a" type="integer"/></schema>',
    );
    expect(await codes('<a>', 'nitf', folder)).toEqual(['error not-well-formed']);
    expect(await codes('<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>', 'nitf', folder)).toEqual([
      'error not-well-formed',
    ]);
  });
});

describe('validateJson', () => {
  it.each([
    'http://json-schema.org/draft-04/schema#',
    'http://json-schema.org/draft-07/schema#',
    'https://json-schema.org/draft/2020-12/schema',
  ])('reads schemas of %s, with what they refer to beside them', async $schema => {
    const inner = await mkdtemp(join(folder, 'json-'));
    const id = $schema.includes('draft-04') ? 'id' : '$id';
    const part = { $schema, [id]: 'https://schema.example/part.json', type: 'string', format: 'uri' };
    await writeFile(join(inner, 'part.json'), JSON.stringify(part));
    const schema = bytes(
      JSON.stringify({
        $schema,
        type: 'object',
        properties: { a: { $ref: 'https://schema.example/part.json#' } },
      }),
    );
    const file = { folder: inner, path: join(inner, 'main.json'), schema };
    expect(await validateJson(bytes('{"a":"urn:x:1"}'), file)).toEqual([]);
    expect(await validateJson(bytes('{"a":"no uri"}'), file)).toMatchObject([
      { severity: 'error', code: 'schema', message: '/a must match format "uri" (uri)' },
    ]);
  });

  it('fetches nothing: a schema that is not beside it is missing', async () => {
    const schema = bytes('{"$ref":"https://schema.example/elsewhere.json"}');
    await expect(
      validateJson(bytes('{}'), { folder, path: join(folder, 'x.json'), schema }),
    ).rejects.toMatchObject({
      code: 'unreadable',
    });
  });
});

describe.skipIf(sharedFolder === null)('with the official schemas', () => {
  const schemas = sharedPath('schemas');
  const golden = (name: string): string => readFileSync(sharedPath('samples', 'golden', name), 'utf8');

  it.each([
    ['newsml-g2', 'g2-newsmessage.xml'],
    ['newsml-g2', 'g2-kill.xml'],
    ['newsml-g2', 'g2-picture.xml'],
    ['nitf', 'nitf-3.6.xml'],
    ['nitf', 'nitf-3.6-legacy-no-namespace.xml'],
    ['ninjs-3', 'ninjs-3.1.json'],
  ])('%s takes %s', async (format, name) => {
    expect(await codes(golden(name), format, schemas)).toEqual([]);
  });

  it.each([
    ['ninjs-1.6.json', 'ninjs/ninjs-schema_1.6.json'],
    ['ninjs-2.2.json', 'ninjs/ninjs-schema_2.2.json'],
    ['ans-0.10.9-story.json', 'ans/0.10.9/story.json'],
  ])('%s fits %s, whatever draft it is of', async (name, schema) => {
    const path = sharedPath('schemas', schema);
    const file = { folder: schemas, path, schema: readFileSync(path) };
    expect(await validateJson(bytes(golden(name)), file)).toEqual([]);
    const object: unknown = JSON.parse(golden(name));
    const odd = JSON.stringify({ ...(object as object), noSuchProperty: 1 });
    expect(await validateJson(bytes(odd), file)).not.toEqual([]);
  });

  it('finds metadata in the wrong order, inside a message too', async () => {
    const wrong = golden('g2-newsmessage.xml').replace(
      /(<pubStatus[^>]*\/>)(\s*)(<fileName>[^<]*<\/fileName>)/,
      '$3$2$1',
    );
    expect(await codes(wrong, 'newsml-g2', schemas)).toContain('error schema');
  });

  it('finds an element NITF does not know, namespace or none', async () => {
    for (const name of ['nitf-3.6.xml', 'nitf-3.6-legacy-no-namespace.xml'])
      expect(
        await codes(golden(name).replace('<body.head>', '<body.head><pullquote/>'), 'nitf', schemas),
      ).toContain('error schema');
  });

  it('finds a property ninjs does not know and a URI that is none', async () => {
    const object: unknown = JSON.parse(golden('ninjs-3.1.json'));
    expect(await codes(JSON.stringify({ ...(object as object), priority: 1 }), 'ninjs-3', schemas)).toEqual([
      'error schema',
    ]);
    expect(await codes(JSON.stringify({ uri: 'no uri' }), 'ninjs-3', schemas)).toContain('error schema');
    expect(await codes('{', 'ninjs-3', schemas)).toEqual(['error not-well-formed']);
  });
});
