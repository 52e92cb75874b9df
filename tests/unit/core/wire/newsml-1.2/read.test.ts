import { describe, expect, it } from 'vitest';
import { bodyText } from '../../../../../main/contract/body.ts';
import { readNewsml12 } from '../../../../../main/core/wire/newsml-1.2/read.ts';

/** NewsML 1.2 as agencies send it (wire-formats 5), with invented agencies, places and people. */

interface Message {
  readonly management?: string;
  readonly components: string;
  readonly revision?: string;
}

const data = (paragraphs: readonly string[]) =>
  `<ContentItem><DataContent>${paragraphs.map(each => `<p>${each}</p>`).join('')}</DataContent></ContentItem>`;

function message({
  management = '<Status FormalName="Usable"/>',
  components,
  revision,
}: Message): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="utf-8"?>
<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260302T101500Z</DateAndTime></NewsEnvelope>
<NewsItem><Identification><NewsIdentifier><ProviderId>nwa.example</ProviderId><DateId>20260302</DateId>
<NewsItemId>TX-12</NewsItemId>${revision ?? '<RevisionId PreviousRevision="0" Update="N">1</RevisionId>'}
<PublicIdentifier>urn:newsml:nwa.example:20260302:TX-12:1</PublicIdentifier></NewsIdentifier>
<NameLabel>Ostrava-ferry</NameLabel></Identification>
<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260302T101500Z</FirstCreated>
<ThisRevisionCreated>20260302T101500Z</ThisRevisionCreated>${management}</NewsManagement>
${components}</NewsItem></NewsML>`);
}

const article = `<NewsComponent xml:lang="en"><NewsLines><HeadLine>Ferry returns to Port Elm</HeadLine>
<ByLine>Ada Quill</ByLine><DateLine>PORT ELM, March 2, 2026 (NWA) -</DateLine>
<CopyrightLine>© North Wire</CopyrightLine></NewsLines>
<NewsComponent><Role FormalName="Main"/>
${data(['The ferry came back on Monday.', 'No one was hurt.'])}</NewsComponent>
<NewsComponent Duid="photo0"><Role FormalName="Photo"/>
<NewsLines><HeadLine>Ferry</HeadLine><ByLine>Ben Lens</ByLine><CreditLine>NORTH WIRE</CreditLine></NewsLines>
<NewsComponent><Role FormalName="Caption"/>
${data(['The ferry at its berth, Port Elm, March 2, 2026. BELGIUM OUT'])}</NewsComponent>
<NewsComponent><Role FormalName="Quicklook"/><ContentItem Href="small.jpg"><MediaType FormalName="Photo"/>
<Characteristics><Property FormalName="Width" Value="320"/></Characteristics></ContentItem></NewsComponent>
<NewsComponent><Role FormalName="HighDef"/><ContentItem Href="large.jpg"><MediaType FormalName="Photo"/>
<Characteristics><Property FormalName="Width" Value="3200"/></Characteristics></ContentItem></NewsComponent>
</NewsComponent></NewsComponent>`;

function read(bytes: Uint8Array) {
  let count = 0;
  const ids = () => {
    count += 1;
    return `id-${count}`;
  };
  return readNewsml12(bytes, { ids, now: new Date('2026-11-23T12:00:00Z'), fileName: 'message.xml' });
}

function readOne(parts: Message) {
  const [first, ...others] = read(message(parts));
  expect(others).toEqual([]);
  if (!first) throw new Error('no story');
  return first;
}

describe('a NewsML 1.2 message', () => {
  it('is a story with its lines, its copy, and its picture by the largest rendition', () => {
    const { story, media } = readOne({ components: article });
    expect(story).toMatchObject({
      guid: 'urn:newsml:nwa.example:20260302:TX-12',
      version: 1,
      created: '2026-03-02T10:15:00Z',
      fields: {
        headline: 'Ferry returns to Port Elm',
        slugline: 'Ostrava-ferry',
        byline: 'Ada Quill',
        language: 'en',
        copyrightNotice: '© North Wire',
        dateline: { place: 'PORT ELM', date: '2026-03-02', source: 'NWA' },
        embargo: null,
      },
    });
    expect(bodyText(story.body).replace(/\n+/g, '|')).toBe('The ferry came back on Monday.|No one was hurt.');
    expect(story.pictures).toHaveLength(1);
    expect(story.pictures[0]).toMatchObject({
      creator: 'Ben Lens',
      creditLine: 'NORTH WIRE',
      restrictions: [{ kind: 'exclude-territory', territories: ['BE'] }],
    });
    expect(media).toEqual([{ picture: story.pictures[0]?.id, href: 'large.jpg' }]);
  });

  it('is held until its status changes, or until released by hand', () => {
    const held = (change: string) =>
      readOne({
        components: article,
        management: `<Status FormalName="Embargoed"/>${change}`,
      }).story.fields.embargo;
    expect(
      held(
        '<StatusWillChange><FutureStatus FormalName="Usable"/><DateAndTime>20260304T060000Z</DateAndTime></StatusWillChange>',
      ),
    ).toEqual({ until: '2026-03-04T06:00:00Z' });
    expect(held('')).toEqual({ until: null });
  });

  it.each([
    ['<Status FormalName="Canceled"/>'],
    ['<Status FormalName="Usable"/><Instruction FormalName="Kill">Wrong berth</Instruction>'],
  ])('that is taken back is a killed story: %s', management => {
    const { story } = readOne({ components: article, management });
    expect(story).toMatchObject({ state: 'killed', fields: { editorialAction: 'kill' } });
  });

  it('says by its revision and instruction what it is to the one before', () => {
    const revision = '<RevisionId PreviousRevision="2" Update="A">3</RevisionId>';
    const update = readOne({ components: article, revision }).story;
    expect([update.version, update.fields.editorialAction]).toEqual([3, 'update']);
    const management =
      '<Status FormalName="Usable"/><Instruction FormalName="Rectify">Corrects the day</Instruction>';
    const correction = readOne({ components: article, revision, management }).story.fields;
    expect([correction.editorialAction, correction.edNote]).toEqual(['correction', 'Corrects the day']);
  });

  it('in two languages is two stories, each under an identity of its own', () => {
    const inLanguage = (tag: string, headline: string) =>
      `<NewsComponent xml:lang="${tag}"><NewsLines><HeadLine>${headline}</HeadLine></NewsLines>
      <NewsComponent><Role FormalName="Body"/>${data([`${headline}, in full.`])}</NewsComponent></NewsComponent>`;
    const stories = read(
      message({
        components: `<NewsComponent>${inLanguage('nl', 'Veerboot terug')}${inLanguage('fr', 'Le bac revient')}</NewsComponent>`,
      }),
    );
    expect(stories.map(({ story }) => [story.guid, story.fields?.headline, bodyText(story.body)])).toEqual([
      ['urn:newsml:nwa.example:20260302:TX-12:nl', 'Veerboot terug', 'Veerboot terug, in full.'],
      ['urn:newsml:nwa.example:20260302:TX-12:fr', 'Le bac revient', 'Le bac revient, in full.'],
    ]);
  });

  it('keeps what a press release says beside the copy after the copy', () => {
    const part = (role: string, words: string) =>
      `<NewsComponent><Role FormalName="${role}"/>${data([words])}</NewsComponent>`;
    const { story } = readOne({
      components: `<NewsComponent xml:lang="en">${part('Contact', 'Call Cara.')}${part('Body', 'It opens.')}</NewsComponent>`,
    });
    expect(bodyText(story.body).replace(/\n+/g, '|')).toBe('It opens.|Call Cara.');
  });

  it('without a component is refused', () => {
    expect(() => read(message({ components: '' }))).toThrow('holds no news component');
  });
});
