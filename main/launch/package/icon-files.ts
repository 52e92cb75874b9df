/** A picture of an icon at one size. */
export interface IconPicture {
  /** Pixels of an edge. */
  readonly size: number;
  readonly png: Uint8Array;
  /** Four bytes a pixel (red, green, blue, alpha), rows from the top. */
  readonly rgba: Uint8Array;
}

/** From this size on a picture stands in a Windows icon as PNG; below it as a bitmap, which older tools insist on. */
const pngFrom = 256;

/** @returns a Windows icon file (.ico) of these pictures, none larger than 256 pixels */
export function windowsIcon(pictures: readonly IconPicture[]): Buffer {
  const images = pictures.map(picture =>
    picture.size >= pngFrom ? Buffer.from(picture.png) : bitmap(picture),
  );
  const directory = Buffer.alloc(6 + 16 * pictures.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(pictures.length, 4);
  let place = directory.length;
  for (const [index, { size }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    const bytes = images[index]?.length ?? 0;
    // 256 does not fit into the byte, and is written as 0.
    directory.writeUInt8(size % 256, entry);
    directory.writeUInt8(size % 256, entry + 1);
    directory.writeUInt16LE(1, entry + 4);
    directory.writeUInt16LE(32, entry + 6);
    directory.writeUInt32LE(bytes, entry + 8);
    directory.writeUInt32LE(place, entry + 12);
    place += bytes;
  }
  return Buffer.concat([directory, ...images]);
}

/** A bitmap as it stands in an icon: rows from the bottom, and a mask of one bit a pixel that alpha makes needless. */
function bitmap({ size, rgba }: IconPicture): Buffer {
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // The picture's height and the mask's.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  const pixels = Buffer.alloc(size * size * 4);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const from = (row * size + column) * 4;
      const to = ((size - 1 - row) * size + column) * 4;
      pixels[to] = rgba[from + 2] ?? 0;
      pixels[to + 1] = rgba[from + 1] ?? 0;
      pixels[to + 2] = rgba[from] ?? 0;
      pixels[to + 3] = rgba[from + 3] ?? 0;
    }
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([header, pixels, Buffer.alloc(maskRow * size)]);
}

/** The types that a Macintosh icon file has for PNG pictures, by pixels; two of a size are for two densities. */
const macTypes: Readonly<Record<number, readonly string[]>> = {
  32: ['ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic13', 'ic08'],
  512: ['ic14', 'ic09'],
  1024: ['ic10'],
};

/** @returns a Macintosh icon file (.icns) of those pictures that it has a type for */
export function macIcon(pictures: readonly IconPicture[]): Buffer {
  const elements = pictures.flatMap(({ size, png }) =>
    (macTypes[size] ?? []).map(type => Buffer.concat([Buffer.from(type), uint32(8 + png.length), png])),
  );
  const bytes = elements.reduce((sum, element) => sum + element.length, 8);
  return Buffer.concat([Buffer.from('icns'), uint32(bytes), ...elements]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
