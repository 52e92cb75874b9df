import { describe, expect, it } from 'vitest';
import { fullStory, minimalStory, withFields } from '../../../../support/story.ts';
import { writeOne } from '../../../../support/write-one.ts';

describe('writeText', () => {
  it('is short for a short story', () => {
    expect(writeOne('text', minimalStory).text).toBe(
      'Version 1, new, priority 3, urgency 5\nLanguage: en\n\nLock opens\n\nIt opened.\n\nEND\n',
    );
  });

  it('wraps at the width asked for', () => {
    const lines = writeOne('text', fullStory, { width: 60 }).text.split('\n');
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(60);
    expect(writeOne('text', fullStory, { width: 60 }).text.replace(/\s+/g, ' ')).toBe(
      writeOne('text', fullStory).text.replace(/\s+/g, ' '),
    );
  });

  it('ends lines as the receiver wants them', () => {
    const { text } = writeOne('text', fullStory, { lineEnd: 'crlf' });
    expect(text.match(/\r\n/g)?.length).toBe(text.match(/\n/g)?.length);
    expect(writeOne('text', fullStory).text).not.toContain('\r');
  });

  it('opens the copy with the dateline and numbers its pictures', () => {
    const { text } = writeOne('text', fullStory);
    expect(text).toContain('(Meridian Wire) - The new sea lock opened on Tuesday.');
    expect(text).toContain('[Picture 1]');
    expect(text).toContain('2. The old gates in 2019.\nCredit: Tomas Reyl/Meridian');
    expect(text.endsWith('END\n')).toBe(true);
  });

  it('says of a kill what to do, and nothing more', () => {
    const { text } = writeOne('text', withFields(fullStory, { editorialAction: 'kill' }));
    expect(text).toContain('KILL: do not publish');
    expect(text).not.toContain('PICTURES');
    expect(text).not.toContain('im/tr');
  });
});
