import { browserHost, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

/** What someone types goes where the caret is shown to be. */

test('below a picture that ends the story, and after one that is chosen, there is room to write', async ({
  app,
  page,
}) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  const pieces = () => desk.body.evaluate(copy => [...copy.children].map(each => each.textContent));
  const before = await pieces();
  const savedBlocks = async (): Promise<readonly { readonly type: string }[]> => {
    const { stories } = (await app.wiredesk('list')).json as { stories: { id: string }[] };
    const { json } = await app.wiredesk('show', stories[0]?.id ?? '');
    return (json as { body: { blocks: { type: string }[] } }).body.blocks;
  };
  expect((await savedBlocks()).at(-1)?.type).toBe('picture');

  await desk.body.evaluate(copy => copy.scrollIntoView({ block: 'end' }));
  const { x, y, height } = (await desk.body.boundingBox()) ?? { x: 0, y: 0, height: 0 };
  await page.mouse.click(x + 100, y + height - 20);
  // A place to write alone is no change of the story.
  expect((await savedBlocks()).at(-1)?.type).toBe('picture');
  await page.keyboard.type('Written below.');
  expect(await pieces()).toEqual([...before.slice(0, 4), 'Written below.']);

  await desk.body.locator('.card').click();
  await page.keyboard.type('Written after.');
  expect(await pieces()).toEqual([...before.slice(0, 4), 'Written after.', 'Written below.']);
  await expect(desk.saveState).toHaveText(/^Saved/);
  expect((await savedBlocks()).slice(3).map(({ type }) => type)).toEqual([
    'picture',
    'paragraph',
    'paragraph',
  ]);
});

test(
  'words that are written from right to left are set so, in fields and in the list',
  browserHost,
  async ({ app, page }) => {
    const story = { fields: { slugline: 'MINA', headline: 'افتتاح هويس بحري (2026).', language: 'ar' } };
    expect(
      (await app.wiredesk('new', '--from', await app.file('mina.json', JSON.stringify(story)))).status,
    ).toBe(0);
    const desk = new Desk(page);
    await desk.option(/^MINA/).click();
    await expect(desk.field('Headline')).toHaveCSS('direction', 'rtl');
    await expect(desk.field('Slugline')).toHaveCSS('direction', 'ltr');
    await expect(desk.option(/^MINA/).getByText('افتتاح')).toHaveCSS('direction', 'rtl');
  },
);

test('a comment that is half written is there when one comes back to it', async ({ page }) => {
  const desk = new Desk(page);
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.tab('Comments').click();
  const comment = desk.inspector.getByRole('textbox', { name: 'New comment' });
  await comment.fill('Who says that the old gates failed in');
  await desk.tab('Checks').click();
  await desk.button('New story').click();
  await desk.option(/^SAMPLE-LOCK/).click();
  await desk.tab('Comments').click();
  await expect(comment).toHaveValue('Who says that the old gates failed in');
});
