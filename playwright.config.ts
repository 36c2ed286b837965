import { defineConfig, devices } from '@playwright/test';
import { findBrowser, howToInstall } from './tools/find-browser.mjs';

const port = process.env.E2E_PORT ?? '4187';
const browser = await findBrowser();
if (browser === null) throw new Error(howToInstall);

/** What the gateway under test must not take from the shell it is started in. */
const unset = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(ROUTEE|OIDC|PROXY|SESSION|MASK|UNMASK|ACCESS|HOST|PUBLIC_URL|CURRENCY|METRICS)/.test(name))
    .map((name) => [name, '']),
);

/** Specs of `npm test`; the others are run by `npm run test:e2e`, which takes twenty minutes on two processors. */
const quick = [
  ...['flow', 'gateway', 'home', 'open', 'record', 'without-script', 'hydration', 'axe', 'base-path', 'oidc'],
  ...[
    'pasting',
    'own-id',
    'sharing',
    'outward-links',
    'choice',
    'compare',
    'jobs',
    'failures',
    'explore',
    'reader',
    'links',
  ],
];

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  timeout: 30_000,
  reporter: [['list']],
  // The same names of pictures on any machine: their text is drawn in the fonts of the machine, hence the tolerance.
  snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
  expect: {
    timeout: 10_000,
    toHaveScreenshot: { animations: 'disabled', caret: 'hide', scale: 'css', threshold: 0.3, maxDiffPixelRatio: 0.02 },
  },
  use: {
    ...devices['Desktop Chrome'],
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: browser,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'browser', testMatch: '**/*.spec.ts' },
    // What `npm test` runs, within its time: these specs, but for what is tagged as the long form of something that is in them.
    { name: 'quick', testMatch: quick.map((name) => `**/${name}.spec.ts`), grepInvert: /@long/ },
    // Run by `npm run screenshots` alone.
    { name: 'screenshots', testMatch: 'screenshots.ts' },
  ],
  webServer: {
    command: `node "${process.env.DIST ?? 'dist'}/server/main.js"`,
    url: `http://127.0.0.1:${port}/healthz`,
    // The emulator's slow flow takes 20 seconds; nobody should wait that long to see what the page says of it.
    env: { ...unset, PORT: port, ROUTEE_TIMEOUT_SECONDS: '4', PAGE_WAIT_SECONDS: '5', LOG_LEVEL: 'error' },
    reuseExistingServer: false,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 2000 },
    timeout: 60_000,
  },
});
