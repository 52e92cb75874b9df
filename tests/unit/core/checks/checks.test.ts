import { describe, expect, it } from 'vitest';
import { type Block, type BoxedBlock, plainInlines } from '../../../../main/contract/body.ts';
import type { Picture } from '../../../../main/contract/picture.ts';
import { runChecks } from '../../../../main/core/checks/checks.ts';
import { body, codes, copy, now, story } from './support.ts';

describe('what a story needs', () => {
  it('finds nothing in a story that has it', () => {
    expect(codes(story({ pictures: [{}] }))).toEqual([]);
  });

  it.each<[string, Parameters<typeof story>[0], readonly string[]]>([
    ['no headline', { fields: { headline: ' ' } }, ['error headline-missing']],
    ['no slugline', { fields: { slugline: '' } }, ['warning slugline-missing']],
    ['no copy', { body: body('') }, ['error body-missing']],
    ['only punctuation for copy', { body: body('– …') }, ['error body-missing']],
    ['no copy in a kill', { body: body(''), fields: { editorialAction: 'kill' } }, []],
    ['a slugline of 24', { fields: { slugline: 'x'.repeat(24) } }, []],
    ['a slugline of 25', { fields: { slugline: 'x'.repeat(25) } }, ['warning too-long']],
    ['a slugline of 24 that are two units each', { fields: { slugline: '𝒳'.repeat(24) } }, []],
    ['a headline of 121', { fields: { headline: 'x'.repeat(121) } }, ['warning too-long']],
    ['an abstract of 321', { fields: { abstract: 'x'.repeat(321) } }, ['warning too-long']],
    [
      'an embargo that is over',
      { fields: { embargo: { until: '2026-03-04T12:00:00Z' } } },
      ['info embargo-past'],
    ],
    ['an embargo to come', { fields: { embargo: { until: '2026-03-04T12:00:01Z' } } }, []],
    ['an embargo in another zone', { fields: { embargo: { until: '2026-03-04T13:30:00+01:00' } } }, []],
    ['an embargo until released', { fields: { embargo: { until: null } } }, []],
    ['an expiry that is over', { fields: { expires: '2026-03-04T11:00:00Z' } }, ['warning expired']],
    ['an expiry to come', { fields: { expires: '2026-03-05T11:00:00Z' } }, []],
    ['a target met', { fields: { targetLength: 6 } }, []],
    ['a target missed by more than a tenth', { fields: { targetLength: 7 } }, ['info target-length']],
  ])('%s', (_, parts, expected) => {
    expect(codes(story(parts))).toEqual(expected);
  });
});

describe('doubled words', () => {
  it.each([
    'The crew said that the the lock was shut.',
    'It went to to sea.',
    'The captain’s captain’s mate.',
    'Sie ging über über den Kai.',
    'The lock\nlock opened.',
  ])('are found: %s', text => {
    expect(copy(text)).toContain('warning doubled-word');
  });

  it.each([
    'He had had enough.',
    'She said that that was all.',
    'Nous nous en allons.',
    'A very very old lock.',
  ])('are only a note where they are often meant: %s', text => {
    expect(copy(text)).toEqual(['info doubled-word']);
  });

  it.each([
    'Fans of Duran Duran came.',
    'They sailed to Walla Walla.',
    'It is there, there it stays.',
    'He ran. Ran where?',
    'The theory holds.',
    'A well-known known-well lock.',
    'It was 20 20 then.',
    'She said “no”. No one moved.',
    'It was bye-bye.',
  ])('are not seen where there are none: %s', text => {
    expect(copy(text)).not.toContainEqual(expect.stringContaining('doubled-word'));
  });

  it('are told with their place: paragraph, headline, caption, box', () => {
    const box: Block = {
      id: 'box',
      type: 'box',
      title: 'The lock',
      blocks: [{ id: 'in', type: 'paragraph', inlines: plainInlines('A gate gate.') }],
    };
    const checked = story({
      fields: { headline: 'Lock lock opens' },
      body: { version: 1, blocks: [...body('One.', 'It it is.').blocks, box] },
      pictures: [{}, { caption: plainInlines('The quay quay.') }],
    });
    const found = runChecks(checked, { now, destination: null }).filter(each => each.code === 'doubled-word');
    expect(found.map(each => [each.field, each.picture, /in (.*):/.exec(each.message)?.[1]])).toEqual([
      ['headline', null, 'the headline'],
      ['body', null, 'paragraph 2'],
      ['body', null, 'the box after paragraph 2'],
      ['caption', 'picture-2', 'the caption of picture 2'],
    ]);
  });

  it('are no matter in an internal note', () => {
    const note: Block = { id: 'n', type: 'note', inlines: plainInlines('call call them') };
    expect(codes(story({ body: { version: 1, blocks: [...body('One lock.').blocks, note] } }))).toEqual([]);
  });

  it('are found in time, whatever the text', () => {
    expect(copy(`${'a'.repeat(50_000)} ${'ab '.repeat(20_000)}`)).toContain('warning doubled-word');
  });
});

describe('punctuation', () => {
  it.each([
    ['An open (bracket stays.', 'warning unbalanced'],
    ['An “open quotation stays.', 'warning unbalanced'],
    ['A (wrong] order) here.', 'warning unbalanced'],
    ['Two  spaces.', 'info double-space'],
    ['A space , before.', 'info space-before-mark'],
  ])('is told: %s', (text, code) => {
    expect(copy(text)).toContain(code);
  });

  it.each([
    'A (bracket), “a ‘nested’ quotation” and [another].',
    'The items: a) lock, b) gate.',
    'It’s the crews’ turn.',
    'A figure of .5 and an ellipsis ... here.',
    'See https://harbour.example/a?b=c :8080 is no mark.',
  ])('is left alone: %s', text => {
    expect(copy(text)).toEqual([]);
  });

  it.each([
    ['de', '„Die Schleuse ist offen“, sagte sie. „Endlich.“'],
    ['de', '»Die Schleuse ist offen«, sagte sie. »Endlich.«'],
    ['de-CH', '«Die Schleuse ist offen», sagte sie.'],
    ['cs', '„Zdymadlo je otevřené,“ řekla.'],
    ['pl', '„Śluza jest otwarta” – powiedziała.'],
    ['da', '»Slusen er åben,« sagde hun.'],
    ['sv', '”Slussen är öppen”, sade hon.'],
    ['fr', '« L’écluse est ouverte », a-t-elle dit : enfin !'],
  ])('is quoted as the language quotes: %s %s', (language, text) => {
    expect(codes(story({ fields: { language }, body: body(text) }))).toEqual([]);
  });

  it('lets a quotation go on over paragraphs, opened anew in each', () => {
    expect(copy('“We waited.', '“It was worth it.”')).toEqual([]);
    expect(copy('“We waited.', 'It was worth it.”')).toEqual(['warning unbalanced']);
  });
});

describe('numbers and names', () => {
  it.each([
    ['Lock costs 80 million', 'It cost 90 million crowns.', ['info number-differs']],
    ['Lock costs 80 million', 'It cost 80 million crowns.', []],
    ['Lock costs 1,200', 'It cost 1200 crowns.', []],
    ['Lock costs 1.200', 'It cost 1,200 crowns.', []],
    ['Lock of the A1 opens', 'It is 12 metres wide.', []],
    ['Lock costs 80 million', 'It cost a lot.', []],
  ])('a headline "%s" over "%s"', (headline, text, expected) => {
    expect(codes(story({ fields: { headline }, body: body(text) }))).toEqual(expected);
  });

  it.each([
    ['Ada Lindqvist spoke before Ada Lindquist left.', ['info name-differs']],
    ['Tomas Reylson spoke before Tomas Reylosn left.', ['info name-differs']],
    ['Ada Lindqvist spoke. Ada Lindqvist’s words were few.', []],
    ['Port Selwyn lies west. Port Selwyns lie east.', []],
    ['Ann Lee met Amy Lee.', []],
    ['Ada Lindqvist met Tomas Reylson.', []],
  ])('names: %s', (text, expected) => {
    expect(copy(text)).toEqual(expected);
  });

  it('compares the names in captions with those in the copy', () => {
    const checked = story({
      body: body('Harbour master Ada Lindquist opened it.'),
      pictures: [{}],
    });
    expect(codes(checked)).toEqual(['info name-differs']);
  });
});

describe('pictures', () => {
  const mandatory = {
    kind: 'mandatory-credit' as const,
    text: 'MANDATORY CREDIT',
    territories: [],
    media: [],
  };
  const credit = (demanded: string | null, line: string): readonly string[] =>
    codes(
      story({
        pictures: [
          {
            creditLine: line,
            restrictions: [{ ...mandatory, credit: demanded, until: null, spans: [], needsReview: false }],
          },
        ],
      }),
    );

  it('carry the mandatory credit', () => {
    expect(credit('AFP PHOTO / HARBOUR OFFICE', 'Someone else')).toEqual(['warning mandatory-credit']);
    expect(credit('AFP PHOTO / HARBOUR OFFICE', '')).toEqual([
      'warning mandatory-credit',
      'warning credit-missing',
    ]);
    expect(credit('AFP PHOTO / HARBOUR OFFICE', 'AFP Photo/Harbour Office')).toEqual([]);
    expect(credit('HARBOUR OFFICE', 'Tomas Reyl – Harbour Office')).toEqual([]);
    expect(credit('HARBOUR', 'Harbourside Pictures')).toEqual(['warning mandatory-credit']);
    expect(credit(null, 'Tomas Reyl')).toEqual([]);
  });

  it.each<[string, Partial<Picture>, readonly string[]]>([
    ['no caption', { caption: [] }, ['warning caption-missing']],
    ['no credit', { creditLine: '' }, ['warning credit-missing']],
    ['no alt text', { altText: '' }, ['warning alt-text-missing']],
    ['alt text of 250', { altText: 'x'.repeat(250) }, []],
    ['alt text of 251', { altText: 'x'.repeat(251) }, ['info alt-text-long']],
    ['no file', { file: null }, ['info picture-file-missing']],
  ])('%s', (_, picture, expected) => {
    expect(codes(story({ pictures: [picture] }))).toEqual(expected);
  });

  it('say when a restriction needs a person, or its time is nearly over', () => {
    const limited = (until: string, needsReview = false): readonly string[] =>
      codes(
        story({
          pictures: [
            {
              restrictions: [
                {
                  kind: 'time-limit',
                  text: 'USE WITHIN 14 DAYS',
                  until,
                  needsReview,
                  territories: [],
                  media: [],
                  credit: null,
                  spans: [],
                },
              ],
            },
          ],
        }),
      );
    expect(limited('2026-03-06T11:59:00Z')).toEqual(['warning time-limit-close']);
    expect(limited('2026-03-06T12:00:00Z')).toEqual([]);
    expect(limited('2026-03-04T11:00:00Z')).toEqual([]);
    expect(limited('2027-01-01', true)).toEqual(['warning restriction-review']);
  });

  it('stand in the copy, or are said not to', () => {
    const shown = (pictureId: string): BoxedBlock => ({ id: 'shown', type: 'picture', pictureId });
    const placing = (blocks: readonly Block[]): readonly string[] =>
      codes(
        story({ body: { version: 1, blocks: [...body('One lock.').blocks, ...blocks] }, pictures: [{}] }),
      );
    expect(placing([])).toEqual([]);
    expect(placing([shown('picture-1')])).toEqual([]);
    expect(placing([{ id: 'box', type: 'box', title: '', blocks: [shown('picture-1')] }])).toEqual([]);
    expect(placing([shown('gone')])).toEqual(['error picture-unknown', 'info picture-not-placed']);
  });
});

it('tells errors first, then warnings, then notes', () => {
  const found = codes(
    story({ fields: { headline: '', slugline: '' }, body: body('Two  spaces.', 'the the end') }),
  ).map(each => each.split(' ')[0]);
  expect(found).toEqual(['error', 'warning', 'warning', 'info']);
});
