import { browserHost, expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';
import { openHolding } from '../pages/holding.ts';
import { toEnd } from '../pages/keys.ts';

test('a host that is killed while someone types loses nothing that was shown as saved', async ({
  app,
  page,
  host,
}) => {
  const desk = new Desk(page);
  await desk.button('New story').click();
  await desk.field('Slugline').fill('DRILL-POWER');
  await desk.body.click();
  await page.keyboard.type('The first paragraph is on the disk. ');
  await expect(desk.saveState).toHaveText(/^Saved \d\d:\d\d:\d\d$/);
  app.expectConsole(/WebSocket|ERR_CONNECTION|Failed to load resource/);

  const typing = page.keyboard.type(
    'And the host dies in the middle of this long sentence, which goes on for a while.',
    { delay: 15 },
  );
  // A desktop program takes its windows with it; a page in a browser outlives its host, and says what that means.
  const alone = host === 'browser' ? typing : typing.catch(() => undefined);
  await app.kill();
  await alone;
  if (host === 'browser') await expect(desk.saveState).toContainText('Not saved');

  await app.start();
  const again = new Desk(await app.open());
  await again.option(/^DRILL-POWER/).click();
  await expect(again.body).toContainText('The first paragraph is on the disk.');
  const listed = await app.wiredesk('list', '--query', 'DRILL-POWER');
  expect(listed.json).toMatchObject({ total: 1 });

  // What had not reached the disk is offered back, beside what the store has and never over it.
  if (host === 'electron') return;
  const offer = again.page.getByRole('alert').filter({ hasText: 'had not been saved' });
  await offer.getByRole('button', { name: 'Open it as a story' }).click();
  await expect(again.body).toContainText('And the host dies in the middle');
  await expect(offer).toBeHidden();
  await expect(again.option(/^DRILL-POWER/)).toHaveCount(2);
});

test('two windows on one story: the second is told, and no edit of either is lost', async ({ app, page }) => {
  const first = new Desk(page);
  await first.button('New story').click();
  await first.field('Slugline').fill('DRILL-TWO');
  await first.body.click();
  await page.keyboard.type('Written in the first window.');
  await expect(first.saveState).toHaveText(/^Saved/);

  const second = new Desk(await app.open());
  await second.option(/^DRILL-TWO/).click();
  await expect(second.body).toContainText('Written in the first window.');
  await expect(second.story.getByText(/open in another window/i)).toBeVisible();
  await expect(first.story.getByText(/open in another window/i)).toBeVisible();

  await second.body.click();
  await second.page.keyboard.press(toEnd);
  await second.page.keyboard.type(' Added in the second.');
  await expect(second.saveState).toHaveText(/^Saved/);
  await expect(first.body).toContainText('Added in the second.');
});

// Only there can a save be held back between the page and its host.
test(
  'two people change one headline: both sides are shown, and neither is lost whichever is chosen',
  browserHost,
  async ({ app, page }) => {
    await new Desk(page).option(/^SAMPLE-LOCK/).waitFor();
    const { page: held, release } = await openHolding(app);
    const desk = new Desk(held);
    await desk.option(/^SAMPLE-LOCK/).click();
    await desk.field('Headline').fill('Mine: a lock opens');
    await desk.field('Subhead').fill('Typed in this window');
    const { stories } = (await app.wiredesk('list')).json as { stories: { id: string }[] };
    const id = stories[0]?.id ?? '';
    expect((await app.wiredesk('set', id, 'headline=Theirs: a lock is opened')).status).toBe(0);
    release();

    const dialog = held.getByRole('dialog');
    await expect(dialog).toContainText('Mine: a lock opens');
    await expect(dialog).toContainText('Theirs: a lock is opened');
    // It stays until a side is chosen, however often someone tries to be rid of it.
    for (let press = 0; press < 4; press += 1) await held.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Keep mine on top' }).click();
    await expect(desk.saveState).toHaveText(/^Saved/);
    const shown = async (...words: string[]) => (await app.wiredesk('show', id, ...words)).json;
    expect(await shown()).toMatchObject({
      fields: { headline: 'Mine: a lock opens', subhead: 'Typed in this window' },
    });
    const revisions = (await app.wiredesk('revisions', id)).json as { revision: number }[];
    const headlines = await Promise.all(
      revisions.map(async ({ revision }) => {
        const { fields } = (await shown('--revision', String(revision))) as { fields: { headline: string } };
        return fields.headline;
      }),
    );
    expect(headlines).toContain('Theirs: a lock is opened');
  },
);
