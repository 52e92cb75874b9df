import { type Block, type Body, type BoxedBlock, type Inline, inlineText } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';
import { emptyFields, type NewStory, type Story, type StoryFields } from '../../main/contract/story.ts';
import type { ReadContext, ReadStory, WireFormat } from '../../main/core/wire/format.ts';
import { creditText } from '../../main/core/wire/picture-words.ts';
import { singleLine } from '../../main/core/wire/text.ts';
import { writeOne } from './write-one.ts';

/** What a story must still be after it went out in a format and came in again, with what no format keeps evened out. */

let counter = 0;
export const readContext: ReadContext = {
  fileName: 'returned',
  ids: () => {
    counter += 1;
    return `id-${counter}`;
  },
  now: new Date('2026-03-04T12:00:00Z'),
};

/** The story that a format makes of its own bytes. */
export function returned(format: WireFormat, story: Story, options: unknown = {}): ReadStory {
  const [read, ...more] = format.read?.(writeOne(format, story, options).bytes, readContext) ?? [];
  if (!read || more.length > 0)
    throw new Error(`${format.id} read ${more.length + (read ? 1 : 0)} stories of one`);
  return read;
}

/** The fields of a story that came back, whole. */
export function fieldsOf(story: NewStory): StoryFields {
  return { ...emptyFields, ...(story.fields as Partial<StoryFields>) };
}

/** The fields that a format carries, in the form that comes back: single spaces, times in UTC. */
export function carriedFields(format: WireFormat, fields: StoryFields): Partial<StoryFields> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([name]) => format.fields[name as keyof StoryFields] !== 'omitted')
      .map(([name, value]) => [name, evened(value)]),
  );
}

function evened(value: unknown): unknown {
  if (typeof value === 'string') {
    if (/^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)))
      return `${new Date(value).toISOString().slice(0, 19)}Z`;
    return value
      .split(/\r\n|[\r\n]/)
      .map(singleLine)
      .filter(line => line !== '')
      .join('\n');
  }
  if (Array.isArray(value)) return value.map(evened);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, evened(each)]));
  return value;
}

/** The copy without identifiers and notes, each picture by its place among the story's pictures. */
export function copyOf(body: Body, pictures: readonly Pick<Picture, 'id'>[]): unknown {
  return body.blocks.flatMap(block => plain(block, pictures));
}

function plain(block: Block | BoxedBlock, pictures: readonly Pick<Picture, 'id'>[]): unknown[] {
  const { id: _, ...rest } = block;
  switch (rest.type) {
    case 'note':
      return [];
    case 'picture': {
      const place = pictures.findIndex(picture => picture.id === rest.pictureId);
      return place < 0 ? [] : [{ type: 'picture', picture: place }];
    }
    case 'box':
      return [{ ...rest, blocks: rest.blocks.flatMap(each => plain(each, pictures)) }];
    case 'table': {
      const width = Math.max(...rest.rows.map(row => row.length));
      const empty = { header: false, inlines: [] };
      const rows = rest.rows.map(row => [...row, ...Array.from({ length: width - row.length }, () => empty)]);
      return [
        { ...rest, rows: rows.map(row => row.map(cell => ({ ...cell, inlines: joined(cell.inlines) }))) },
      ];
    }
    default:
      return [rest];
  }
}

/** Neighbouring runs of the same marks are one. */
function joined(inlines: readonly Inline[]): Inline[] {
  const list: Inline[] = [];
  for (const inline of inlines) {
    const last = list.at(-1);
    if (inline.type === 'text' && last?.type === 'text' && last.marks.join() === inline.marks.join())
      list[list.length - 1] = { ...last, text: last.text + inline.text };
    else list.push(inline);
  }
  return list;
}

/** A picture as it must come back: identity and file are the receiver's, spans point into what was received. */
export function pictureSeen(picture: Picture): unknown {
  const { id: _, file: __, original: ___, restrictions, notices, ...rest } = picture;
  return {
    ...(evened(rest) as object),
    creditLine: singleLine(creditText(picture)),
    dateCreated: picture.dateCreated,
    caption: picture.caption,
    description: evened(picture.description || inlineText(picture.caption)),
    restrictions: restrictions.map(({ kind, territories, text }) => ({ kind, territories, text })),
    notices: notices.map(({ kind, text }) => ({ kind, text })),
  };
}
