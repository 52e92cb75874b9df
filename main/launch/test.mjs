import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhereStale, installPackages, node, provideChromium, providePerl, root, say } from './setup.mjs';

/** `npm test`: installs what is missing and runs every check; the first that fails ends it. */
installPackages();
providePerl();
provideChromium();

const bin = name => join(root, 'node_modules', name);
const results = join(root, 'test-results');
mkdirSync(results, { recursive: true });
const unitResults = join(results, 'unit.json');
const e2eResults = join(results, 'e2e.json');

const steps = [
  ['Types', ['typescript/bin/tsc', '-p', 'main']],
  ['Types of the window', ['typescript/bin/tsc', '-p', 'renderer']],
  ['Types of the tests', ['typescript/bin/tsc', '-p', 'tests']],
  ['Lint and format', ['@biomejs/biome/bin/biome', 'check', '.']],
  [
    'Unit, contract and wire tests',
    [
      'vitest/vitest.mjs',
      'run',
      '-c',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${unitResults}`,
    ],
  ],
  ['Build', null],
  ['End-to-end tests', ['@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts']],
];

for (const [name, words] of steps) {
  say(`\n== ${name}`);
  const began = Date.now();
  if (words === null) buildWhereStale();
  else {
    const [script, ...args] = words;
    const { status } = spawnSync(node, [bin(script), ...args], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) {
      say(`== ${name} failed.`);
      process.exit(1);
    }
  }
  say(`== ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

const unit = JSON.parse(readFileSync(unitResults, 'utf8'));
const { stats } = JSON.parse(readFileSync(e2eResults, 'utf8'));
const passed = unit.numPassedTests + stats.expected;
const failed = unit.numFailedTests + stats.unexpected + stats.flaky;
const skipped = unit.numPendingTests + stats.skipped;
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
