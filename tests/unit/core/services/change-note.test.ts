import { describe, expect, it } from 'vitest';
import { type Block, plainInlines } from '../../../../main/contract/body.ts';
import type { Story } from '../../../../main/contract/story.ts';
import { changeNote } from '../../../../main/core/services/change-note.ts';
import { fullStory, secretWords, withBody, withFields } from '../../../support/story.ts';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  inlines: plainInlines(text),
});
const story = (...blocks: Block[]): Story =>
  withBody(withFields(fullStory, { editorialAction: 'correction' }), { version: 1, blocks });
const before = story(paragraph('a', 'It opened on Tuesday.'), paragraph('b', 'The lock is 32 metres wide.'));

describe('the note of a correction', () => {
  it('quotes the words that gave way', () => {
    const after = story(
      paragraph('a', 'It opened on Tuesday.'),
      paragraph('b', 'The lock is 34 metres wide.'),
    );
    expect(changeNote(before, after)).toBe('Corrects in paragraph 2 “32” to “34”.');
  });

  it('names what was added and removed, and the fields that changed', () => {
    const after = withFields(
      story(paragraph('b', 'The lock is 32 metres wide.'), paragraph('c', 'Ships pass.')),
      {
        headline: 'Port Selwyn opens its sea lock',
        editorialAction: 'update',
      },
    );
    const note = changeNote(withFields(before, { headline: 'Port Selwyn opens new sea lock' }), after);
    expect(note).toBe('Updates the headline “new” to “its”; removes the first paragraph; adds paragraph 2.');
  });

  it('says nothing of internal notes, and nothing where nothing changed', () => {
    const note: Block = { id: 'n', type: 'note', inlines: plainInlines(secretWords[1]) };
    expect(
      changeNote(before, { ...before, body: { version: 1, blocks: [...before.body.blocks, note] } }),
    ).toBe('');
    expect(changeNote(before, withFields(before, { internalNote: secretWords[0] }))).toBe('');
  });

  it('tells of captions and rights', () => {
    const [first, ...rest] = fullStory.pictures;
    if (!first) throw new Error('no picture');
    const after = { ...before, pictures: [{ ...first, creditLine: 'Other', restrictions: [] }, ...rest] };
    expect(changeNote(before, after)).toBe('Corrects the credit of picture 1; the rights of picture 1.');
  });

  it('gives up counting where everything changed', () => {
    const many = Array.from({ length: 12 }, (_, index) => paragraph(`x${index}`, `New ${index}`));
    expect(changeNote(before, story(...many))).toBe('Corrects throughout.');
  });
});
