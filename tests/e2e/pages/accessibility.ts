import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Finding = Awaited<ReturnType<AxeBuilder['analyze']>>['violations'][number];

/**
 * What axe-core finds wrong with a page.
 * @param within a selector of the only part that is looked at; the whole page without it
 */
export async function axeFindings(page: Page, within?: string): Promise<readonly Finding[]> {
  // In the page itself: otherwise axe opens a page of its own to sum up in, which a desktop program has no room for.
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (within !== undefined) axe.include(within);
  return (await axe.analyze()).violations;
}
