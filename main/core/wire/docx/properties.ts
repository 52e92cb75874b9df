import type { Story } from '../../../contract/story.ts';
import type { RecordValue, StoryRecord } from '../record.ts';
import { singleLine } from '../text.ts';
import { utcTime } from '../time.ts';
import { type Element, element, textElement } from '../xml.ts';
import {
  customProperties,
  dublinCore,
  dublinCoreTerms,
  packageMetadata,
  schemaInstance,
  variantTypes,
} from './names.ts';

/** `docProps/core.xml`: what Word and file managers show of any document (ECMA-376 part 2, 11). */
export function coreProperties({ fields, guid, created, updated, version }: Story): Element {
  const time = (name: string, text: string) =>
    textElement(name, utcTime(text) ?? '', { 'xsi:type': 'dcterms:W3CDTF' });
  return element(
    'cp:coreProperties',
    {
      'xmlns:cp': packageMetadata,
      'xmlns:dc': dublinCore,
      'xmlns:dcterms': dublinCoreTerms,
      'xmlns:xsi': schemaInstance,
    },
    textElement('dc:title', singleLine(fields.headline)),
    textElement('dc:subject', singleLine(fields.slugline)),
    textElement('dc:creator', singleLine(fields.author || fields.byline)),
    textElement('cp:keywords', fields.keywords.map(singleLine).join('; ')),
    textElement('dc:description', singleLine(fields.abstract)),
    textElement('dc:identifier', singleLine(guid)),
    textElement('dc:language', fields.language),
    textElement('cp:category', singleLine(fields.category)),
    textElement('cp:version', String(version)),
    time('dcterms:created', created),
    time('dcterms:modified', updated),
  );
}

/** What identifies a set of custom properties (MS-OSHARED 2.3.3.1.2). */
const customSet = '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}';
/** Word shows and keeps texts of up to 255 characters; a longer one goes on in the next property. */
const longest = 255;

/** `docProps/custom.xml`: the record of the story, a property a field; lists and places as JSON. */
export function customPropertiesPart(record: StoryRecord): Element {
  const entries = Object.entries(record).flatMap(([name, value]) =>
    chunks(propertyText(value)).map((text, index) => [propertyName(name, index), text] as const),
  );
  return element(
    'Properties',
    { xmlns: customProperties, 'xmlns:vt': variantTypes },
    entries.map(([name, text], index) =>
      element('property', { fmtid: customSet, pid: index + 2, name }, element('vt:lpwstr', {}, text)),
    ),
  );
}

/** The name of the n-th part of a field's text: `abstract`, `abstract (2)`. */
export function propertyName(name: string, index: number): string {
  return index === 0 ? name : `${name} (${index + 1})`;
}

function propertyText(value: RecordValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function chunks(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of text) {
    if (part.length + character.length > longest) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}
