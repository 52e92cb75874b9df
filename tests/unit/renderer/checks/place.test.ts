import { describe, expect, it } from 'vitest';
import { problem } from '../../../../main/contract/failure.ts';
import { Picture } from '../../../../main/contract/picture.ts';
import { placeOf, placeWords } from '../../../../renderer/checks/place.ts';
import { isInStoryPane } from '../../../../renderer/story/DetailsTab.tsx';

const pictures = [Picture.parse({ id: 'one' }), Picture.parse({ id: 'two' })];
const wayOf = (where: Parameters<typeof problem>[3]): string | null => {
  const place = placeOf(problem('warning', 'x', 'Something.', where), pictures, isInStoryPane);
  return place && placeWords(place);
};

describe('the place of a finding', () => {
  it('is the field it names, wherever that field stands', () => {
    expect(wayOf({ field: 'headline' })).toBe('Show Headline');
    expect(placeOf(problem('error', 'x', 'x', { field: 'expires' }), [], isInStoryPane)).toMatchObject({
      pane: 'details',
    });
    expect(placeOf(problem('error', 'x', 'x', { field: 'edNote' }), [], isInStoryPane)).toMatchObject({
      pane: 'story',
    });
    expect(wayOf({ field: 'dateline.place' })).toBe('Show Dateline place');
  });

  it('is the picture by its number, and the field of it', () => {
    expect(wayOf({ picture: 'two', field: 'altText' })).toBe('Show alt text of picture 2');
    expect(wayOf({ picture: 'one', field: 'restrictions' })).toBe('Show caption of picture 1');
  });

  it('is the copy for the body', () => {
    expect(wayOf({ field: 'body' })).toBe('Show the copy');
  });

  it('is none for the whole story, or for a picture that is gone', () => {
    expect(wayOf({})).toBeNull();
    expect(wayOf({ picture: 'gone' })).toBeNull();
    expect(wayOf({ field: 'no-such-field' })).toBeNull();
  });
});
