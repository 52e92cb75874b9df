import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, plainInlines } from '../../../../main/contract/body.ts';
import type { TextPiece } from '../../../../main/contract/diff.ts';
import { StoryDiff } from '../../../../main/contract/diff.ts';
import type { Story } from '../../../../main/contract/story.ts';
import { diffStories, diffText } from '../../../../main/core/services/diff.ts';
import { archivePicture, fullStory, handoutPicture } from '../../../support/story.ts';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  inlines: plainInlines(text),
});
const withBlocks = (...blocks: readonly Block[]): Story => ({ ...fullStory, body: { version: 1, blocks } });
const side = (pieces: readonly TextPiece[], without: TextPiece['op']): string =>
  pieces
    .filter(({ op }) => op !== without)
    .map(({ text }) => text)
    .join('');
const opsOf = (a: Story, b: Story) => diffStories(a, b).blocks.map(({ op, id }) => `${op} ${id}`);

describe('the difference of two texts', () => {
  it('shows the words that went and came, between those that stayed', () => {
    expect(diffText('The lock opened on Tuesday.', 'The lock opened on Monday.')).toEqual([
      { op: 'same', text: 'The lock opened on ' },
      { op: 'delete', text: 'Tuesday' },
      { op: 'insert', text: 'Monday' },
      { op: 'same', text: '.' },
    ]);
    expect(diffText('', '')).toEqual([]);
    expect(diffText('as it was', 'as it was')).toEqual([{ op: 'same', text: 'as it was' }]);
  });

  it('holds every character of both sides, in order', () => {
    const words = fc.array(fc.constantFrom('lock', 'gate', ' ', '\n', '.', 'é', '港口', '👩‍🔧'), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [before, after] = [a.join(''), b.join('')];
        const pieces = diffText(before, after);
        expect(side(pieces, 'insert')).toBe(before);
        expect(side(pieces, 'delete')).toBe(after);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the difference of two revisions', () => {
  it('is nothing where nothing changed', () => {
    const diff = diffStories(fullStory, { ...fullStory, revision: 28 });
    expect(diff).toMatchObject({ a: 27, b: 28, state: null, fields: [], pictures: [] });
    expect(new Set(diff.blocks.map(block => block.op))).toEqual(new Set(['same']));
  });

  it('fits the contract, from a full story to an empty one and back', () => {
    const empty = { ...withBlocks(), pictures: [], state: 'draft' as const };
    for (const [a, b] of [
      [fullStory, empty],
      [empty, fullStory],
    ] as const)
      expect(StoryDiff.safeParse(diffStories(a, b)).error).toBeUndefined();
  });

  it('names the fields that changed, whatever their shape, and the state', () => {
    const changed: Story = {
      ...fullStory,
      state: 'filed',
      fields: { ...fullStory.fields, headline: 'Lock closes', keywords: ['lock'], embargo: { until: null } },
    };
    const diff = diffStories(fullStory, changed);
    expect(diff.state).toEqual({ a: 'ready', b: 'filed' });
    expect(diff.fields.map(({ field, b }) => [field, b])).toEqual([
      ['headline', 'Lock closes'],
      ['keywords', 'lock'],
      ['embargo', 'until released'],
    ]);
  });

  it('pairs paragraphs by identity, and shows the deleted where they stood', () => {
    const [one, two, three] = [
      paragraph('1', 'First.'),
      paragraph('2', 'Second.'),
      paragraph('3', 'Third.'),
    ] as const;
    expect(opsOf(withBlocks(one, two, three), withBlocks(one, three))).toEqual([
      'same 1',
      'delete 2',
      'same 3',
    ]);
    expect(opsOf(withBlocks(one, three), withBlocks(one, two, three))).toEqual([
      'same 1',
      'insert 2',
      'same 3',
    ]);
    expect(opsOf(withBlocks(one, two), withBlocks(one, paragraph('2', 'Other words.')))).toEqual([
      'same 1',
      'change 2',
    ]);
    expect(opsOf(withBlocks(one, two, three), withBlocks())).toEqual(['delete 1', 'delete 2', 'delete 3']);
  });

  it('loses no block and shows none twice, however they are moved about', () => {
    const ids = fc.uniqueArray(fc.constantFrom('1', '2', '3', '4', '5', '6'));
    fc.assert(
      fc.property(ids, ids, (before, after) => {
        const make = (all: readonly string[]): Story =>
          withBlocks(...all.map(id => paragraph(id, `Words ${id}`)));
        const { blocks } = diffStories(make(before), make(after));
        expect(blocks.filter(each => each.op !== 'delete').map(each => each.id)).toEqual(after);
        expect(blocks.filter(each => each.op === 'delete').map(each => each.id)).toEqual(
          before.filter(id => !after.includes(id)),
        );
      }),
      { numRuns: 200 },
    );
  });

  it('says that a mark changed where no word did', () => {
    const bold: Block = {
      id: '1',
      type: 'paragraph',
      inlines: [{ type: 'text', text: 'First.', marks: ['bold'] }],
    };
    expect(opsOf(withBlocks(paragraph('1', 'First.')), withBlocks(bold))).toEqual(['change 1']);
  });

  it('shows pictures that came, went and changed', () => {
    const credited = { ...handoutPicture, creditLine: 'Harbour Office' };
    const diff = diffStories(
      { ...fullStory, pictures: [handoutPicture, archivePicture] },
      { ...fullStory, pictures: [credited, { ...archivePicture, id: 'picture-three' }] },
    );
    expect(diff.pictures.map(({ op, id }) => `${op} ${id}`)).toEqual([
      'delete picture-two',
      'change picture-one',
      'insert picture-three',
    ]);
    const changed = diff.pictures.find(each => each.op === 'change')?.pieces ?? [];
    expect(side(changed, 'delete')).toContain('Harbour Office');
    expect(side(changed, 'insert')).toContain('AFP PHOTO / HARBOUR OFFICE');
  });
});
