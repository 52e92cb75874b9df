import { expect, it } from 'vitest';
import { iimCuts } from '../../../../main/core/pictures/metadata-tags.ts';
import { handoutPicture } from '../../../support/story.ts';

it('IIM’s limits are bytes: what they will cut is told before a picture leaves, with what is kept', () => {
  const credit = 'Ållebørg Picture Agency / Harbour Office';
  const cuts = iimCuts({ ...handoutPicture, creditLine: credit, creator: 'é'.repeat(17) });
  const found = cuts.find(cut => cut.field === 'creditLine');
  expect(found).toMatchObject({ bytes: Buffer.byteLength(credit), limit: 32 });
  expect(credit.startsWith(found?.kept ?? '-')).toBe(true);
  // Cut between characters, never within one.
  expect(cuts.find(cut => cut.field === 'creator')?.kept).toBe('é'.repeat(16));
  expect(iimCuts({ ...handoutPicture, creditLine: credit, file: null })).toEqual([]);
});
