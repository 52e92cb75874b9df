import { diffWordsWithSpace } from 'diff';
import { type Block, blockTexts, inlineText } from '../../contract/body.ts';
import type { StoryDiff, TextPiece } from '../../contract/diff.ts';
import { sameData } from '../../contract/patch.ts';
import type { Picture } from '../../contract/picture.ts';
import { fieldNames, type Story, storyFields } from '../../contract/story.ts';

/**
 * How two revisions of a story differ, word by word. Blocks are paired by their identifiers, which survive
 * editing; a block whose text is the same in both is 'same'.
 */
export function diffStories(a: Story, b: Story): StoryDiff {
  return {
    a: a.revision,
    b: b.revision,
    state: a.state === b.state ? null : { a: a.state, b: b.state },
    fields: fieldNames
      .filter(name => !sameData(a.fields[name], b.fields[name]))
      .map(name => {
        const before = valueText(a.fields[name]);
        const after = valueText(b.fields[name]);
        return {
          field: name,
          label: storyFields[name].label,
          a: before,
          b: after,
          pieces: diffText(before, after),
        };
      }),
    blocks: diffBlocks(a.body.blocks, b.body.blocks),
    pictures: diffPictures(a.pictures, b.pictures),
  };
}

/** Word-level pieces; a text far too long for that is replaced whole. */
export function diffText(before: string, after: string): readonly TextPiece[] {
  if (before === after) return before === '' ? [] : [{ op: 'same', text: before }];
  const pieces = diffWordsWithSpace(before, after, { timeout: 500 });
  if (!pieces)
    return [
      { op: 'delete', text: before },
      { op: 'insert', text: after },
    ];
  return pieces.map(({ added, removed, value }) => ({
    op: added ? 'insert' : removed ? 'delete' : 'same',
    text: value,
  }));
}

function diffBlocks(before: readonly Block[], after: readonly Block[]): StoryDiff['blocks'] {
  const old = new Map(before.map(block => [block.id, block]));
  const kept = new Set(after.map(block => block.id));
  const result: StoryDiff['blocks'][number][] = [];
  const gone = [...before];
  const takeGone = (until: string | null): void => {
    // Deleted blocks stand where they stood: before the next block that is in both.
    while (gone.length > 0 && gone[0]?.id !== until) {
      const block = gone.shift();
      if (block && !kept.has(block.id))
        result.push({
          op: 'delete',
          id: block.id,
          type: block.type,
          pieces: [{ op: 'delete', text: words(block) }],
        });
    }
    gone.shift();
  };
  for (const block of after) {
    const earlier = old.get(block.id);
    const { id, type } = block;
    if (!earlier) {
      result.push({ op: 'insert', id, type, pieces: [{ op: 'insert', text: words(block) }] });
      continue;
    }
    if (gone.some(each => each.id === id)) takeGone(id);
    const op = sameData(earlier, block) ? 'same' : 'change';
    result.push({ op, id, type, pieces: diffText(words(earlier), words(block)) });
  }
  takeGone(null);
  return result;
}

function words(block: Block): string {
  if (block.type === 'picture') return '[picture]';
  if (block.type === 'separator') return '* * *';
  if (block.type === 'embed') return `${block.title} ${block.url}`.trim();
  return blockTexts(block, { notes: true }).join('\n');
}

function diffPictures(before: readonly Picture[], after: readonly Picture[]): StoryDiff['pictures'] {
  const old = new Map(before.map(picture => [picture.id, picture]));
  const kept = new Set(after.map(picture => picture.id));
  const result: StoryDiff['pictures'][number][] = [];
  for (const picture of before)
    if (!kept.has(picture.id))
      result.push({ op: 'delete', id: picture.id, pieces: [{ op: 'delete', text: pictureText(picture) }] });
  for (const picture of after) {
    const earlier = old.get(picture.id);
    if (!earlier)
      result.push({ op: 'insert', id: picture.id, pieces: [{ op: 'insert', text: pictureText(picture) }] });
    else if (!sameData(earlier, picture))
      result.push({
        op: 'change',
        id: picture.id,
        pieces: diffText(pictureText(earlier), pictureText(picture)),
      });
  }
  return result;
}

/** What the desk edits of a picture, a line each. */
function pictureText(picture: Picture): string {
  const {
    caption,
    altText,
    creditLine,
    creator,
    source,
    copyrightNotice,
    usageTerms,
    instructions,
    dateCreated,
    file,
  } = picture;
  const lines = [
    inlineText(caption),
    altText,
    creditLine,
    creator,
    source,
    copyrightNotice,
    usageTerms,
    instructions,
    dateCreated,
  ];
  const rules = picture.restrictions.map(each => each.text);
  return [...lines, ...rules, file?.name ?? ''].filter(line => line !== '').join('\n');
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  if (typeof value === 'object') {
    return Object.values(value)
      .map(each => (each === null ? 'until released' : valueText(each)))
      .filter(each => each !== '')
      .join(' ');
  }
  return String(value);
}
