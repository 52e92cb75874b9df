import type { Line } from './chromium.ts';
import { checkOptions, isBoolean } from './options.ts';

/** `webContents.printToPDF`: Chromium's own, with Electron's defaults. */
export async function printToPdf(line: Line, options: Electron.PrintToPDFOptions): Promise<Buffer> {
  checkOptions<Electron.PrintToPDFOptions>('webContents.printToPDF', options, {
    landscape: isBoolean,
    printBackground: isBoolean,
    preferCSSPageSize: isBoolean,
  });
  const { landscape = false, printBackground = false, preferCSSPageSize = false } = options;
  const { data } = await line.send('Page.printToPDF', { landscape, printBackground, preferCSSPageSize });
  return Buffer.from(data, 'base64');
}
