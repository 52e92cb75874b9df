import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../main/contract/body.ts';
import type { Story } from '../../../../main/contract/story.ts';
import { formatById } from '../../../../main/core/wire/formats.ts';
import { checkForFormat } from '../../../../main/core/wire/required.ts';
import { fullStory, minimalStory, withBody, withFields } from '../../../support/story.ts';

function found(story: Story, id: string): string[] {
  const format = formatById(id);
  if (!format) throw new Error(`no ${id}`);
  return checkForFormat(story, format).map(({ severity, code, field }) =>
    `${severity} ${code} ${field ?? ''}`.trim(),
  );
}

describe('checkForFormat', () => {
  it('finds nothing wrong with the least story', () => {
    expect(found(minimalStory, 'newsml-g2')).toEqual([]);
  });

  it('names each field that the format needs and the story lacks', () => {
    const bare = withBody(withFields(minimalStory, { headline: ' ', language: '' }), {
      version: 1,
      blocks: [],
    });
    expect(found(bare, 'nitf')).toEqual([
      'error headline-missing headline',
      'error body-missing',
      'error language-missing language',
    ]);
    expect(found(bare, 'text')).toEqual(['error body-missing']);
  });

  it('does not take an internal note for a body', () => {
    const noted = withBody(minimalStory, {
      version: 1,
      blocks: [{ id: 'n', type: 'note', inlines: plainInlines('only for us') }],
    });
    expect(found(noted, 'ninjs-3')).toEqual(['error body-missing']);
  });

  it('asks a kill for its reason, not for a body', () => {
    const kill = withBody(withFields(minimalStory, { editorialAction: 'kill' }), { version: 1, blocks: [] });
    expect(found(kill, 'newsml-g2')).toEqual(['warning reason-missing edNote']);
    expect(found(withFields(kill, { edNote: 'wrong lock' }), 'newsml-g2')).toEqual([]);
  });

  it('says what stays behind, but not what is the house’s own', () => {
    const behind = found(fullStory, 'html').filter(each => each.startsWith('info field'));
    expect(behind).toContain('info field-not-carried slugline');
    expect(behind.join()).not.toContain('deskNote');
  });

  it('tells of pictures without a file, without a place and without a picture', () => {
    const lost = withBody({ ...fullStory, pictures: fullStory.pictures.slice(1) }, fullStory.body);
    const problems = found(lost, 'newsml-g2');
    expect(problems).toContain('warning picture-unknown');
    expect(problems).toContain('warning picture-without-file');
    expect(problems).toContain('info picture-unplaced');
  });

  it('refuses an embargo that no one can read', () => {
    expect(found(withFields(minimalStory, { embargo: { until: 'tomorrow' } }), 'html')).toEqual([
      'error embargo-unreadable embargo',
    ]);
  });

  it('warns of an identity that ninjs cannot carry as it is', () => {
    expect(found({ ...minimalStory, guid: 'story 1' }, 'ninjs-3')).toEqual(['warning guid-not-uri']);
  });
});
