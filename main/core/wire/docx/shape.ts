import { element, type MarkupElement, type MarkupNode, walk } from '../../markup/tree.ts';

/** A picture as the document shows it. */
export interface ShownPicture {
  /** Its number in the record; 0 for one that was put in later. */
  readonly number: number;
  /** Whether the copy has it where it stands; else it only goes along. */
  readonly placed: boolean;
  /** Where mammoth put its bytes, as `src`; empty where the document has none. */
  readonly source: string;
  readonly altText: string;
  readonly caption: MarkupElement | null;
  readonly credit: string;
  readonly rights: string;
}

/** The fields that paragraphs show, and the copy in the shape that `reading/blocks.ts` reads. */
export interface ShownStory {
  /** By style name, in the document's order. */
  readonly fields: readonly (readonly [string, string])[];
  readonly dateline: string;
  readonly copy: MarkupElement;
  /** In the order met; the n-th stands in the copy as `img` of the source `shown:n`. */
  readonly pictures: readonly ShownPicture[];
}

/** The paragraphs of these styles are fields; wherever they stand, they are no copy. */
const fieldClass =
  /^(?:title|subhead|byline|bylineTitle|abstract|notice|edNote|correction|signOff|usageTerms|copyright)$/u;

/**
 * Sorts what mammoth made of a document of ours by the style map of `style-map.ts`.
 * @param links addresses as the story has them, by the form they have in the document
 */
export function shownStory(page: MarkupElement, links: Readonly<Record<string, unknown>>): ShownStory {
  const fields: (readonly [string, string])[] = [];
  const pictures: ShownPicture[] = [];
  let dateline = '';

  function shaped(node: MarkupNode): readonly MarkupNode[] {
    if (typeof node === 'string') return [node];
    const name = node.attributes.class ?? '';
    switch (node.tag) {
      case 'p':
        if (fieldClass.test(name)) {
          fields.push([name, linesOf(node)]);
          return [];
        }
        if (name === 'separator') return [element('hr')];
        if (name === 'spacer') return [];
        break;
      case 'span':
        if (name !== 'dateline') break;
        dateline += linesOf(node);
        return [];
      case 'a': {
        const href = links[node.attributes.href ?? ''];
        if (typeof href !== 'string') break;
        return [element('a', shapedAll(node), { ...node.attributes, href })];
      }
      case 'figure': {
        const shown = figure({ ...node, children: shapedAll(node) });
        pictures.push(shown);
        return shown.placed ? [element('img', [], { src: `shown:${pictures.length - 1}` })] : [];
      }
      case 'td':
        if (isHeader(node)) return [element('th', shapedAll(node))];
    }
    return [{ ...node, children: shapedAll(node) }];
  }

  function shapedAll(node: MarkupElement): MarkupNode[] {
    return node.children.flatMap(shaped);
  }

  const copy = element('body', shapedAll(page));
  return { fields, dateline, copy, pictures };
}

function isHeader(cell: MarkupElement): boolean {
  const [first] = cell.children;
  return typeof first === 'object' && first.attributes.class === 'headerCell';
}

const bookmark = /^(picture|extra)_(\d{1,6})_\d+$/u;

function figure(node: MarkupElement): ShownPicture {
  let mark: RegExpExecArray | null = null;
  let source = '';
  let altText = '';
  walk(node, {
    enter({ tag, attributes }) {
      if (tag === 'a') mark ??= bookmark.exec(attributes.id ?? '');
      if (tag === 'img' && source === '') {
        source = attributes.src ?? '';
        altText = attributes.alt ?? '';
      }
      return null;
    },
  });
  const found: RegExpExecArray | null = mark;
  const part = (name: string) =>
    node.children.find(child => typeof child === 'object' && child.attributes.class === name);
  const caption = part('caption');
  return {
    number: Number(found?.[2] ?? 0),
    placed: found?.[1] !== 'extra',
    source,
    altText,
    caption: typeof caption === 'object' ? caption : null,
    credit: textOfPart(part('credit')),
    rights: textOfPart(part('rights')),
  };
}

function textOfPart(part: MarkupNode | undefined): string {
  return typeof part === 'object' ? linesOf(part) : '';
}

/** The words of a paragraph with its line breaks, without our own label. */
export function linesOf(node: MarkupElement): string {
  let text = '';
  walk(node, {
    enter({ tag, attributes }) {
      if (tag === 'br') text += '\n';
      return attributes.class === 'label' ? false : null;
    },
    text(words) {
      text += words;
    },
  });
  return text;
}
