import { checkOptions, isNumber } from './options.ts';
import { standFor } from './stand.ts';

const images = new WeakSet<object>();

/** Images of bitmaps, as far as their size goes: nothing here shows one. */
export const nativeImage = standFor<typeof Electron.nativeImage>('nativeImage', {
  createFromBitmap(buffer, options) {
    checkOptions<Electron.CreateFromBitmapOptions>('nativeImage.createFromBitmap', options, {
      width: isNumber,
      height: isNumber,
      scaleFactor: isNumber,
    });
    const { width, height, scaleFactor = 1 } = options;
    if (width === undefined) throw new Error('width is required');
    if (height === undefined) throw new Error('height is required');
    if (!Buffer.isBuffer(buffer)) throw new TypeError('buffer must be a node Buffer');
    if (width > 0 && height > 0 && buffer.length < width * height * 4) throw new Error('invalid buffer size');
    const image = standFor<Electron.NativeImage>('NativeImage', {
      isEmpty: () => width === 0 || height === 0,
      getSize: () => ({ width: width / scaleFactor, height: height / scaleFactor }),
    });
    images.add(image);
    return image;
  },
});

/** Whether a value is an image that has something to show. */
export function isImage(value: unknown): boolean {
  return isMade(value) && !value.isEmpty();
}

function isMade(value: unknown): value is Electron.NativeImage {
  return typeof value === 'object' && value !== null && images.has(value);
}
