import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { type IconPicture, macIcon, windowsIcon } from './icon-files.ts';

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
const windowsSizes = [16, 24, 32, 48, 64, 256];
const macSizes = [32, 64, 128, 256, 512, 1024];

/** A Macintosh icon's drawing fills 824 of 1024 pixels; the rest is air. */
const macDrawing = 824 / 1024;

/**
 * Draws the icons of the program and of its documents in each platform's form.
 * @param drawings the folder of icon.svg and document.svg
 * @param target gets icons/<size>x<size>.png, icon.ico, icon.icns, document.ico and document.icns
 */
export async function drawIcons(drawings: string, target: string): Promise<void> {
  await mkdir(join(target, 'icons'), { recursive: true });
  for (const name of ['icon', 'document']) {
    const svg = await readFile(join(drawings, `${name}.svg`));
    const drawing = name === 'icon' ? macDrawing : 1;
    await writeFile(join(target, `${name}.ico`), windowsIcon(await draw(svg, windowsSizes, 1)));
    await writeFile(join(target, `${name}.icns`), macIcon(await draw(svg, macSizes, drawing)));
    if (name !== 'icon') continue;
    for (const { size, png } of await draw(svg, linuxSizes, 1))
      await writeFile(join(target, 'icons', `${size}x${size}.png`), png);
  }
}

/** @param drawing the part of an edge that the drawing takes */
async function draw(svg: Buffer, sizes: readonly number[], drawing: number): Promise<IconPicture[]> {
  return Promise.all(
    sizes.map(async size => {
      const edge = Math.round(size * drawing);
      const before = Math.floor((size - edge) / 2);
      const after = size - edge - before;
      // 64 units of the drawing are 64 pixels at 72 dots an inch: drawn at the size it is to have, not scaled.
      const picture = sharp(svg, { density: (72 * edge) / 64 })
        .resize(edge, edge)
        .extend({ top: before, left: before, bottom: after, right: after, background: '#0000' })
        .ensureAlpha();
      return {
        size,
        png: new Uint8Array(await picture.clone().png({ compressionLevel: 9 }).toBuffer()),
        rgba: new Uint8Array(await picture.clone().raw().toBuffer()),
      };
    }),
  );
}
