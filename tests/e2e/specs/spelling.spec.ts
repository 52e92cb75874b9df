import type { Page } from '@playwright/test';
import { english, german, keepDictionary } from '../../support/dictionaries.ts';
import { type App, expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';
import { toBeginning, toEnd } from '../pages/keys.ts';

/** A dictionary folder of two languages, named in Settings as a person does it. */
async function withDictionaries(app: App, page: Page): Promise<Desk> {
  const folder = `${app.store}-dictionaries`;
  keepDictionary(folder, 'en_GB', english);
  keepDictionary(folder, 'de_DE', german, 'latin1');
  await openSettings(page);
  await page.getByRole('textbox', { name: 'Dictionary folder' }).fill(folder);
  await page.getByRole('button', { name: 'Save settings' }).click();
  return new Desk(page);
}

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Commands' }).click();
  await page.getByRole('combobox', { name: 'Command' }).fill('Settings');
  await page.keyboard.press('Enter');
}

async function newStory(desk: Desk, language: string, copy: string): Promise<void> {
  await desk.button('New story').click();
  // The story that was open stays on the screen until the new one is there.
  await expect(desk.body).toHaveText('');
  await desk.story.getByRole('combobox', { name: 'Language' }).selectOption(language);
  await desk.body.click();
  await desk.page.keyboard.type(copy);
}

/** The words that are underlined now. */
function underlined(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => [...(CSS.highlights.get('misspelt') ?? [])].map(range => range.toString()));
}

test('misspelt words are underlined, put right, learnt and ignored, by keyboard and mouse', async ({
  app,
  page,
}) => {
  const desk = await withDictionaries(app, page);
  await newStory(desk, 'en-GB', 'The ferrry of Sedgeholm opened lok ');
  await expect.poll(() => underlined(page)).toEqual(['ferrry', 'Sedgeholm', 'lok']);

  // With the caret in the word, by the menu's key.
  await page.keyboard.press(toBeginning);
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Spelling of “ferrry”' });
  await expect(menu.getByRole('menuitem', { name: 'ferry', exact: true })).toBeFocused();
  expect((await axeFindings(page, '[role="menu"]')).map(each => each.id)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(desk.body).toHaveText('The ferry of Sedgeholm opened lok ');
  await expect.poll(() => underlined(page)).toEqual(['Sedgeholm', 'lok']);

  // By the mouse, on the word itself.
  const place = await page.evaluate(() => {
    const range = [...(CSS.highlights.get('misspelt') ?? [])].find(each => each.toString() === 'Sedgeholm');
    if (!(range instanceof Range)) return null;
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  if (!place) throw new Error('The word is not underlined.');
  await page.mouse.click(place.x, place.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Add to the house dictionary' }).click();
  await expect.poll(() => underlined(page)).toEqual(['lok']);

  await desk.body.press(toEnd);
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Ignore in this story' }).click();
  await expect.poll(() => underlined(page)).toEqual([]);

  // Nothing of it is in the story: the page's own elements are what the copy is.
  expect(await desk.body.innerHTML()).not.toContain('misspelt');
  await newStory(desk, 'en-GB', 'The lok of Sedgeholm ');
  await expect.poll(() => underlined(page)).toEqual(['lok']);
});

test('a word is left alone while it is written, and a language switch is followed at once', async ({
  app,
  page,
}) => {
  const desk = await withDictionaries(app, page);
  await newStory(desk, 'en-GB', 'The ferrry of Lndon');
  await expect.poll(() => underlined(page)).toEqual(['ferrry']);
  await page.keyboard.type(' ');
  await expect.poll(() => underlined(page)).toEqual(['ferrry', 'Lndon']);

  const language = desk.story.getByRole('combobox', { name: 'Language' });
  await language.selectOption('de');
  await expect.poll(() => underlined(page)).toEqual(['The', 'ferrry', 'of', 'Lndon']);
  await expect(desk.story.getByText('Spelling: de-DE')).toBeVisible();

  await language.selectOption('cs');
  await expect.poll(() => underlined(page)).toEqual([]);
  await expect(desk.story.getByText('Spelling is not checked')).toBeVisible();
  await desk.tab('Checks').click();
  const section = desk.inspector.getByRole('region', { name: 'Spelling' });
  await expect(section).toContainText('There is no dictionary for Czech (cs)');
  await expect(section).toContainText('-dictionaries');
});

test('headline words stand in Checks; the house dictionary is kept in a dialog of its own', async ({
  app,
  page,
}) => {
  const desk = await withDictionaries(app, page);
  await newStory(desk, 'en-GB', 'The lock opened.');
  await desk.field('Headline').fill('Ferrry at Sedgeholm');
  await desk.tab('Checks').click();
  const list = desk.inspector.getByRole('list', { name: 'Unknown words' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('button', { name: 'Show Headline' }).first().click();
  await expect(desk.field('Headline')).toBeFocused();
  await list.getByRole('button', { name: 'Add “Sedgeholm” to the house dictionary' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(1);

  await desk.button('Commands').click();
  await page.getByRole('combobox', { name: 'Command' }).fill('House dictionary');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'House dictionary' });
  const words = dialog.getByRole('list', { name: 'House words' });
  await expect(words).toContainText('Sedgeholm');
  await dialog.getByRole('textbox', { name: 'Word' }).fill('ferrry');
  await dialog.getByRole('combobox', { name: 'In' }).selectOption('en');
  await dialog.getByRole('button', { name: 'Add word' }).click();
  await expect(dialog.getByRole('status')).toHaveText('“ferrry” was added.');
  const file = await app.file('names.txt', 'Okonjo\nMarsh-Bell\n12\n');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Import words from a text file…' }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByRole('status')).toHaveText('2 words of names.txt were added.');
  await expect(words.getByRole('listitem')).toHaveCount(4);
  await dialog.getByRole('button', { name: 'Remove Okonjo' }).click();
  await expect(words.getByRole('listitem')).toHaveCount(3);
  expect((await axeFindings(page, 'dialog')).map(each => each.id)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
});

test('the browser’s own spelling is off wherever text is written', async ({ app, page }) => {
  const desk = await withDictionaries(app, page);
  await newStory(desk, 'en-GB', 'The lock.');
  for (const tab of ['Details', 'Comments', 'Wire']) {
    await desk.tab(tab).click();
    const on = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('input, textarea, [contenteditable="true"]')]
        .filter(element => element.spellcheck)
        .map(element => element.outerHTML.slice(0, 100)),
    );
    expect(on).toEqual([]);
  }
  await openSettings(page);
  await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('Dictionaries: de-DE, en-GB');
});
