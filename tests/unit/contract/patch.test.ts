import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Block, plainInlines } from '../../../main/contract/body.ts';
import {
  applyPatch,
  type Draft,
  diffDraft,
  PatchMismatch,
  StoryPatch,
} from '../../../main/contract/patch.ts';
import { emptyFields } from '../../../main/contract/story.ts';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  inlines: plainInlines(text),
});
const draft = (...blocks: Block[]): Draft => ({
  state: 'draft',
  fields: emptyFields,
  body: { version: 1, blocks },
  pictures: [],
});

const blocks = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.string({ maxLength: 6 })), {
    selector: ([id]) => id,
    maxLength: 10,
  })
  .map(pairs => pairs.map(([id, text]) => paragraph(`b${id}`, text)));
const drafts = fc
  .record({ blocks, headline: fc.constantFrom('', 'Rain', 'Sun'), state: fc.constantFrom('draft', 'edit') })
  .map(
    ({ blocks: some, headline, state }): Draft => ({
      ...draft(...some),
      state: state === 'draft' ? 'draft' : 'edit',
      fields: { ...emptyFields, headline },
    }),
  );

describe('a patch', () => {
  it('turns any draft into any other', () => {
    fc.assert(
      fc.property(drafts, drafts, (before, after) => {
        const patch = diffDraft(before, after);
        const result =
          patch === null ? before : applyPatch(before, StoryPatch.parse(JSON.parse(JSON.stringify(patch))));
        expect(result).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing where nothing changed', () => {
    expect(diffDraft(draft(paragraph('a', 'x')), draft(paragraph('a', 'x')))).toBeNull();
  });

  it('carries one block for a keystroke in a long story', () => {
    const many = Array.from({ length: 1000 }, (_, index) => paragraph(`b${index}`, 'Some words that stay.'));
    const edited = many.map(block =>
      block.id === 'b500' ? paragraph('b500', 'Some words that stay.!') : block,
    );
    const patch = diffDraft(draft(...many), draft(...edited));
    expect(patch).toEqual({ blocks: { changed: [edited[500]], removed: [], inserted: [] } });
  });

  it('carries the fields that changed and no other', () => {
    const before = draft();
    const patch = diffDraft(before, { ...before, fields: { ...emptyFields, urgency: 2, headline: 'Rain' } });
    expect(patch).toEqual({ fields: { urgency: 2, headline: 'Rain' } });
  });

  it('does not fill in fields that it does not name', () => {
    expect(StoryPatch.parse({ fields: { headline: 'Rain' } })).toEqual({ fields: { headline: 'Rain' } });
  });

  it.each([
    ['changes', { changed: [paragraph('z', 'x')], removed: [], inserted: [] }],
    ['removes', { changed: [], removed: ['z'], inserted: [] }],
    ['inserts after', { changed: [], removed: [], inserted: [{ after: 'z', blocks: [paragraph('y', '')] }] }],
    ['doubles', { changed: [], removed: [], inserted: [{ after: null, blocks: [paragraph('a', '')] }] }],
  ])('is refused where it %s a block it cannot', (_, wrong) => {
    expect(() => applyPatch(draft(paragraph('a', '')), { blocks: wrong })).toThrow(PatchMismatch);
  });
});
