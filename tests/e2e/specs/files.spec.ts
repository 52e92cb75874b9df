import { expect, test } from '../app.ts';
import { Desk } from '../pages/desk.ts';

test('files of a start are taken in, and its window shows what came of them', async ({ app }) => {
  await app.kill();
  const lock = await app.file('lock.txt', 'Lock keepers return to Lock 9\n\nThe gates opened at noon.\n');
  await app.start(lock, `${lock}.missing`);
  const page = await app.open();
  await expect(new Desk(page).field('Headline')).toHaveValue('Lock keepers return to Lock 9');
  await expect(page.getByRole('log', { name: 'Messages' })).toContainText('There is no file');
  expect(new URL(page.url()).searchParams.has('token')).toBe(false);
});
