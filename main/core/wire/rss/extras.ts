import type { Extra, Extras } from '../extras.ts';
import { type Element, element } from '../xml.ts';
import { attributeValue, childElements, nodeText, type XmlNode } from '../xml-read.ts';
import { namespaces } from './vocabulary.ts';

/** Extras as elements of the house's namespace: a text is an element's content, a record its attributes. */
export function extraElements(extras: Extras): readonly Element[] {
  return Object.entries(extras).flatMap(([name, values]) =>
    values.map(value =>
      typeof value === 'string' ? element(`wire:${name}`, {}, value) : element(`wire:${name}`, value),
    ),
  );
}

/** The inverse, from the children of an element. */
export function readExtraElements(parent: XmlNode): Extras {
  const extras: Record<string, Extra[]> = {};
  for (const child of childElements(parent)) {
    if (child.namespace !== namespaces.wire) continue;
    const list = Object.hasOwn(extras, child.local) ? extras[child.local] : undefined;
    const value: Extra =
      child.attributes.length === 0
        ? nodeText(child)
        : Object.fromEntries(child.attributes.map(({ local }) => [local, attributeValue(child, local)]));
    if (list) list.push(value);
    else extras[child.local] = [value];
  }
  return extras;
}
