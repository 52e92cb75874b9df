import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sampleFiles, samplesFile, summaryOf } from '../support/sample-summary.ts';
import { sharedFolder } from '../support/shared.ts';

/** What each sample must become: identity, dates, status, rights, counts, and which words (by hash) stand where. */
const expected = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(samplesFile, 'utf8')));

describe.skipIf(sharedFolder === null)('real, official and golden files', () => {
  it('are all in the table', () => {
    expect(sampleFiles()).toEqual(Object.keys(expected));
  });

  it.each(Object.keys(expected))('%s', async sample => {
    expect(await summaryOf(sample)).toEqual(expected[sample]);
  });

  it('are refused only where they hold no news', () => {
    const refused = Object.entries(expected).filter(
      ([, value]) => typeof value === 'object' && value !== null && 'refused' in value,
    );
    // Concepts, knowledge, catalogs and plans of NewsML-G2, and a page's structured data without its page.
    expect(refused.map(([sample]) => sample.replace(/^.*LISTING_(\d+).*$/, 'listing $1')).sort()).toEqual([
      'golden/newsarticle.jsonld',
      ...[10, 11, 12, 13, 14, 15, 17, 18, 19, 20].map(number => `listing ${number}`),
    ]);
  });
});
