import { WiredeskError } from '../../../contract/failure.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { MediaReference, ReadContext, ReadStory } from '../format.ts';
import { readBody } from '../reading/blocks.ts';
import { withoutDateline } from '../reading/dateline.ts';
import { isOwn } from '../reading/extras.ts';
import { createFigures } from '../reading/figures.ts';
import { isJsonRecord, type JsonRecord, readWireJson, recordAt, recordsAt, textAt } from '../reading/json.ts';
import { createReport, type Report } from '../reading/report.ts';
import { readStory } from '../reading/story.ts';
import { elementsTree, noteReference, pictureAttribute } from './read-elements.ts';
import { readFields } from './read-fields.ts';
import { readExtras, readImage } from './read-image.ts';

/** Any ANS 0.x: a story, a gallery, a video or an image alone, a list or collection of them, or an operation. */
export function readAns(bytes: Uint8Array, context: ReadContext): readonly ReadStory[] {
  const report = createReport();
  const value = readWireJson(bytes, context.fileName, report);
  const documents = documentsOf(value);
  if (documents.length === 0)
    throw new WiredeskError('unreadable', 'The JSON is no ANS: it holds no content.');
  return documents.map((each, index) => storyOf(each, context, index === 0 ? report : createReport()));
}

const kinds = /^(?:story|gallery|video|audio|image)$/;

/** A collection holds documents as its elements; an operation has its document as `body`. */
function documentsOf(value: unknown): readonly JsonRecord[] {
  if (Array.isArray(value)) return value.flatMap(documentsOf);
  if (!isJsonRecord(value)) return [];
  const type = textAt(value, 'type');
  if (/_operation$/.test(type)) {
    const gone = /delete|unpublish/i.test(textAt(value, 'operation'));
    const documents = documentsOf(value.body);
    return gone ? documents.map(each => ({ ...each, status: 'canceled' })) : documents;
  }
  const inner = recordsAt(value, 'content_elements');
  if (/^(?:collection|results)$/.test(type)) return inner.flatMap(documentsOf);
  const isDocument = kinds.test(type) || inner.length > 0 || isJsonRecord(value.headlines);
  return isDocument ? [value] : [];
}

/** The pictures of a document, each once however often it stands there. */
function createImages({ ids }: ReadContext) {
  const found: {
    readonly order: number;
    readonly picture: Picture;
    readonly href: string;
  }[] = [];
  const byName = new Map<string, string>();
  return {
    found,
    take(image: JsonRecord): string {
      const href = textAt(image, 'url').trim();
      // Two pictures of this program may share one file; others' are the same by either.
      const own = isOwn(readExtras(recordAt(image, 'additional_properties')));
      const names = [textAt(image, '_id'), ...(own ? [] : [href])].filter(name => name !== '');
      const again = names.map(name => byName.get(name)).find(id => id !== undefined);
      if (again !== undefined) return again;
      const id = ids();
      for (const name of names) byName.set(name, id);
      const order = Number(textAt(recordAt(image, 'additional_properties'), 'order')) || 0;
      found.push({ order, picture: readImage(image, id), href });
      return id;
    },
  };
}

function storyOf(document: JsonRecord, context: ReadContext, report: Report): ReadStory {
  const own = isOwn(readExtras(recordAt(document, 'additional_properties')));
  const images = createImages(context);
  const corrections: string[] = [];
  const type = textAt(document, 'type');
  // An image or a video that comes alone is the only element of its story.
  const alone = type === 'image' || type === 'video' || type === 'audio';
  const elements = alone ? [document] : recordsAt(document, 'content_elements');
  const root = elementsTree(elements, {
    report,
    image: image => images.take(image),
    correction: words => corrections.push(words),
  });
  const { dateline, wire } = readFields(document, corrections, report);
  const known = new Set(images.found.map(each => each.picture.id));
  const figures = createFigures({ ids: context.ids, report }, ({ attributes }) => {
    const id = attributes[pictureAttribute] ?? '';
    if (known.has(id)) return id;
    return images.found.find(each => each.href !== '' && each.href === attributes.src)?.picture.id ?? null;
  });
  const body = readBody(root, {
    ids: context.ids,
    report,
    headline: own ? '' : (wire.fields.headline ?? ''),
    picture: figures.picture,
    caption: figures.caption,
  });
  for (const image of besides(document, report)) images.take(image);
  const inFile = images.found.toSorted((a, b) => a.order - b.order);
  const inCopy = figures.found();
  return readStory(
    {
      ...wire,
      fields: { ...wire.fields, signOff: body.signOff },
      blocks: own ? body.blocks : withoutDateline(body.blocks, dateline),
      pictures: [...inFile.map(each => each.picture), ...inCopy.pictures],
      media: [
        ...inFile.flatMap(({ picture, href }): MediaReference[] =>
          href === '' ? [] : [{ picture: picture.id, href }],
        ),
        ...inCopy.media,
      ],
    },
    report,
  );
}

/** The images that stand outside the copy: what the story is promoted with, and what goes along. */
function besides(document: JsonRecord, report: Report): readonly JsonRecord[] {
  const promoted = Object.values(recordAt(document, 'promo_items')).filter(isJsonRecord);
  const related = recordsAt(recordAt(document, 'related_content'), 'pictures');
  const found = [...promoted, ...related];
  for (const each of found) if (textAt(each, 'type') === 'reference') noteReference(each, report);
  const images = [...found, ...promoted.flatMap(each => Object.values(recordAt(each, 'promo_items')))];
  return images.filter(isJsonRecord).filter(each => textAt(each, 'type') === 'image');
}
