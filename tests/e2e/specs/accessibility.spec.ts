import type { Page } from '@playwright/test';
import { expect, test } from '../app.ts';
import { axeFindings } from '../pages/accessibility.ts';
import { Desk } from '../pages/desk.ts';

async function expectNoFinding(page: Page, view: string): Promise<void> {
  const findings = await axeFindings(page);
  expect(
    findings.map(
      each => `${view}: ${each.id}: ${each.nodes.map(node => node.html.slice(0, 200)).join(' | ')}`,
    ),
  ).toEqual([]);
}

test('every view has no axe finding, however small', async ({ page }) => {
  const desk = new Desk(page);
  await expect(desk.list).toBeVisible();
  await expectNoFinding(page, 'start');

  await desk.option(/^SAMPLE-LOCK/).click();
  await expect(desk.body).toContainText('harbour', { ignoreCase: true });
  for (const tab of ['Details', 'Pictures', 'Checks', 'Comments', 'History', 'Wire']) {
    await desk.tab(tab).click();
    await expect(desk.tab(tab)).toHaveAttribute('aria-selected', 'true');
    await expectNoFinding(page, tab);
  }
  await desk.button('Export…').click();
  await expect(desk.exportDialog().getByRole('region', { name: 'Preview' })).toContainText('Port Selwyn');
  await expectNoFinding(page, 'export');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('dialog', { name: 'Commands' })).toBeVisible();
  await expectNoFinding(page, 'commands');
  await page.keyboard.press('Escape');
  await desk.button('Import…').click();
  await expect(page.getByRole('dialog', { name: /Import/ })).toBeVisible();
  await expectNoFinding(page, 'import');
});
