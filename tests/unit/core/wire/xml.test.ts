import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  element,
  htmlDocument,
  htmlFragment,
  textElement,
  xhtmlFragment,
  xmlDocument,
} from '../../../../main/core/wire/xml.ts';
import { attributeValue, nodeText, readXml } from '../../../../main/core/wire/xml-read.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder('utf-8', { fatal: true }).decode(bytes);

describe('xmlDocument', () => {
  it('escapes what would be markup, in content and in attributes', () => {
    const bytes = xmlDocument(element('a', { b: '"<&>\n\t\r' }, '<&> ]]> "quoted"'));
    expect(decode(bytes)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a b="&quot;&lt;&amp;&gt;&#10;&#9;&#13;">&lt;&amp;&gt; ]]&gt; "quoted"</a>\n',
    );
  });

  it('leaves out what XML 1.0 forbids and mends half surrogate pairs', () => {
    expect(decode(xmlDocument(element('a', {}, 'x\u0000\u0008\u001fy\ufffe\uffff\ud800z\u000bw')))).toContain(
      '<a>xy\ufffdz w</a>',
    );
  });

  it('leaves out attributes that are undefined or false and children that are nothing', () => {
    const tree = element('a', { b: undefined, c: false, d: true, e: 0 }, null, undefined, '', [
      [textElement('f', '')],
    ]);
    expect(decode(xmlDocument(tree))).toContain('<a d="true" e="0"/>');
  });

  it('indents only where it is told to, and never among words', () => {
    const layout = { indentInside: new Set(['a', 'p']) };
    const tree = element(
      'a',
      {},
      element('p', {}, 'one ', element('em', {}, 'two')),
      element('p', {}, element('b')),
    );
    expect(decode(xmlDocument(tree, layout))).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<a>\n  <p>one <em>two</em></p>\n  <p>\n    <b/>\n  </p>\n</a>\n',
    );
  });

  it.each(['', '1a', 'a b', 'a>', 'a:b:c', 'ä'])('refuses the name %j', name => {
    expect(() => xmlDocument(element(name))).toThrow(/not the name/);
    expect(() => xmlDocument(element('a', { [name]: 'x' }))).toThrow(/not the name/);
  });

  it('is read back as it was, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (text, value) => {
          const root = readXml(xmlDocument(element('a', { b: value }, text)));
          expect(nodeText(root)).toBe(kept(text));
          expect(attributeValue(root, 'b')).toBe(kept(value));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** Without the characters that XML cannot carry. */
function kept(text: string): string {
  return Array.from(text.toWellFormed(), character => {
    if (character === '\v' || character === '\f') return ' ';
    const code = character.codePointAt(0) ?? 0;
    const forbidden = (code < 32 && !'\t\n\r'.includes(character)) || code === 0xfffe || code === 0xffff;
    return forbidden ? '' : character;
  }).join('');
}

describe('sections of CDATA', () => {
  const layout = { indentInside: new Set<string>(), cdataInside: new Set(['e']) };

  it('give back any text, and end where they should', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(']]>', ']]]]>>', '<b>&amp;')), text => {
        const root = readXml(xmlDocument(element('r', {}, element('e', {}, text), element('f')), layout));
        const [e] = root.children;
        expect(typeof e === 'object' && nodeText(e)).toBe(kept(text).replace(/\r\n?/g, '\n'));
      }),
    );
  });
});

describe('XHTML', () => {
  it('is well-formed, and empty only where HTML lets it be', () => {
    expect(xhtmlFragment(['a < b', element('p', {}, element('br')), element('td')])).toBe(
      'a &lt; b<p><br /></p><td></td>',
    );
  });
});

describe('HTML', () => {
  it('knows elements without an end tag and those that need one', () => {
    expect(htmlFragment([element('p', {}, 'a', element('br')), element('td')])).toBe('<p>a<br></p><td></td>');
  });

  it('refuses script content that could end its element', () => {
    expect(() => htmlFragment([element('script', {}, '</script>')])).toThrow(/may not hold/);
  });

  it('takes script content as it stands', () => {
    expect(htmlFragment([element('script', {}, '{"a":"b & c"}')])).toBe('<script>{"a":"b & c"}</script>');
  });

  it('starts with a doctype', () => {
    expect(decode(htmlDocument(element('html')))).toBe('<!DOCTYPE html>\n<html></html>\n');
  });
});
