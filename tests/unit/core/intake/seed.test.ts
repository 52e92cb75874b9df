import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inlineText } from '../../../../main/contract/body.ts';
import { sharedFolder, sharedPath } from '../../../support/shared.ts';
import { leftOut, readOne } from './support.ts';

describe.skipIf(sharedFolder === null)('the seed stories', () => {
  const folder = sharedPath('seeds');
  const files = sharedFolder === null ? [] : readdirSync(folder).filter(name => name.endsWith('.txt'));

  it.each(files)('%s lands in its fields with nothing lost', async name => {
    const text = readFileSync(sharedPath('seeds', name), 'utf8');
    const lines = text
      .split('\n')
      .map(line => line.trim())
      .filter(line => line !== '');
    const { story, problems, format } = await readOne(name, text);
    expect(format).toBe('text');
    expect(story.fields.headline).toBe(lines[0]);
    expect(story.fields.source).toBe(lines[1]);
    const paragraphs = story.body.blocks.flatMap(block =>
      block.type === 'paragraph' ? [inlineText(block.inlines)] : [],
    );
    expect(paragraphs).toHaveLength(7);
    expect(story.body.blocks).toHaveLength(7);
    expect(story.pictures).toHaveLength(1);
    const out = leftOut({ story, problems, files: [], media: [] });
    expect(out).toHaveLength(3);
    const caption = story.pictures[0]?.original.caption ?? '';
    const found = [story.fields.headline, story.fields.source, caption, ...paragraphs, ...out];
    expect(found.toSorted()).toEqual(lines.toSorted());
  });
});
