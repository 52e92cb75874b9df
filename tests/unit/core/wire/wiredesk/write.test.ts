import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Picture } from '../../../../../main/contract/picture.ts';
import type { Story } from '../../../../../main/contract/story.ts';
import { wiredesk } from '../../../../../main/core/wire/wiredesk/format.ts';
import { arbitraryStory } from '../../../../support/arbitrary-story.ts';
import {
  archivePicture,
  fullStory,
  handoutPicture,
  minimalStory,
  withFields,
} from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

interface Document {
  readonly wiredesk: number;
  readonly notices?: readonly string[];
  readonly story: Omit<Story, 'id' | 'revision' | 'updated' | 'counts' | 'overrides'>;
}

function written(story: Story): Document {
  return JSON.parse(writeOne(wiredesk, story).text) as Document;
}

describe('writeWiredesk', () => {
  it('makes the files that the installed program opens', () => {
    const builder = readFileSync(new URL('../../../../../electron-builder.yml', import.meta.url), 'utf8');
    const association = /- ext: wiredesk\n(?: {4}.*\n)*? {4}mimeType: (\S+)\n/.exec(builder);
    const { path, mediaType } = writeOne(wiredesk, fullStory);
    expect(path).toMatch(/\.wiredesk$/);
    expect([mediaType, wiredesk.mediaType]).toEqual([association?.[1], association?.[1]]);
  });

  it('is a document of one story, with every field but the internal note', () => {
    const { wiredesk: form, story } = written(fullStory);
    const { internalNote: _, ...fields } = fullStory.fields;
    expect(form).toBe(1);
    expect(Object.keys(story)).toEqual(['guid', 'version', 'state', 'created', 'fields', 'body', 'pictures']);
    expect(story).toMatchObject({
      guid: fullStory.guid,
      version: 3,
      state: 'ready',
      created: fullStory.created,
    });
    expect(story.fields).toEqual(fields);
  });

  it('shows no identifier of a block, not in a box either', () => {
    fc.assert(
      fc.property(arbitraryStory, story => {
        const { blocks } = written(story).story.body;
        for (const block of blocks.flatMap(each => (each.type === 'box' ? [each, ...each.blocks] : [each])))
          expect(block).not.toHaveProperty('id');
      }),
      { numRuns: 40 },
    );
  });

  it('carries a picture whole, with where its file lies', () => {
    const agreed = Picture.parse({
      ...handoutPicture,
      focus: { x: 0.25, y: 0.5 },
      category: 'handout',
      leases: [{ allows: false, use: 'commercial', until: '2026-12-31', note: 'Mail of the harbour office' }],
    });
    const [picture, archive] = written({ ...fullStory, pictures: [agreed, archivePicture] }).story.pictures;
    expect(picture).toEqual({ ...agreed, file: { ...agreed.file, path: 'media/picture-one.jpg' } });
    expect(archive).toEqual(archivePicture);
  });

  it('keeps back what an agency tells editors alone', () => {
    const told = {
      ...handoutPicture,
      original: { caption: 'As received', 'edNote not for publication': 'ZqForEditors' },
    };
    const { text } = writeOne(wiredesk, { ...fullStory, pictures: [told] });
    expect(text).toContain('As received');
    expect(text).not.toContain('ZqForEditors');
  });

  it('tells in words only what must be told', () => {
    expect(written(minimalStory)).not.toHaveProperty('notices');
    expect(written(withFields(fullStory, { editorialAction: 'kill' })).notices).toEqual([
      'KILL: do not publish; remove from archives and from every page where it stands.',
      'EMBARGOED until 2026-03-05 05:00:00 UTC.',
    ]);
  });

  it('sends a kill as one, whatever the state of the story that tells of it', () => {
    const { story } = written(withFields(fullStory, { editorialAction: 'kill' }));
    expect(story).toMatchObject({ state: 'killed', body: { blocks: [] }, pictures: [] });
    expect(written(withFields(fullStory, { editorialAction: 'withhold' })).story.state).toBe('withheld');
  });
});
