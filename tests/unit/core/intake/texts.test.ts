import { describe, expect, it } from 'vitest';
import { textCases } from '../../../fixtures/intake/texts.ts';
import { leftOut, outline, readOne } from './support.ts';

describe('plain text', () => {
  it.each(textCases.map(item => [item.name, item] as const))('%s', async (_name, item) => {
    const story = await readOne('story.txt', item.text);
    expect(story.format).toBe('text');
    expect({
      fields: story.story.fields,
      body: outline(story.story.body.blocks),
      captions: story.story.pictures.map(picture => picture.original.caption),
      out: leftOut(story).toSorted(),
    }).toEqual({
      fields: item.fields,
      body: item.body,
      captions: item.captions ?? [],
      out: (item.out ?? []).toSorted(),
    });
  });
});
