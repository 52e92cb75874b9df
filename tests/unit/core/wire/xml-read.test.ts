import { describe, expect, it } from 'vitest';
import {
  attributeValue,
  childElements,
  decodeXml,
  descendants,
  elementAt,
  nodeText,
  readXml,
} from '../../../../main/core/wire/xml-read.ts';

describe('readXml', () => {
  it('resolves namespaces and keeps order, words and lines', () => {
    const root = readXml(
      '<a xmlns="urn:one" xmlns:p="urn:two">\n<p:b p:c="1" d="2">x<e/>y</p:b><![CDATA[<z>]]></a>',
    );
    expect(root).toMatchObject({ local: 'a', namespace: 'urn:one', line: 1 });
    const b = elementAt(root, 'b');
    expect(b).toMatchObject({ namespace: 'urn:two', line: 2 });
    expect(b && attributeValue(b, 'c', 'urn:two')).toBe('1');
    expect(b && attributeValue(b, 'c')).toBe('');
    expect(b && attributeValue(b, 'd')).toBe('2');
    expect(nodeText(b)).toBe('xy');
    expect(nodeText(root)).toBe('\nxy<z>');
    expect(childElements(root)).toHaveLength(1);
    expect(descendants(root, 'e')).toHaveLength(1);
  });

  it.each([
    ['not closed', '<a><b></a>'],
    ['cut off', '<a><b>text'],
    ['nothing', ''],
    ['words only', 'hello'],
    ['two roots', '<a/><b/>'],
    ['an entity nobody defined', '<a>&secret;</a>'],
    ['a prefix nobody bound', '<p:a/>'],
    ['a forbidden character', '<a>\u0001</a>'],
  ])('refuses %s', (_name, text) => {
    expect(() => readXml(text)).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  const external = '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>';
  const internal = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>';

  it('refuses a document type, and one with declarations always', () => {
    expect(() => readXml(external)).toThrow(expect.objectContaining({ code: 'unreadable' }));
    expect(() => readXml(internal)).toThrow(expect.objectContaining({ code: 'unreadable' }));
    expect(() => readXml(internal, { doctype: 'ignore' })).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
    expect(readXml(external, { doctype: 'ignore' }).local).toBe('a');
  });

  it('takes entities that the caller names', () => {
    expect(nodeText(readXml('<a>b&nbsp;c</a>', { entities: { nbsp: '\u00a0' } }))).toBe('b\u00a0c');
    expect(() => readXml('<a>b&nbsp;c</a>')).toThrow(expect.objectContaining({ code: 'unreadable' }));
  });

  it('stops at each limit', () => {
    const deep = '<a>'.repeat(50) + '</a>'.repeat(50);
    expect(() => readXml(deep, { maxDepth: 49 })).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(readXml(deep, { maxDepth: 50 }).local).toBe('a');
    expect(() => readXml('<a><b/><b/><b c="1"/></a>', { maxNodes: 4 })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
    expect(() => readXml('<a>12345</a>', { maxBytes: 10 })).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});

describe('decodeXml', () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

  it('reads UTF-8 with and without a mark', () => {
    expect(decodeXml(new TextEncoder().encode('<a>é</a>'))).toBe('<a>é</a>');
    expect(decodeXml(new TextEncoder().encode('\ufeff<a>é</a>'))).toBe('<a>é</a>');
  });

  it('reads ISO-8859-1 as the cp1252 that feeds send', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><a>\x93\xe9\x94</a>';
    expect(decodeXml(latin(text))).toContain('“é”');
  });

  it('reads UTF-16 of both orders', () => {
    const text = '\ufeff<a>é</a>';
    expect(decodeXml(Uint8Array.from(Buffer.from(text, 'utf16le')))).toBe('<a>é</a>');
    expect(decodeXml(Uint8Array.from(Buffer.from(text, 'utf16le').swap16()))).toBe('<a>é</a>');
  });

  it('refuses bytes that are not what they claim to be', () => {
    expect(() => decodeXml(latin('<a>\xe9</a>'))).toThrow(expect.objectContaining({ code: 'unreadable' }));
    expect(() => decodeXml(latin('<?xml version="1.0" encoding="x-unknown"?><a/>'))).toThrow(
      expect.objectContaining({ code: 'unreadable' }),
    );
  });
});
