import { type NativeImage, nativeImage } from 'electron';

const size = 64;
const edge = 0x59;
const line = 0x9c;
const paper = 0xff;

/** A sheet of paper, drawn here: Electron drags nothing where there is no icon, and a file of one could be missing. */
export function dragIcon(): NativeImage {
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const shade = shadeAt(x, y);
      const at = (y * size + x) * 4;
      // Grey is the same in whichever order a platform has its colours.
      if (shade !== null) pixels.fill(shade, at, at + 3).fill(0xff, at + 3, at + 4);
    }
  return nativeImage.createFromBitmap(pixels, { width: size, height: size, scaleFactor: 2 });
}

/** @returns null where nothing is drawn */
function shadeAt(x: number, y: number): number | null {
  const [fromLeft, fromTop] = [x - 12, y - 6];
  const inside = Math.min(fromLeft, 39 - fromLeft, fromTop, 51 - fromTop);
  if (inside < 0) return null;
  if (inside < 2) return edge;
  return inside >= 8 && fromTop % 8 < 2 ? line : paper;
}
