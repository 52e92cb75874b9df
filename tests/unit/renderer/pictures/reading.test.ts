import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../main/contract/body.ts';
import { type ParsedCaption, Picture } from '../../../../main/contract/picture.ts';
import { Notice, Restriction } from '../../../../main/contract/rights.ts';
import { agencyText } from '../../../../renderer/pictures/agency-text.ts';
import {
  cleanedCaption,
  type Part,
  partsOf,
  recaptioned,
  withDecisions,
} from '../../../../renderer/pictures/caption-desk/parts.ts';
import { receivedTexts } from '../../../../renderer/pictures/spans.ts';

const text = 'Ada Lindqvist opens the lock. - Belgium OUT - NO SALES';
const span = (words: string, field = 'caption'): { field: string; start: number; end: number } => ({
  field,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const parsed: ParsedCaption = {
  caption: 'Ada Lindqvist opens the lock.',
  captionSpans: [span('Ada Lindqvist opens the lock.')],
  signOff: null,
  creditLine: 'HARBOUR OFFICE',
  creator: '',
  dateTaken: '2026-03-03',
  dateReleased: '',
  people: [{ name: 'Ada Lindqvist', position: '' }],
  restrictions: [
    Restriction.parse({
      kind: 'exclude-territory',
      territories: ['BE'],
      text: 'Belgium OUT',
      spans: [span('Belgium OUT')],
    }),
    Restriction.parse({ kind: 'no-sales', text: 'NO SALES', spans: [span('NO SALES')] }),
  ],
  notices: [],
  tags: [],
  unread: [],
};
const picture = Picture.parse({ id: 'p', caption: plainInlines(text), creditLine: 'As the desk wrote it' });

const decided = (parts: readonly Part[], id: string, decision: Part['decision']): readonly Part[] =>
  parts.map(part => (part.id === id ? { ...part, decision } : part));

describe('an agency caption on the desk', () => {
  const parts = partsOf(picture, text, parsed);
  const read = withDecisions(picture, text, parts, cleanedCaption(text, parsed, parts));

  it('has a part for everything that was read, each with its place', () => {
    expect(parts.map(({ id, words }) => [id, words])).toEqual([
      ['credit', 'HARBOUR OFFICE'],
      ['dateCreated', '2026-03-03'],
      ['person-0', 'Ada Lindqvist'],
      ['restriction-0', 'Belgium OUT'],
      ['restriction-1', 'NO SALES'],
    ]);
    expect(parts.find(part => part.id === 'person-0')?.spans).toEqual([span('Ada Lindqvist')]);
  });

  it('keeps the text as received and what the desk wrote, until a part is accepted', () => {
    expect(read.original).toEqual({ caption: text });
    expect(read.creditLine).toBe('As the desk wrote it');
    expect(read.dateCreated).toBe('2026-03-03');
    expect(read.restrictions.map(rule => rule.kind)).toEqual(['exclude-territory', 'no-sales']);
    const accepted = withDecisions(picture, text, decided(parts, 'credit', 'accepted'), '');
    expect(accepted.creditLine).toBe('HARBOUR OFFICE');
  });

  it('reads from the text as received, not from the caption made of it', () => {
    expect(agencyText(picture)).toBe(text);
    expect(agencyText(read)).toBe(text);
  });

  it('changes nothing the second time', () => {
    const again = partsOf(read, text, parsed);
    expect(withDecisions(read, text, again, cleanedCaption(text, parsed, again))).toEqual(read);
  });

  it('gives the words of a rejected part back to the caption, and remembers the rejection', () => {
    const rejected = decided(parts, 'restriction-1', 'rejected');
    const caption = cleanedCaption(text, parsed, rejected);
    expect(caption).toBe('Ada Lindqvist opens the lock. NO SALES');
    const next = withDecisions(picture, text, rejected, caption);
    expect(next.restrictions.map(rule => rule.kind)).toEqual(['exclude-territory']);
    expect(partsOf(next, text, parsed).find(part => part.id === 'restriction-1')?.decision).toBe('rejected');
  });

  it('brings words to a caption that was edited meanwhile, and takes them away again', () => {
    const rejected = decided(parts, 'restriction-1', 'rejected');
    const edited = 'Ada opens the new lock.';
    const longer = recaptioned(edited, text, parsed, parts, rejected);
    expect(longer).toBe('Ada opens the new lock. NO SALES');
    expect(recaptioned(longer, text, parsed, rejected, parts)).toBe(edited);
    expect(recaptioned(edited, text, parsed, parts, decided(parts, 'person-0', 'rejected'))).toBe(edited);
  });

  it('keeps rules that another field states or a person added, and joins those stated twice', () => {
    const elsewhere = Restriction.parse({
      kind: 'no-sales',
      text: 'NO SALES',
      spans: [{ field: 'XMP-photoshop:Instructions', start: 0, end: 8 }],
    });
    const byHand = Restriction.parse({ kind: 'no-archive', text: 'told by telephone', spans: [] });
    const before = { ...picture, restrictions: [elsewhere, byHand] };
    const rules = withDecisions(before, text, partsOf(before, text, parsed), '').restrictions;
    expect(rules.map(rule => [rule.kind, rule.spans.map(({ field }) => field)])).toEqual([
      ['exclude-territory', ['caption']],
      ['no-sales', ['caption', 'XMP-photoshop:Instructions']],
      ['no-archive', []],
    ]);
    const rejected = decided(partsOf(before, text, parsed), 'restriction-1', 'rejected');
    expect(withDecisions(before, text, rejected, '').restrictions.map(rule => rule.kind)).toEqual([
      'exclude-territory',
      'no-sales',
      'no-archive',
    ]);
  });

  it('takes a rule that needs review for read once a person accepts it', () => {
    const unsure: ParsedCaption = {
      ...parsed,
      restrictions: parsed.restrictions.map(rule => ({ ...rule, needsReview: true })),
    };
    const some = decided(partsOf(picture, text, unsure), 'restriction-0', 'accepted');
    expect(withDecisions(picture, text, some, '').restrictions.map(rule => rule.needsReview)).toEqual([
      false,
      true,
    ]);
  });

  it('never writes the caption over the agency’s description', () => {
    const described = { ...picture, description: 'The lock of Port Selwyn' };
    expect(withDecisions(described, text, parts, 'Other words').description).toBe('The lock of Port Selwyn');
  });
});

describe('the texts as received', () => {
  it('are cut where readings begin and end, and lose no character', () => {
    const [received] = receivedTexts({
      original: { caption: text },
      restrictions: parsed.restrictions,
      notices: [],
    });
    expect(received?.pieces.map(piece => piece.text).join('')).toBe(text);
    expect(received?.pieces.filter(piece => piece.sources.length > 0)).toEqual([
      { text: 'Belgium OUT', sources: ['r0'] },
      { text: 'NO SALES', sources: ['r1'] },
    ]);
  });

  it('show every reading where two share words', () => {
    const notices = [
      Notice.parse({
        kind: 'other',
        text: 'Belgium OUT - NO SALES',
        spans: [span('Belgium OUT - NO SALES')],
      }),
    ];
    const [received] = receivedTexts({
      original: { caption: text },
      restrictions: parsed.restrictions,
      notices,
    });
    expect(received?.pieces.find(piece => piece.text === 'NO SALES')?.sources).toEqual(['r1', 'n0']);
  });

  it('begin with the caption and leave out fields from which nothing was read', () => {
    const restrictions = [
      Restriction.parse({
        kind: 'no-sales',
        text: 'No',
        spans: [{ field: 'xmp:instructions', start: 0, end: 2 }],
      }),
    ];
    const original = { 'iim:City': 'Port Selwyn', 'xmp:instructions': 'No sales', caption: text };
    expect(receivedTexts({ original, restrictions, notices: [] }).map(each => each.field)).toEqual([
      'caption',
      'xmp:instructions',
    ]);
  });

  it('ignore a reading that points outside its text', () => {
    const restrictions = [
      Restriction.parse({ kind: 'no-sales', text: 'x', spans: [{ field: 'caption', start: 900, end: 905 }] }),
    ];
    expect(receivedTexts({ original: { caption: text }, restrictions, notices: [] })[0]?.pieces).toEqual([
      { text, sources: [] },
    ]);
  });
});
