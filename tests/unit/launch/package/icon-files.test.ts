import { describe, expect, it } from 'vitest';
import { type IconPicture, macIcon, windowsIcon } from '../../../../main/launch/package/icon-files.ts';

const picture = (size: number): IconPicture => ({
  size,
  png: Buffer.from(`png of ${size}`),
  rgba: new Uint8Array(Array.from({ length: size * size * 4 }, (_, index) => index % 256)),
});

describe('a Windows icon', () => {
  const icon = windowsIcon([picture(16), picture(256)]);

  it('lists its pictures with their sizes, places and lengths', () => {
    expect([icon.readUInt16LE(0), icon.readUInt16LE(2), icon.readUInt16LE(4)]).toEqual([0, 1, 2]);
    // 40 bytes of header, 16 × 16 pixels of four bytes, 16 rows of mask padded to four bytes.
    const bitmap = 40 + 16 * 16 * 4 + 16 * 4;
    expect([icon.readUInt8(6), icon.readUInt32LE(14), icon.readUInt32LE(18)]).toEqual([16, bitmap, 38]);
    expect([icon.readUInt8(22), icon.readUInt32LE(34)]).toEqual([0, 38 + bitmap]);
  });

  it('keeps the large picture as PNG', () => {
    const place = icon.readUInt32LE(34);
    expect(icon.subarray(place).toString()).toBe('png of 256');
  });

  it('writes small ones from the last row up, blue before red', () => {
    const lastRow = 15 * 16 * 4;
    const [red, green, blue, alpha] = picture(16).rgba.subarray(lastRow);
    expect([...icon.subarray(38 + 40, 38 + 44)]).toEqual([blue, green, red, alpha]);
  });
});

describe('a Macintosh icon', () => {
  it('has an element for each size and density, and says how long it is', () => {
    const icon = macIcon([picture(32), picture(48), picture(256)]);
    expect(icon.subarray(0, 4).toString()).toBe('icns');
    expect(icon.readUInt32BE(4)).toBe(icon.length);
    const types: string[] = [];
    for (let place = 8; place < icon.length; place += icon.readUInt32BE(place + 4))
      types.push(icon.subarray(place, place + 4).toString());
    // 48 pixels have no type of their own.
    expect(types).toEqual(['ic11', 'ic13', 'ic08']);
  });
});
