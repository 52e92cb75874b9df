import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCaption } from '../../../../../main/core/pictures/caption/parse.ts';
import { arbitraryCaption } from '../../../../support/arbitrary-caption.ts';
import { spansOf, uncovered } from './coverage-of.ts';

describe('captions put together from parts of every pattern', () => {
  it('give every character that is not white space to a part, and to one alone', () => {
    fc.assert(
      fc.property(arbitraryCaption, ({ text }) => {
        const parsed = parseCaption(text);
        expect(uncovered(text, spansOf(parsed))).toBeNull();
        // Two rules may stand in the same words; two parts of different kinds may not.
        const kinds = [
          parsed.captionSpans,
          parsed.signOff ? [parsed.signOff.span] : [],
          [...parsed.restrictions, ...parsed.notices].flatMap(rule => rule.spans),
          parsed.tags.map(each => each.span),
          parsed.unread.map(each => each.span),
        ];
        for (const [index, spans] of kinds.entries())
          for (const other of kinds.slice(index + 1).flat())
            expect(spans.filter(span => span.start < other.end && other.start < span.end)).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });

  it('say what their parts say: the credit, and each rule with its territories', () => {
    fc.assert(
      fc.property(arbitraryCaption, ({ text, creditLine, rules }) => {
        const parsed = parseCaption(text);
        expect(parsed.creditLine).toBe(creditLine);
        const read = parsed.restrictions.map(each => [each.kind, ...each.territories].join(' '));
        expect([...new Set(read)].sort()).toEqual(rules);
        expect(parsed.unread).toEqual([]);
      }),
      { numRuns: 1_500 },
    );
  });
});
