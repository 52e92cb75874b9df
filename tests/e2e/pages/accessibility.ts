import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/**
 * What axe-core finds wrong with a page, in light and in dark.
 * @param within a selector of the only part that is looked at; the whole page without it
 */
export async function axeFindings(page: Page, within?: string): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    // In the page itself: otherwise axe opens a page of its own to sum up in, which a desktop program has no room for.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    if (within !== undefined) axe.include(within);
    // Dark is other colours, and nothing else.
    if (colorScheme === 'dark') axe.withRules(['color-contrast']);
    findings.push(...(await axe.analyze()).violations);
  }
  await page.emulateMedia({ colorScheme: null });
  return findings;
}
