import { defineConfig } from '@playwright/test';
import type { HostOptions } from '../app.ts';
import specifications from '../playwright.config.ts';

/**
 * Takes the README's pictures of the program anew. The proof is a page of its PDF, drawn by poppler's pdftoppm.
 * Run: npm run -s build && node_modules/.bin/playwright test -c tests/e2e/screenshots/playwright.config.ts
 */
export default defineConfig<HostOptions>({
  ...specifications,
  testDir: '.',
  testMatch: '*.shots.ts',
  reporter: 'list',
  projects: [{ name: 'browser', use: { host: 'browser' } }],
});
