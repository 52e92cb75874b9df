import { describe, expect, it } from 'vitest';
import { embargoHolds } from '../../../../main/contract/embargoes.ts';
import { Restriction, type RestrictionKind, restrictionKinds } from '../../../../main/contract/rights.ts';
import {
  creditText,
  instructionWords,
  pictureGuid,
  placeText,
  restrictionText,
  restrictionWords,
  territories,
  usableUntil,
  usageTermsWords,
} from '../../../../main/core/wire/picture-words.ts';
import { embargoWords, publishingStatus, statusWords } from '../../../../main/core/wire/status.ts';
import {
  archivePicture,
  fullStory,
  handoutPicture,
  minimalStory,
  withFields,
} from '../../../support/story.ts';

const bare = (kind: RestrictionKind, more: object = {}) =>
  Restriction.parse({ kind, text: '', spans: [], ...more });

describe('restrictions in words', () => {
  it('are said as they were received', () => {
    expect(restrictionText(bare('no-sales', { text: ' STRICTLY NO SALES ' }))).toBe('STRICTLY NO SALES');
  });

  it('have words even where they came without any', () => {
    for (const kind of restrictionKinds) expect(restrictionText(bare(kind))).not.toBe('');
    expect(restrictionText(bare('exclude-territory', { territories: ['BE', 'NL'] }))).toBe('BE, NL OUT');
    expect(restrictionText(bare('exclude-media', { media: ['tv'] }))).toBe('TV OUT');
    expect(restrictionText(bare('mandatory-credit', { credit: 'A/B' }))).toBe('MANDATORY CREDIT "A/B"');
  });

  it('are added to terms and instructions that do not say them, once', () => {
    expect(restrictionWords(archivePicture)).toBe('NO ARCHIVES');
    const twice = {
      ...archivePicture,
      restrictions: [...archivePicture.restrictions, ...archivePicture.restrictions],
    };
    expect(usageTermsWords(twice)).toBe('NO ARCHIVES');
    expect(usageTermsWords({ ...twice, usageTerms: 'One use. NO ARCHIVES.' })).toBe('One use. NO ARCHIVES.');
    expect(instructionWords(handoutPicture)).toMatch(
      /^Use within the story only\. - .* - DISTRIBUTED EXACTLY AS RECEIVED$/,
    );
  });

  it('name each territory once', () => {
    const restrictions = [
      bare('exclude-territory', { territories: ['NL', 'BE'] }),
      bare('exclude-territory', { territories: ['BE'] }),
      bare('include-territory', { territories: ['DE'] }),
    ];
    expect(territories({ ...handoutPicture, restrictions }, 'exclude-territory')).toEqual(['BE', 'NL']);
    expect(territories({ ...handoutPicture, restrictions }, 'include-territory')).toEqual(['DE']);
  });

  it('end with the first limit that is a date', () => {
    const limits = ['soon', '2026-05-01', '2026-04-01T00:00:00+02:00', null];
    const restrictions = limits.map(until => bare('time-limit', { until }));
    expect(usableUntil({ ...handoutPicture, restrictions })).toBe('2026-03-31T22:00:00Z');
    expect(usableUntil(archivePicture)).toBeNull();
  });
});

describe('a picture', () => {
  it('is credited by its credit line, else by the credit demanded, else by its maker', () => {
    expect(creditText(handoutPicture)).toBe('AFP PHOTO / HARBOUR OFFICE');
    const demanded = { ...handoutPicture, creditLine: '' };
    expect(creditText(demanded)).toBe('AFP PHOTO / HARBOUR OFFICE');
    expect(creditText({ ...demanded, restrictions: [] })).toBe('Handout/Harbour Office');
    expect(creditText({ ...demanded, restrictions: [], creator: '', source: '' })).toBe('');
  });

  it('has an identity that follows the story’s', () => {
    expect(pictureGuid(fullStory, { id: 'a b' })).toBe(`${fullStory.guid}:picture:a%20b`);
  });

  it('has a place from the small to the large', () => {
    expect(
      placeText({ sublocation: 'Pier', city: 'Selwyn', state: '', country: '', countryCode: 'WM' }),
    ).toBe('Pier, Selwyn, WM');
  });
});

describe('status', () => {
  it('follows the action, and the state where that is stronger', () => {
    expect(publishingStatus(minimalStory)).toBe('usable');
    expect(publishingStatus({ ...minimalStory, state: 'killed' })).toBe('canceled');
    expect(publishingStatus({ ...minimalStory, state: 'withheld' })).toBe('withheld');
    expect(statusWords(withFields(minimalStory, { editorialAction: 'advisory' }))).toMatch(/ADVISORY/);
    expect(statusWords(minimalStory)).toBe('');
  });

  it('knows when an embargo holds', () => {
    const now = new Date('2026-03-05T05:00:00Z');
    expect(embargoHolds(null, now)).toBe(false);
    expect(embargoHolds({ until: null }, now)).toBe(true);
    expect(embargoHolds({ until: '2026-03-05T06:00:01+01:00' }, now)).toBe(true);
    expect(embargoHolds({ until: '2026-03-05T06:00:00+01:00' }, now)).toBe(false);
    expect(embargoWords(null)).toBe('');
    expect(embargoWords({ until: 'no date' })).toMatch(/until released/);
  });
});
