import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['tests/{unit,contract,wire}/**/*.test.{ts,tsx}'],
    environment: 'node',
    setupFiles: ['tests/support/property-seed.ts'],
    restoreMocks: true,
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
