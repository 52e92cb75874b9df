import { cleanText, singleLine } from '../text.ts';

/** JSON as this writer builds it; what is empty is left out by `compact`. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };

/** Text that JSON and what is made of it may carry, without space around it. */
export function words(text: string): string {
  return cleanText(text).trim();
}

/** A headline or description by role; nothing where there are no words. */
export function entry(role: string, text: string): JsonObject {
  const value = words(text);
  return value === '' ? {} : { role, contentType: 'text/plain', value };
}

/** A concept known by its name. */
export function named(name: string): JsonObject {
  const line = singleLine(name);
  return line === '' ? {} : { name: line };
}

/** A person or organisation by role, as in infoSources. */
export function party(name: string, role: string): JsonObject {
  const line = singleLine(name);
  return line === '' ? {} : { name: line, role };
}

/** Without what is empty: no empty strings, lists or objects. */
export function compact(object: JsonObject): JsonObject {
  const kept: Record<string, Json> = {};
  for (const key in object) {
    const value = object[key] ?? null;
    const whole = isJsonList(value) && value.some(isEmpty) ? value.filter(each => !isEmpty(each)) : value;
    if (!isEmpty(whole)) kept[key] = whole;
  }
  return kept;
}

function isJsonList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isEmpty(value: Json): boolean {
  if (typeof value !== 'object') return value === '';
  for (const _ in value) return false;
  return true;
}
