import { describe, expect, it } from 'vitest';
import type { Story } from '../../../../../main/contract/story.ts';
import { formatById } from '../../../../../main/core/wire/formats.ts';
import { fullStory, minimalStory, withFields, writeContext } from '../../../../support/story.ts';

function written(id: string, story: Story, options: unknown = {}) {
  const format = formatById(id);
  const made = format?.write?.(story, format.options.parse(options), writeContext);
  return {
    text: Buffer.from(made?.files[0]?.bytes ?? []).toString('latin1'),
    problems: made?.problems ?? [],
  };
}

describe('ANPA 1312', () => {
  it('writes its two header lines, the slug line and the trailer', () => {
    const lines = written('anpa1312', fullStory).text.split('\r\n');
    expect(lines.slice(0, 3)).toEqual([
      '\u0016\u0016\u0001a0003\u001f-----',
      'b a\u0013\u0011 BC-SELWYN-LOCK 1stLd-Writethru   03-04 0109',
      '\u0002^BC-SELWYN-LOCK, 1st Ld-Writethru,109<',
    ]);
    expect(lines.find(line => line.includes('\u0003'))).toBe('\t   \u0003MER-WF-03-04-26 1130GMT<');
  });

  it('cuts the keyword and says so, the whole slugline in the text', () => {
    const slugline = 'HARBOUR-LOCK-OPENING-PARTY-AND-AFTER';
    const { text, problems } = written('anpa1312', withFields(minimalStory, { slugline }));
    expect(text).toContain(' BC-HARBOUR-LOCK-OPENING-  ');
    expect(text).toContain(`^BC-${slugline},2<`);
    const cut = problems.find(({ code }) => code === 'cut');
    expect(cut).toMatchObject({ severity: 'warning', field: 'slugline' });
    expect(cut?.message).toContain(slugline);
  });

  it('says what it writes in other letters, field by field', () => {
    const { text, problems } = written(
      'anpa1312',
      withFields(minimalStory, { headline: 'Łódź “opens” – 船' }),
    );
    expect(text).toContain("^Lodz ``opens'' _ ?<");
    expect(problems).toMatchObject([{ code: 'transliterated', severity: 'warning', field: 'headline' }]);
    expect(problems[0]?.message).toContain('“Łódź” as “Lodz”, “船” as “?”');
  });

  it('sends kills as bulletins and corrections as urgent', () => {
    const line2 = (story: Story): string => written('anpa1312', story).text.split('\r\n')[1] ?? '';
    expect(line2(withFields(minimalStory, { editorialAction: 'kill', priority: 5 }))).toMatch(/^b /);
    expect(line2(withFields(minimalStory, { editorialAction: 'correction', priority: 5 }))).toMatch(/^u /);
    expect(line2(withFields(minimalStory, { priority: 5 }))).toMatch(/^d /);
  });
});

describe('IPTC 7901', () => {
  it('writes its header, keyword line, head block and date group', () => {
    const lines = written('iptc7901', withFields(fullStory, { category: 'pl', embargo: null })).text.split(
      '\r\n',
    );
    expect(lines.slice(0, 4)).toEqual([
      '\u0001wir0003 2 pl 109 xxxxx  mer 0003',
      '',
      'SELWYN-LOCK/harbour/sea lock/',
      '\u0002UPDATE',
    ]);
    expect(lines.slice(7, 9)).toEqual(['By Ida Marsh =', '']);
    expect(lines.find(line => line.startsWith('\u0003'))).toBe('\u0003041130 GMT Mar 26');
  });

  it('writes in the receiver’s characters and says what that changes', () => {
    const story = withFields(minimalStory, { headline: 'Café in Łódź' });
    expect(written('iptc7901', story).problems).toEqual([]);
    const latin = written('iptc7901', story, { characterSet: 'latin-1' });
    expect(latin.text).toContain('Caf\u00e9 in L\u00f3dz');
    expect(latin.problems[0]?.message).toContain('“Łódź” as “Lódz”');
    expect(written('iptc7901', story, { characterSet: 'ascii' }).text).toContain('Cafe in Lodz');
  });

  it('says kill, correction and update in words, first of all', () => {
    expect(written('iptc7901', withFields(minimalStory, { editorialAction: 'kill' })).text).toContain(
      '\u0002KILL: ',
    );
    const german = withFields(minimalStory, { editorialAction: 'correction', language: 'de' });
    expect(written('iptc7901', german).text).toContain('\u0002KORREKTUR\r\n');
    const update = withFields(minimalStory, { editorialAction: 'update' });
    expect(written('iptc7901', update).text).toContain('\u0002UPDATE\r\n');
    expect(written('anpa1312', update).text).toContain('<\r\n^UPDATE<\r\n');
  });

  it('says that a category does not fit the header', () => {
    expect(written('iptc7901', fullStory).problems).toMatchObject([{ code: 'cut', field: 'category' }]);
  });
});
