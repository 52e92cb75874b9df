import type { Block, BoxedBlock } from '../../main/contract/body.ts';
import type { Picture } from '../../main/contract/picture.ts';
import {
  emptyFields,
  type FieldName,
  fieldNames,
  type NewStory,
  type Story,
} from '../../main/contract/story.ts';
import { type Intake, readFile } from '../../main/core/intake/read.ts';
import { parseHtml } from '../../main/core/markup/parse-html.ts';
import { parseCaption } from '../../main/core/pictures/caption/parse.ts';
import type { WireFormat } from '../../main/core/wire/format.ts';
import { formats } from '../../main/core/wire/formats.ts';
import { readBody } from '../../main/core/wire/reading/blocks.ts';
import { createReport } from '../../main/core/wire/reading/report.ts';
import { readStory } from '../../main/core/wire/reading/story.ts';
import { publishingStatus } from '../../main/core/wire/status.ts';
import { cleanHtmlText } from '../../main/core/wire/text.ts';
import { xhtmlBody, xhtmlInlines } from '../../main/core/wire/xhtml-body.ts';
import { element, htmlFragment } from '../../main/core/wire/xml.ts';

/** What a story is after a journey: compared with `toEqual` against `normal` of the story that set out. */

let count = 0;
const ids = () => `id-${++count}`;

/** Reads a file as intake does. */
export function intake(name: string, bytes: Uint8Array): Promise<Intake> {
  return readFile(
    { name, bytes },
    { ids, parseCaption, now: new Date('2026-03-05T12:00:00Z'), readers: formats },
  );
}

/** A body as HTML carries it: the measure for every other markup. Pictures are named by their number. */
export function normalBlocks(story: Pick<Story, 'body' | 'pictures'>): unknown[] {
  const markup = htmlFragment(
    xhtmlBody(story, {
      figure: picture =>
        element('img', { src: String(story.pictures.findIndex(each => each.id === picture.id)) }),
    }),
  );
  const { blocks } = readBody(parseHtml(markup, 'test'), {
    ids,
    report: createReport(),
    headline: '',
    picture: image => image.attributes.src ?? null,
  });
  return blocks.map(block => bare(block, id => id));
}

/** Blocks without identifiers, their pictures by number. */
export function bareBlocks(story: NewStory): unknown[] {
  return story.body.blocks.map(block =>
    bare(block, id => String(story.pictures.findIndex(picture => picture.id === id))),
  );
}

function bare(block: Block, number: (id: string) => string): unknown {
  const { id: _id, ...rest } = block;
  if (rest.type === 'picture') return { ...rest, pictureId: number(rest.pictureId) };
  if (rest.type === 'box')
    return { ...rest, blocks: rest.blocks.map((inner: BoxedBlock) => bare(inner, number)) };
  return rest;
}

/** The fields of a story as a reader tidies them; those that the format omits are empty. */
export function normalFields(story: Story, format: WireFormat): unknown {
  const { story: tidy } = readStory(
    { fields: story.fields, status: publishingStatus(story), blocks: [], pictures: [] },
    createReport(),
  );
  const kept = fieldNames.filter((name: FieldName) => format.fields[name] !== 'omitted');
  return {
    ...emptyFields,
    ...Object.fromEntries(kept.map(name => [name, tidy.fields[name] ?? emptyFields[name]])),
  };
}

export function readFields(story: NewStory): unknown {
  return { ...emptyFields, ...story.fields };
}

/** A picture's own data: identifiers, file and the texts as received may differ. */
export function barePicture(picture: Picture): unknown {
  const {
    id: _id,
    file: _file,
    original: _original,
    caption,
    restrictions,
    notices,
    location,
    licensor,
    ...rest
  } = picture;
  const text = htmlFragment([element('p', {}, xhtmlInlines(caption))]);
  const { blocks } = readBody(parseHtml(text, 'test'), {
    ids,
    report: createReport(),
    headline: '',
    picture: () => null,
  });
  return cleaned({
    ...rest,
    location: { ...location, created: saidOrNull(location.created) },
    licensor: saidOrNull(licensor),
    caption: blocks.flatMap((block, index) => [
      ...(index > 0 ? [{ type: 'break' }] : []),
      ...(block.type === 'paragraph' ? block.inlines : []),
    ]),
    restrictions: restrictions.map(({ spans: _spans, credit, until, ...each }) => ({
      ...each,
      credit: credit?.trim() || null,
      until: until || null,
    })),
    notices: notices.map(({ spans: _spans, ...each }) => each),
  });
}

/** A place or licensor of which nothing is said is none. */
function saidOrNull(texts: Readonly<Record<string, string>> | null): unknown {
  return texts !== null && Object.values(texts).some(text => cleaned(text) !== '') ? texts : null;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanHtmlText(value).replace(/\s+/gu, ' ').trim();
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
  return value;
}
