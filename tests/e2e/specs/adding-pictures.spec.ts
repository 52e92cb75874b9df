import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** Distinct small pictures on the disk. */
async function pictures(
  file: (name: string, content: Uint8Array) => Promise<string>,
  count: number,
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    const bytes = await sharp({
      create: { width: 40 + number, height: 30, channels: 3, background: 'navy' },
    })
      .jpeg()
      .toBuffer();
    paths.push(await file(`lock-${number}.jpg`, new Uint8Array(bytes)));
  }
  return paths;
}

test('many pictures are dropped at once: those that can be read are added, the others are named', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.button('New story').click();
  await desk.field('Headline').fill('Sea locks');
  await desk.tab('Pictures').click();
  const paths = [...(await pictures(app.file, 5)), await app.file('no-lock.jpg', 'no picture')];
  const files = await Promise.all(
    paths.map(async path => ({
      name: path.split(/[/\\]/).at(-1) ?? '',
      data: (await readFile(path)).toString('base64'),
    })),
  );
  const transfer = await page.evaluateHandle(all => {
    const data = new DataTransfer();
    for (const { name, data: base64 } of all)
      data.items.add(new File([Uint8Array.from(atob(base64), each => each.charCodeAt(0))], name));
    return data;
  }, files);
  await page.getByRole('tabpanel').locator('.tab-content').dispatchEvent('drop', { dataTransfer: transfer });
  const status = page.getByRole('region', { name: 'Adding pictures' });
  await expect(status.getByRole('status')).toHaveText('5 of 6 pictures added.');
  await expect(status.getByRole('listitem')).toHaveText(/no-lock\.jpg is not a picture/);
  for (let number = 1; number <= 5; number += 1)
    await expect(desk.picture(number)).toContainText(`lock-${number}.jpg`);
  await expect(desk.picture(1).getByRole('img')).toHaveJSProperty('complete', true);
  await status.getByRole('button', { name: 'Dismiss' }).click();
  await expect(status).toBeHidden();

  // They leave in the shape that is asked for, and the wire file says so.
  await desk.body.fill('They opened.');
  await desk.button('Export…').click();
  const exporting = desk.exportDialog();
  await exporting.getByRole('combobox', { name: 'Format' }).selectOption('ninjs-3');
  const preview = exporting.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('"width": 41');
  await exporting.getByRole('combobox', { name: 'Shape' }).selectOption('1:1');
  await expect(preview).toContainText('"width": 30');
  await expect(preview).not.toContainText('"width": 41');
});

test('adding pictures goes on while another tab is looked at, and can be cancelled', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.button('New story').click();
  await desk.field('Headline').fill('Sea locks');
  await desk.tab('Pictures').click();
  const paths = await pictures(app.file, 6);
  // The fourth file and those behind it wait on the way.
  await page.evaluate(() => {
    const send = window.fetch;
    window.fetch = (address, options) =>
      /\/uploads\?name=lock-[456]/.test(String(address))
        ? new Promise((_, failed) => {
            options?.signal?.addEventListener('abort', () => failed(options.signal?.reason));
          })
        : send(address, options);
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add picture' }).click();
  await (await chooser).setFiles([...paths]);
  const status = page.getByRole('region', { name: 'Adding pictures' });
  await expect(status.getByRole('progressbar')).toHaveAttribute('value', '3');
  await desk.tab('Details').click();
  await desk.tab('Pictures').click();
  await status.getByRole('button', { name: 'Cancel' }).click();
  await expect(status.getByRole('status')).toHaveText('Cancelled. 3 of 6 pictures added.');
  await expect(desk.picture(3)).toContainText('lock-3.jpg');
  await expect(desk.picture(4)).toHaveCount(0);
});
