import { describe, expect, it } from 'vitest';
import { newsmlG2 } from '../../../../../main/core/wire/newsml-g2/format.ts';
import { fullStory, minimalStory, withFields } from '../../../../support/story.ts';
import {
  carriedFields,
  copyOf,
  fieldsOf,
  pictureSeen,
  returned,
} from '../../../../support/there-and-back.ts';

describe('NewsML-G2 back from its own bytes', () => {
  for (const [name, story] of Object.entries({ full: fullStory, minimal: minimalStory })) {
    const { story: back, media, problems } = returned(newsmlG2, story);

    it(`keeps the fields of a ${name} story`, () => {
      expect(carriedFields(newsmlG2, fieldsOf(back))).toEqual(carriedFields(newsmlG2, story.fields));
      expect(back).toMatchObject({ guid: story.guid, version: story.version });
      expect(problems).toEqual([]);
    });

    it(`keeps the copy of a ${name} story`, () => {
      expect(copyOf(back.body, back.pictures)).toEqual(copyOf(story.body, story.pictures));
    });

    it(`keeps the pictures of a ${name} story`, () => {
      expect(back.pictures.map(pictureSeen)).toEqual(story.pictures.map(pictureSeen));
      expect(media.map(each => each.href)).toEqual(
        story.pictures.flatMap(each => (each.file ? [`media/${each.id}.jpg`] : [])),
      );
    });
  }

  for (const options of [{ body: 'nitf' }, { version: '2.12' }, { version: '2.23', body: 'nitf' }])
    it(`keeps everything with ${JSON.stringify(options)}`, () => {
      const { story: back, problems } = returned(newsmlG2, fullStory, options);
      expect(problems).toEqual([]);
      expect(carriedFields(newsmlG2, fieldsOf(back))).toEqual(carriedFields(newsmlG2, fullStory.fields));
      expect(copyOf(back.body, back.pictures)).toEqual(copyOf(fullStory.body, fullStory.pictures));
      expect(back.pictures.map(pictureSeen)).toEqual(fullStory.pictures.map(pictureSeen));
    });

  it('keeps a kill, a hold and an embargo without end', () => {
    const of = (fields: Parameters<typeof withFields>[1]) =>
      returned(newsmlG2, withFields(fullStory, fields)).story;
    expect(of({ editorialAction: 'kill' })).toMatchObject({
      state: 'killed',
      fields: { editorialAction: 'kill' },
    });
    expect(of({ editorialAction: 'withhold' })).toMatchObject({ state: 'withheld' });
    expect(of({ embargo: { until: null } }).fields.embargo).toEqual({ until: null });
  });
});
