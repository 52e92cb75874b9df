import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { renewed } from '../support/format-page.ts';

it('the README’s page of formats says what the formats’ own tables say', () => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  // To renew it: node_modules/.bin/node tests/support/format-page.ts
  expect(text).toBe(renewed(text));
});
