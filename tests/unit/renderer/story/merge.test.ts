import { describe, expect, it } from 'vitest';
import { type Block, plainInlines } from '../../../../main/contract/body.ts';
import type { Draft } from '../../../../main/contract/patch.ts';
import { Picture } from '../../../../main/contract/picture.ts';
import { emptyFields } from '../../../../main/contract/story.ts';
import { mergeDrafts } from '../../../../renderer/story/merge.ts';

const paragraph = (id: string, text: string): Block => ({
  id,
  type: 'paragraph',
  inlines: plainInlines(text),
});
const body = (...blocks: Block[]): Draft['body'] => ({ version: 1, blocks });
const picture = (id: string, altText = ''): Picture => Picture.parse({ id, altText });

const base: Draft = {
  state: 'draft',
  fields: { ...emptyFields, slugline: 'QUAY' },
  body: body(paragraph('a', 'One.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')),
  pictures: [picture('p'), picture('q')],
};

describe('merging two drafts of one revision', () => {
  it('keeps both sides where they changed different fields, blocks and pictures', () => {
    const theirs: Draft = {
      ...base,
      state: 'edit',
      fields: { ...base.fields, headline: 'Quay opens' },
      body: body(paragraph('a', 'One, changed.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')),
      pictures: [picture('p', 'Theirs'), picture('q')],
    };
    const mine: Draft = {
      ...base,
      fields: { ...base.fields, byline: 'Ida Marsh' },
      body: body(
        paragraph('a', 'One.'),
        paragraph('b', 'Two.'),
        paragraph('c', 'Three.'),
        paragraph('d', 'Four.'),
      ),
      pictures: [picture('p'), picture('q', 'Mine'), picture('r')],
    };
    const merged = mergeDrafts(base, theirs, mine);
    expect(merged).toEqual({
      state: 'edit',
      fields: { ...base.fields, headline: 'Quay opens', byline: 'Ida Marsh' },
      body: body(
        paragraph('a', 'One, changed.'),
        paragraph('b', 'Two.'),
        paragraph('c', 'Three.'),
        paragraph('d', 'Four.'),
      ),
      pictures: [picture('p', 'Theirs'), picture('q', 'Mine'), picture('r')],
    });
  });

  it('is the other side where one side changed nothing', () => {
    const theirs: Draft = { ...base, state: 'ready' };
    expect(mergeDrafts(base, theirs, base)).toEqual(theirs);
    expect(mergeDrafts(base, base, theirs)).toEqual(theirs);
  });

  const both: Readonly<Record<string, readonly [Partial<Draft>, Partial<Draft>]>> = {
    'one field': [
      { fields: { ...base.fields, headline: 'Theirs' } },
      { fields: { ...base.fields, headline: 'Mine' } },
    ],
    'the state': [{ state: 'ready' }, { state: 'killed' }],
    'one paragraph': [
      { body: body(paragraph('a', 'Theirs.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')) },
      { body: body(paragraph('a', 'Mine.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')) },
    ],
    'a paragraph that the other removed': [
      { body: body(paragraph('b', 'Two.'), paragraph('c', 'Three.')) },
      { body: body(paragraph('a', 'Mine.'), paragraph('b', 'Two.'), paragraph('c', 'Three.')) },
    ],
    'one place with new paragraphs': [
      { body: body(...base.body.blocks, paragraph('x', 'Theirs.')) },
      { body: body(...base.body.blocks, paragraph('y', 'Mine.')) },
    ],
    'one picture': [
      { pictures: [picture('p', 'Theirs'), picture('q')] },
      { pictures: [picture('p', 'Mine'), picture('q')] },
    ],
    'a picture that the other removed': [
      { pictures: [picture('q')] },
      { pictures: [picture('p', 'Mine'), picture('q')] },
    ],
  };
  for (const [what, [theirs, mine]] of Object.entries(both))
    it(`leaves the choice to a person where both changed ${what}`, () => {
      expect(mergeDrafts(base, { ...base, ...theirs }, { ...base, ...mine })).toBeNull();
    });

  it('takes a picture away that one side removed and the other left alone', () => {
    expect(
      mergeDrafts(base, { ...base, pictures: [picture('q')] }, { ...base, state: 'edit' })?.pictures,
    ).toEqual([picture('q')]);
    expect(
      mergeDrafts(base, { ...base, state: 'edit' }, { ...base, pictures: [picture('q')] })?.pictures,
    ).toEqual([picture('q')]);
  });
});
