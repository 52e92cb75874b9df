import { WiredeskError } from '../../../contract/failure.ts';
import type { ReadRecord } from '../reading/record.ts';
import { attributeValue, descendants, nodeText, readXml } from '../xml-read.ts';
import { propertyName } from './properties.ts';

/** Properties that hold lists or places as JSON; every other one is a text. */
const structured = /^(?:dateline|subjects|keywords|places|people|organisations|links|picture \d{1,6})$/u;
const longest = 1_000_000;

/**
 * The inverse of `customPropertiesPart`.
 * @returns null where the part cannot be read
 */
export function readCustomProperties(part: Uint8Array): ReadRecord | null {
  const texts = new Map<string, string>();
  try {
    for (const node of descendants(readXml(part), 'property'))
      texts.set(attributeValue(node, 'name') ?? '', nodeText(node));
  } catch (error) {
    if (error instanceof WiredeskError) return null;
    throw error;
  }
  const whole = [...texts.keys()]
    .filter(name => !/ \(\d+\)$/u.test(name))
    .map(name => [name, propertyValue(name, joined(name, texts))] as const);
  return Object.fromEntries(whole);
}

function joined(name: string, texts: ReadonlyMap<string, string>): string {
  let text = '';
  for (let index = 0; text.length < longest; index += 1) {
    const part = texts.get(propertyName(name, index));
    if (part === undefined) break;
    text += part;
  }
  return text;
}

function propertyValue(name: string, text: string): unknown {
  if (!structured.test(name)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
