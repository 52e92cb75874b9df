import { describe, expect, it } from 'vitest';
import { FormatInfo } from '../../../../main/contract/wire.ts';
import type { WireFormat } from '../../../../main/core/wire/format.ts';
import { formatById, formatInfos, formats } from '../../../../main/core/wire/formats.ts';
import { fullStory } from '../../../support/story.ts';
import { writeOne } from '../../../support/write-one.ts';

const all: readonly WireFormat[] = formats;

describe('formats', () => {
  it('have identifiers of their own and can all be found by them', () => {
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const format of all) expect(formatById(format.id)).toBe(format);
    expect(formatById('nothing')).toBeUndefined();
  });

  it('have defaults for every option', () => {
    for (const format of all) expect(format.options.safeParse({}).success).toBe(true);
  });

  it('refuse options they do not have', () => {
    for (const format of all) expect(format.options.safeParse({ misspelt: 1 }).success).toBe(false);
  });

  it('are told to menus as the contract has it', () => {
    for (const info of formatInfos()) expect(FormatInfo.parse(info)).toEqual(info);
    expect(formatInfos().map(({ id }) => id)).toEqual(all.map(({ id }) => id));
    expect(formatInfos().find(({ id }) => id === 'nitf')?.write).toBe(true);
  });

  it('write one file, named as the context says and by the format’s extension', () => {
    for (const format of all.filter(each => each.write)) {
      const { path } = writeOne(format, fullStory);
      expect(path).toBe(`SELWYN-LOCK-00000001-v3.${format.extension}`);
    }
  });
});
