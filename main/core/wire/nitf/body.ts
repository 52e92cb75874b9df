import type { Block, Inline } from '../../../contract/body.ts';
import type { Picture } from '../../../contract/picture.ts';
import type { Story } from '../../../contract/story.ts';
import type { WriteContext } from '../format.ts';
import {
  creditText,
  instructionWords,
  pictureGuid,
  placeText,
  restrictionWords,
  territories,
  usableUntil,
  usageTermsWords,
} from '../picture-words.ts';
import { picturesById, unplacedPictures } from '../story-words.ts';
import { joinTexts, singleLine } from '../text.ts';
import { basicTime } from '../time.ts';
import { evenRows, hasWords } from '../xhtml-body.ts';
import { type Child, type Element, element, textElement } from '../xml.ts';

/**
 * body.content in NITF's words. It knows no pull quote, box or sub-headings below `hl2`: those are `bq` and
 * `block` with a class. A block may not stand in a block, so a box stands between them.
 */
export function bodyContent(story: Story, context: WriteContext): Element {
  const pictures = picturesById(story);
  const parts: Element[] = [];
  let run: Element[] = [];
  const endRun = (): void => {
    if (run.length > 0) parts.push(element('block', {}, run));
    run = [];
  };
  for (const block of story.body.blocks) {
    if (block.type === 'box') {
      const title = textElement('hl2', block.title.trim(), {
        class: 'box-title',
      });
      const inside = block.blocks.flatMap(each => blockElements(each, story, pictures, context));
      if (title === null && inside.length === 0) continue;
      endRun();
      parts.push(element('block', { class: 'box' }, title, inside));
    } else run.push(...blockElements(block, story, pictures, context));
  }
  run.push(...unplacedPictures(story).map(picture => media(story, picture, context)));
  endRun();
  return element('body.content', {}, markLede(parts));
}

type PlainBlock = Exclude<Block, { type: 'box' }>;

function blockElements(
  block: PlainBlock,
  story: Story,
  pictures: ReadonlyMap<string, Picture>,
  context: WriteContext,
): Element[] {
  switch (block.type) {
    case 'paragraph':
      return hasWords(block.inlines) ? [element('p', {}, nitfInlines(block.inlines))] : [];
    case 'heading': {
      const level = block.level === 2 ? undefined : `level-${block.level}`;
      return hasWords(block.inlines) ? [element('hl2', { class: level }, nitfInlines(block.inlines))] : [];
    }
    case 'list': {
      const items = block.items.filter(hasWords).map(item => element('li', {}, nitfInlines(item)));
      return items.length > 0 ? [element(block.ordered ? 'ol' : 'ul', {}, items)] : [];
    }
    case 'quote':
      return quote(undefined, block.paragraphs, block.attribution);
    case 'pullQuote':
      return quote('pull-quote', [block.inlines], block.attribution);
    case 'table': {
      const rows = evenRows(block.rows).map(row =>
        element(
          'tr',
          {},
          row.map(cell => element(cell.header ? 'th' : 'td', {}, nitfInlines(cell.inlines))),
        ),
      );
      return rows.length > 0 ? [element('table', {}, rows)] : [];
    }
    case 'picture': {
      const picture = pictures.get(block.pictureId);
      return picture ? [media(story, picture, context)] : [];
    }
    case 'separator':
      return [element('hr')];
    case 'embed':
      return [element('p', { class: 'embed' }, element('a', { href: block.url }, block.title || block.url))];
    case 'note':
      return [];
  }
}

function quote(
  name: string | undefined,
  paragraphs: readonly (readonly Inline[])[],
  attribution: string,
): Element[] {
  const said = paragraphs.filter(hasWords).map(each => element('p', {}, nitfInlines(each)));
  const credit = textElement('credit', singleLine(attribution));
  if (said.length === 0 && credit === null) return [];
  return [element('bq', { class: name }, element('block', {}, said), credit)];
}

/** NITF has one element for emphasis: each mark is an `em` with a class. */
export function nitfInlines(inlines: readonly Inline[]): readonly Child[] {
  return inlines.map(nitfInline);
}

function nitfInline(inline: Inline): Child {
  switch (inline.type) {
    case 'text':
      return inline.marks.reduceRight<Child>(
        (inner, mark) => element('em', { class: mark }, inner),
        inline.text,
      );
    case 'break':
      return element('br');
    case 'link':
      return element('a', { href: inline.href }, nitfInlines(inline.inlines));
  }
}

/** The first paragraph of the copy is its lede. */
function markLede(blocks: readonly Element[]): readonly Element[] {
  const first = blocks.findIndex(block => block.children.some(isPlainParagraph));
  return blocks.map((block, index) => {
    if (index !== first) return block;
    const lede = block.children.find(isPlainParagraph);
    return {
      ...block,
      children: block.children.map(child =>
        child === lede && typeof child !== 'string'
          ? { ...child, attributes: { ...child.attributes, lede: 'true' } }
          : child,
      ),
    };
  });
}

function isPlainParagraph(child: Element | string): boolean {
  return typeof child !== 'string' && child.name === 'p' && child.attributes.class === undefined;
}

/** A picture with caption, credit, rights and reference; the reference is required, so one without a file names its identity. */
export function media(story: Story, picture: Picture, context: WriteContext): Element {
  const guid = pictureGuid(story, picture);
  const path = context.mediaPath(picture);
  const file = path === null ? null : picture.file;
  const credit = singleLine(creditText(picture));
  return element(
    'media',
    { 'media-type': 'image' },
    mediaMetadata(story, picture).map(([name, value]) =>
      value === '' ? null : element('media-metadata', { name, value }),
    ),
    element('media-reference', {
      source: path ?? guid,
      name: singleLine(picture.headline) || undefined,
      'mime-type': file?.mediaType,
      height: file?.height,
      width: file?.width,
      units: file ? 'pixels' : undefined,
      'source-credit': credit || undefined,
      copyright: singleLine(picture.copyrightNotice) || undefined,
      'alternate-text': singleLine(picture.altText) || undefined,
    }),
    hasWords(picture.caption)
      ? element('media-caption', {}, element('p', {}, nitfInlines(picture.caption)))
      : null,
    textElement('media-producer', credit),
  );
}

/** What `media-reference` has no attribute for, by name (NITF 3). */
function mediaMetadata(story: Story, picture: Picture): readonly (readonly [string, string])[] {
  const { created, shown } = picture.location;
  const until = usableUntil(picture);
  return [
    ['guid', pictureGuid(story, picture)],
    ['instructions', instructionWords(picture)],
    ['usage-terms', usageTermsWords(picture)],
    ['restrictions', restrictionWords(picture)],
    ['territories-out', territories(picture, 'exclude-territory').join(' ')],
    ['territories-only', territories(picture, 'include-territory').join(' ')],
    ['expires', until === null ? '' : (basicTime(until) ?? '')],
    ['creator', singleLine(picture.creator)],
    ['creator-title', singleLine(picture.creatorTitle)],
    ['source', singleLine(picture.source)],
    ['description', picture.description.trim()],
    ['extended-description', picture.extendedDescription.trim()],
    ['description-writer', singleLine(picture.descriptionWriter)],
    ['job-id', singleLine(picture.jobId)],
    ['date-created', singleLine(picture.dateCreated)],
    ['date-released', singleLine(picture.dateReleased)],
    ['place-created', created ? placeText(created) : ''],
    ...shown.map(place => ['place-shown', placeText(place)] as const),
    ...picture.people.map(
      ({ name, position }) => ['person', joinTexts([singleLine(name), singleLine(position)], ', ')] as const,
    ),
    ['digital-source-type', singleLine(picture.digitalSourceType)],
    ['data-mining', singleLine(picture.dataMining)],
    ['web-statement', singleLine(picture.webStatement)],
    ['licensor', licensorText(picture)],
  ];
}

function licensorText({ licensor }: Picture): string {
  return licensor === null ? '' : joinTexts([licensor.name, licensor.url, licensor.email], ', ');
}
