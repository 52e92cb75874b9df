import { findAll, type MarkupElement, textOf } from './tree.ts';

/** Structured data of a page: JSON-LD and microdata as plain objects of one shape (schema.org, wire-formats 10). */
export type Json = Readonly<Record<string, unknown>>;

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface StructuredData {
  /** Every object that has a type, in reading order; references by `@id` are not followed yet. */
  readonly nodes: readonly Json[];
  /** What is wrong with scripts that could not be read, or were mended. */
  readonly repairs: readonly string[];
  /** The object that stands for a reference `{"@id": …}`, or the value itself. */
  readonly resolve: (value: unknown) => unknown;
}

const largestScript = 1_000_000;
const mostNodes = 2_000;

/** All objects of all scripts: `@graph`, arrays and objects within objects too. */
export function readStructuredData(html: MarkupElement): StructuredData {
  const nodes: Json[] = [];
  const byId = new Map<string, Json>();
  const repairs: string[] = [];
  const gather = (root: unknown): void => {
    const queue: unknown[] = [root];
    for (
      let index = 0;
      index < queue.length && nodes.length < mostNodes && index < 4 * mostNodes;
      index += 1
    ) {
      const value = queue[index];
      if (Array.isArray(value)) queue.push(...value.slice(0, mostNodes));
      else if (isJson(value)) {
        const { '@id': id, '@type': type } = value;
        if (type !== undefined) nodes.push(value);
        if (typeof id === 'string' && Object.keys(value).length > 1 && !byId.has(id)) byId.set(id, value);
        queue.push(...Object.values(value).filter(inner => typeof inner === 'object' && inner !== null));
      }
    }
  };
  for (const script of scriptsOf(html)) {
    const parsed = parseScript(script);
    if (parsed.repair !== '') repairs.push(parsed.repair);
    gather(parsed.value);
  }
  for (const item of microdata(html)) gather(item);
  return {
    nodes,
    repairs,
    resolve: value => {
      const id = isJson(value) && Object.keys(value).length === 1 ? value['@id'] : undefined;
      return typeof id === 'string' ? (byId.get(id) ?? value) : value;
    },
  };
}

function scriptsOf(html: MarkupElement): string[] {
  return findAll(
    html,
    ({ tag, attributes }) => tag === 'script' && /ld\+json/iu.test(attributes.type ?? ''),
  ).map(script => script.children.filter(child => typeof child === 'string').join(''));
}

/** JSON as systems print it: within comments or CDATA, with line feeds in strings, commas too many, a semicolon behind. */
function parseScript(source: string): { readonly value: unknown; readonly repair: string } {
  if (source.trim() === '') return { value: null, repair: '' };
  if (source.length > largestScript)
    return { value: null, repair: 'A block of structured data (JSON-LD) is too long and was not read.' };
  try {
    const value: unknown = JSON.parse(source);
    return { value, repair: '' };
  } catch {
    // Mended below.
  }
  const mended = mend(bare(source));
  try {
    const value: unknown = JSON.parse(mended);
    return { value, repair: 'The page’s structured data (JSON-LD) was broken and was mended.' };
  } catch {
    return {
      value: null,
      repair: 'A block of the page’s structured data (JSON-LD) is broken and was not read.',
    };
  }
}

/** Line feeds within strings as escapes, and no comma before a bracket; one pass, for a page may be anyone's. */
function mend(text: string): string {
  const parts: string[] = [];
  let inString = false;
  let escaped = false;
  let comma = -1;
  for (const character of text) {
    if (inString && character < ' ') {
      parts.push(JSON.stringify(character).slice(1, -1));
      continue;
    }
    if (character === '"' && !escaped) inString = !inString;
    escaped = inString && character === '\\' && !escaped;
    if (!inString && comma >= 0 && /[}\]]/u.test(character)) parts[comma] = '';
    if (inString || character.trim() !== '') comma = !inString && character === ',' ? parts.length : -1;
    parts.push(character);
  }
  return parts.join('');
}

/** Without the comment or CDATA section that a script stands in, and the semicolon behind it. */
function bare(source: string): string {
  let text = source
    .trim()
    .replace(/^(?:\/\*|\/\/)?\s*(?:<!--|<!\[CDATA\[)/u, '')
    .replace(/^\s*\*\//u, '');
  for (const end of ['*/', '-->', ']]>', '//', '/*', ';']) {
    text = text.trimEnd();
    if (text.endsWith(end)) text = text.slice(0, -end.length);
  }
  return text;
}

const mostItems = 200;

/** The outermost items of the page's microdata (HTML 5.2). */
function microdata(html: MarkupElement): Json[] {
  const items = findAll(
    html,
    ({ attributes }) => attributes.itemscope !== undefined && attributes.itemprop === undefined,
  );
  return items.slice(0, mostItems).map(item => itemOf(item, 0));
}

function itemOf(item: MarkupElement, depth: number): Json {
  const values = new Map<string, unknown[]>();
  const queue: MarkupElement[] = item.children.filter(child => typeof child === 'object').reverse();
  for (let inner = queue.pop(); inner; inner = queue.pop()) {
    const { itemprop, itemscope } = inner.attributes;
    if (itemprop !== undefined) {
      const value = itemscope !== undefined && depth < 5 ? itemOf(inner, depth + 1) : valueOfProperty(inner);
      for (const name of itemprop.split(/\s+/u)) values.set(name, [...(values.get(name) ?? []), value]);
    }
    if (itemscope === undefined)
      queue.push(...inner.children.filter(child => typeof child === 'object').reverse());
  }
  const type = (item.attributes.itemtype ?? '').split(/[/#]/u).at(-1) ?? '';
  return {
    '@type': type,
    ...Object.fromEntries([...values].map(([name, list]) => [name, list.length === 1 ? list[0] : list])),
  };
}

function valueOfProperty(element: MarkupElement): string {
  const { content, datetime, href, src } = element.attributes;
  return (
    content ??
    datetime ??
    (element.tag === 'a' || element.tag === 'link' ? href : undefined) ??
    src ??
    textOf(element)
  );
}
