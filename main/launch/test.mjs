import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildWhereStale, installPackages, node, provideChromium, providePerl, root, say } from './setup.mjs';

/** `npm test`: installs what is missing and runs every check; the first that fails ends it. */
installPackages();
providePerl();
provideChromium();

const results = join(root, 'test-results');
const unitResults = join(results, 'unit.json');
const e2eResults = join(results, 'e2e.json');
const tests = { passed: 0, failed: 0, skipped: 0 };

const steps = [
  ['Types', () => program('typescript/bin/tsc', '-p', 'main')],
  ['Types of the window', () => program('typescript/bin/tsc', '-p', 'renderer')],
  ['Types of the tests', () => program('typescript/bin/tsc', '-p', 'tests')],
  ['Lint and format', () => program('@biomejs/biome/bin/biome', 'check', '.')],
  ['Unit, contract and wire tests', unitTests],
  [
    'Build',
    () => {
      buildWhereStale();
      return true;
    },
  ],
  ['Packages', () => script('main/launch/package.mjs', '--check')],
  ['End-to-end tests', e2eTests],
];

// The last line is said however this ends; what fails without a test of its own counts as one that failed.
process.on('exit', status => {
  if (status !== 0) tests.failed ||= 1;
  if (tests.skipped > 0) process.stdout.write(`${tests.skipped} skipped\n`);
  process.stdout.write(`${tests.passed} passed, ${tests.failed} failed\n`);
});

const failedStep = steps.find(([name, step]) => !timed(name, step));
if (failedStep) {
  say(`\n== ${failedStep[0]} failed.`);
  process.exitCode = 1;
}

function timed(name, step) {
  say(`\n== ${name}`);
  const began = Date.now();
  const succeeded = step();
  say(`== ${name}: ${((Date.now() - began) / 1000).toFixed(1)} s`);
  return succeeded;
}

function unitTests() {
  mkdirSync(results, { recursive: true });
  rmSync(unitResults, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${unitResults}`];
  const succeeded = program('vitest/vitest.mjs', 'run', '-c', 'tests/vitest.config.ts', ...reporters);
  // Counted now: Playwright empties the folder.
  count(unitResults, found => ({
    passed: found.numPassedTests,
    failed: found.numFailedTests,
    skipped: found.numPendingTests + found.numTodoTests,
  }));
  return succeeded;
}

function e2eTests() {
  rmSync(e2eResults, { force: true });
  const succeeded = program('@playwright/test/cli.js', 'test', '-c', 'tests/e2e/playwright.config.ts');
  // One that passes only when it is tried again has failed.
  count(e2eResults, ({ stats }) => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky,
    skipped: stats.skipped,
  }));
  return succeeded;
}

function count(file, read) {
  try {
    const { passed, failed, skipped } = read(JSON.parse(readFileSync(file, 'utf8')));
    tests.passed += passed;
    tests.failed += failed;
    tests.skipped += skipped;
  } catch (error) {
    say(`The results of the tests could not be counted: ${error.message}`);
    process.exitCode = 1;
  }
}

function program(name, ...args) {
  return script(join('node_modules', name), ...args);
}

function script(path, ...args) {
  const { status } = spawnSync(node, [join(root, path), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return status === 0;
}
