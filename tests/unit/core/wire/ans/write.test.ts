import { describe, expect, it } from 'vitest';
import { fullStory, minimalStory, withFields } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

interface Ans {
  readonly [name: string]: unknown;
  readonly content_elements?: readonly { readonly [name: string]: unknown; readonly type: string }[];
}

function written(story = fullStory, options: unknown = {}): Ans {
  return JSON.parse(writeOne('ans', story, options).text);
}

describe('an ANS story', () => {
  it('bears the version of the schema everywhere', () => {
    const { text } = writeOne('ans', fullStory);
    const versions = [...text.matchAll(/"version": "([^"]*)"/g)].map(([, version]) => version);
    expect(new Set(versions)).toEqual(new Set(['0.10.9', '3']));
  });

  it('has an element for every block, and none for a note', () => {
    expect(
      written().content_elements?.map(each => [each.type, each.subtype].filter(Boolean).join(' ')),
    ).toEqual([
      ...['text', 'text', 'header', 'header', 'header', 'list', 'list', 'quote', 'quote pullquote', 'table'],
      ...['image', 'divider', 'element_group box', 'raw_html', 'text', 'text', 'text sign-off'],
    ]);
  });

  it('holds words as HTML: what looks like markup is escaped', () => {
    const story = withFields(fullStory, { signOff: '<b>&' });
    expect(written(story).content_elements?.at(-1)?.content).toBe('&lt;b&gt;&amp;');
  });

  it('says of a picture in words and in a restriction what bars it', () => {
    const image = written().content_elements?.find(each => each.type === 'image');
    expect(image).toMatchObject({
      url: 'media/picture-one.jpg',
      caption: 'Harbour master Ada Lindqvist (L) opens the Northern Gate in Port Selwyn.',
      vanity_credits: { by: [{ type: 'author', name: 'AFP PHOTO / HARBOUR OFFICE' }] },
      content_restrictions: { geo: { restrictions: [{ restriction_id: 'deny:BE,NL;allow:DE' }] } },
    });
    expect(image?.editor_note).toContain('BELGIUM OUT, NETHERLANDS OUT');
    expect(JSON.stringify(image?.additional_properties)).toContain('RESTRICTED TO EDITORIAL USE');
  });

  it('promotes the first picture and takes along those that stand nowhere', () => {
    const { promo_items, related_content } = written();
    expect(promo_items).toMatchObject({ basic: { type: 'image', url: 'media/picture-one.jpg' } });
    expect(related_content).toMatchObject({ pictures: [{ caption: 'The old gates in 2019.' }] });
  });

  it('gives pictures the web address of the options', () => {
    const { promo_items } = written(fullStory, { mediaBase: 'https://cdn.example/x' });
    expect(promo_items).toMatchObject({ basic: { url: 'https://cdn.example/x/media/picture-one.jpg' } });
  });

  it.each([
    [{ until: '2026-03-05T06:00:00+01:00' }, { active: true, end_time: '2026-03-05T05:00:00Z' }],
    [{ until: null }, { active: true }],
    [{ until: '2020-01-01T00:00:00Z' }, { active: false, end_time: '2020-01-01T00:00:00Z' }],
  ])('says when an embargo %j holds', (embargo, expected) => {
    const { content_restrictions } = written(withFields(fullStory, { embargo }));
    expect(content_restrictions).toMatchObject({ embargo: expected });
    expect(JSON.stringify(content_restrictions)).toContain('EMBARGOED');
  });

  it('is nothing but identity and reason in a kill', () => {
    const kill = written(withFields(fullStory, { editorialAction: 'kill', edNote: 'Wrong harbour.' }));
    expect(kill).toMatchObject({ status: 'canceled', headlines: { basic: fullStory.fields.headline } });
    expect(kill.content_elements).toBeUndefined();
    expect(kill.promo_items).toBeUndefined();
    expect(kill.editor_note).toMatch(/^Wrong harbour\.\n[\s\S]*KILL/);
  });

  it('has nothing empty in it', () => {
    const empty = (value: unknown): boolean =>
      value === '' || (typeof value === 'object' && value !== null && Object.values(value).some(empty));
    expect(empty(written(minimalStory))).toBe(false);
  });
});
