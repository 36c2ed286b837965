/**
 * `npm test`: types, lint, unit tests, build, browser tests. A step that fails does not keep the next from being
 * reported. Ends with one line: `N passed, N failed`, over unit and browser tests; any other step that fails counts as
 * one failure.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findOrInstallBrowser, howToInstall } from './find-browser.mjs';

const reports = mkdtempSync(join(tmpdir(), 'cascade-test-'));
const total = { passed: 0, failed: 0, skipped: 0 };

/** Runs a script of package.json; whether it ended well. */
function script(/** @type {string} */ name, /** @type {readonly string[]} */ words = [], env = {}) {
  process.stdout.write(`\n── ${name}\n`);
  const npm = process.env.npm_execpath;
  const args = ['run', '--silent', name, ...(words.length === 0 ? [] : ['--', ...words])];
  const options = /** @type {const} */ ({
    cwd: join(import.meta.dirname, '..'),
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const result =
    npm === undefined
      ? spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
      : spawnSync(process.execPath, [npm, ...args], options);
  return result.status === 0;
}

function check(/** @type {string} */ name) {
  const ok = script(name);
  if (!ok) total.failed += 1;
  return ok;
}

/** @returns {unknown} */
function report(/** @type {string} */ path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}

/**
 * Adds a run's counts up. A run that ends badly without a failed test (a file that cannot be read, an error outside any
 * test, a crash) counts as one failure.
 */
function add(
  /** @type {boolean} */ ok,
  /** @type {{ passed: number, failed: number, skipped: number } | null} */ counts,
) {
  total.passed += counts?.passed ?? 0;
  total.skipped += counts?.skipped ?? 0;
  total.failed += Math.max(counts?.failed ?? 0, ok && counts !== null ? 0 : 1);
}

function unitTests() {
  const path = join(reports, 'unit.json');
  // A test that passes when it is tried again is named as flaky, and no failure: those of time limits share two processors.
  const ok = script('test:unit', ['--retry=1', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]);
  const found = /** @type {import('vitest/node').JsonTestResults | null} */ (report(path));
  add(
    ok,
    found === null
      ? null
      : {
          passed: found.numPassedTests,
          failed: found.numFailedTests,
          skipped: found.numPendingTests + found.numTodoTests,
        },
  );
}

function browserTests() {
  const path = join(reports, 'browser.json');
  // A test that passes when it is tried again is named as flaky, and no failure.
  const ok = script('test:e2e:quick', ['--reporter=list,json', '--retries=1'], { PLAYWRIGHT_JSON_OUTPUT_FILE: path });
  const found = /** @type {import('@playwright/test/reporter').JSONReport | null} */ (report(path));
  add(
    ok,
    found === null
      ? null
      : {
          passed: found.stats.expected + found.stats.flaky,
          failed: found.stats.unexpected,
          skipped: found.stats.skipped,
        },
  );
}

try {
  check('typecheck');
  check('lint');
  check('unused');
  unitTests();
  if (check('build')) {
    if ((await findOrInstallBrowser()) === null) {
      process.stdout.write(`\n${howToInstall}\n`);
      total.failed += 1;
    } else browserTests();
  }
} finally {
  rmSync(reports, { recursive: true, force: true });
}

const skipped = total.skipped === 0 ? '' : `, ${total.skipped} skipped`;
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed${skipped}\n`);
process.exitCode = total.failed === 0 ? 0 : 1;
