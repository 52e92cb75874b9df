import { describe, expect, it } from 'vitest';
import { Picture } from '../../../../../main/contract/picture.ts';
import { Restriction } from '../../../../../main/contract/rights.ts';
import { parseRights } from '../../../../../main/core/pictures/caption/instructions.ts';
import { countTimeLimits } from '../../../../../main/core/pictures/caption/time-limit.ts';
import { metadataOf } from '../../../../../main/core/pictures/metadata-read.ts';
import { withPictureFile } from '../../../../../main/core/services/picturing.ts';
import { readPicture } from '../../../../../main/core/wire/reading/picture.ts';

const limit = (text: string, until: string | null = null) =>
  Restriction.parse({ kind: 'time-limit', text, until, spans: [], needsReview: until === null });

describe('the last day of a time limit', () => {
  it.each<[string, string, string, string | null]>([
    ['USE WITHIN 14 DAYS', '2026-03-01', '2026-03-05', '2026-03-19'],
    ['USE WITHIN 14 DAYS', '2026-03-01T23:30:00-05:00', '', '2026-03-15'],
    ['USE WITHIN 14 DAYS OF CAPTURE', '2026-03-01', '2026-03-05', '2026-03-15'],
    ['14-DAY USE ONLY, 14 DAYS FROM TRANSMISSION', '', '2026-02-20T10:00:00Z', '2026-03-06'],
    ['USE WITHIN ONE YEAR', '2024-02-29', '', '2025-02-28'],
    ['USE WITHIN 72 HOURS OF RELEASE', '', '2026-12-30', '2027-01-02'],
    ['USE WITHIN 14 DAYS', '2026-03', '', null],
    ['USE WITHIN 14 DAYS', '', '', null],
    ['USE WITHIN A FEW DAYS', '2026-03-01', '', null],
    ['USE WITHIN 0 DAYS', '2026-03-01', '', null],
  ])('%s, taken %j, released %j: %j', (text, taken, released, until) => {
    const [counted] = countTimeLimits([limit(text)], { taken, released });
    expect(counted).toMatchObject({ until, needsReview: until === null });
  });

  it('leaves what has an end, and other rules, as they are', () => {
    const rules = [
      limit('USE WITHIN 14 DAYS', '2026-09-01'),
      ...parseRights('NO SALES', 'instructions').restrictions,
    ];
    expect(countTimeLimits(rules, { taken: '2026-03-01', released: '' })).toEqual(rules);
  });
});

describe('is known wherever a picture is taken in', () => {
  const instructions = 'May only be used for 14 days from the time of transmission. NO SALES';

  it('from a wire file', () => {
    const read = readPicture({ id: 'a', caption: [], instructions, dateCreated: '2026-03-01T10:00:00Z' });
    expect(read.restrictions).toMatchObject([
      { kind: 'time-limit', until: '2026-03-15', needsReview: false },
      { kind: 'no-sales' },
    ]);
  });

  it('from the metadata of its file', () => {
    const tags = {
      'XMP-photoshop:Instructions': instructions,
      'XMP-photoshop:DateCreated': '2026:03:01 10:00:00',
    };
    expect(metadataOf(tags).restrictions[0]).toMatchObject({ until: '2026-03-15' });
  });

  it('when a file brings the date that the story’s picture lacked', () => {
    const [rule] = parseRights(instructions, 'instructions').restrictions;
    const picture = Picture.parse({ id: 'a', restrictions: rule ? [rule] : [] });
    const taken = {
      file: { sha256: 'a'.repeat(64), mediaType: 'image/png', bytes: 1, width: 1, height: 1, name: 'lock' },
      metadata: metadataOf({ 'XMP-photoshop:DateCreated': '2026:03:01' }),
      problems: [],
    };
    expect(withPictureFile(picture, taken).restrictions).toMatchObject([
      { kind: 'time-limit', until: '2026-03-15', needsReview: false },
    ]);
  });
});
