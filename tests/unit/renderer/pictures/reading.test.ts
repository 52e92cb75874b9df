import { describe, expect, it } from 'vitest';
import { plainInlines } from '../../../../main/contract/body.ts';
import { type ParsedCaption, Picture } from '../../../../main/contract/picture.ts';
import { Notice, Restriction } from '../../../../main/contract/rights.ts';
import { agencyText, changesOf, withParsedCaption } from '../../../../renderer/pictures/read-caption.ts';
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

describe('reading an agency caption onto a picture', () => {
  const read = withParsedCaption(picture, text, parsed);

  it('keeps the text as received and what the desk wrote', () => {
    expect(read.original).toEqual({ caption: text });
    expect(read.creditLine).toBe('As the desk wrote it');
    expect(read.dateCreated).toBe('2026-03-03');
  });

  it('reads from the text as received, not from the caption made of it', () => {
    expect(agencyText(picture)).toBe(text);
    expect(agencyText(read)).toBe(text);
  });

  it('tells beforehand what changes, and nothing the second time', () => {
    expect(changesOf(picture, read)).toEqual([
      { label: 'Caption', before: text, after: 'Ada Lindqvist opens the lock.' },
      { label: 'Date taken', before: '', after: '2026-03-03' },
      { label: 'People', before: '', after: 'Ada Lindqvist' },
      { label: 'Restrictions', before: '', after: 'Not in Belgium; No sales' },
    ]);
    expect(changesOf(read, withParsedCaption(read, text, parsed))).toEqual([]);
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
