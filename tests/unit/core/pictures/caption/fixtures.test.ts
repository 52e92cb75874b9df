import { describe, expect, it } from 'vitest';
import { ParsedCaption } from '../../../../../main/contract/picture.ts';
import type { Restriction } from '../../../../../main/contract/rights.ts';
import { parseCaption } from '../../../../../main/core/pictures/caption/parse.ts';
import { afpCaptions } from '../../../../fixtures/captions/afp.ts';
import { apCaptions } from '../../../../fixtures/captions/ap.ts';
import { europeanCaptions } from '../../../../fixtures/captions/europe.ts';
import type { CaptionFixture } from '../../../../fixtures/captions/fixture.ts';
import { gettyCaptions } from '../../../../fixtures/captions/getty.ts';
import { languages } from '../../../../fixtures/captions/languages.ts';
import { otherCaptions } from '../../../../fixtures/captions/others.ts';
import { outLists, timeLimits } from '../../../../fixtures/captions/out-lists.ts';
import { reutersCaptions } from '../../../../fixtures/captions/reuters.ts';
import { traps } from '../../../../fixtures/captions/traps.ts';
import { spansOf, uncovered } from './coverage-of.ts';

const tables: Readonly<Record<string, readonly CaptionFixture[]>> = {
  'the Associated Press': apCaptions,
  'Agence France-Presse': afpCaptions,
  'Getty Images': gettyCaptions,
  Reuters: reutersCaptions,
  'EPA, dpa and CTK': europeanCaptions,
  'other agencies': otherCaptions,
  'lists with OUT': outLists,
  'time limits': timeLimits,
  'other languages': languages,
  traps,
};

/** What a caption says, in the fixtures' own short form, nothing left out. */
function said(parsed: ParsedCaption) {
  const { signOff } = parsed;
  return {
    caption: parsed.caption,
    signOff: signOff && {
      names: signOff.names,
      affiliations: signOff.affiliations,
      via: signOff.via,
      flags: signOff.flags,
    },
    creditLine: parsed.creditLine,
    creator: parsed.creator,
    dateTaken: parsed.dateTaken,
    dateReleased: parsed.dateReleased,
    people: parsed.people.map(({ name, position }) => (position === '' ? name : `${name} (${position})`)),
    restrictions: parsed.restrictions.map(inShort),
    notices: parsed.notices.map(notice => notice.kind),
    tags: parsed.tags.map(tag => tag.name),
    unread: parsed.unread.map(words => words.text),
  };
}

function inShort({ kind, territories, media, until, credit, needsReview, text }: Restriction): string {
  return [kind, ...territories, ...media, until, credit && `"${credit}"`, ...(needsReview ? ['?', text] : [])]
    .filter(Boolean)
    .join(' ');
}

/** The fixture with what it leaves out filled in. */
function expected({ pattern, text, ...fixture }: CaptionFixture) {
  const { signOff } = fixture;
  return {
    creditLine: '',
    creator: signOff?.names?.[0] ?? '',
    dateTaken: '',
    dateReleased: '',
    people: [],
    restrictions: [],
    notices: [],
    tags: [],
    unread: [],
    ...fixture,
    signOff: signOff && { names: [], affiliations: [], via: '', flags: [], ...signOff },
  };
}

describe('invented captions and what they say (wire-formats 14)', () => {
  it('are at least 150, of every pattern', () => {
    const all = Object.values(tables).flat();
    expect(all.length).toBeGreaterThanOrEqual(150);
    const patterns = new Set(all.map(each => each.pattern));
    expect(Array.from({ length: 25 }, (_, index) => index + 1).filter(each => !patterns.has(each))).toEqual(
      [],
    );
    expect(new Set(all.map(each => each.text)).size).toBe(all.length);
  });

  describe.each(Object.entries(tables))('%s', (_, table) => {
    it.each(
      table.map((each, index) => [`${index} ${each.pattern}: ${each.text.slice(0, 60)}`, each] as const),
    )('%s', (__, fixture) => {
      const parsed = ParsedCaption.parse(parseCaption(fixture.text));
      expect(said(parsed)).toEqual(expected(fixture));
      expect(uncovered(fixture.text, spansOf(parsed))).toBeNull();
    });
  });
});
