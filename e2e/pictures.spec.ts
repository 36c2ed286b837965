/**
 * The main pages beside their pictures in e2e/pictures: both themes, three widths. Clock, data and fonts are fixed; what is
 * left are the edges of letters, which each machine draws a little differently. A picture may therefore differ in 2 % of
 * its pixels (playwright.config.ts). After a change that is meant: `npm run test:e2e -- pictures --update-snapshots`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { search } from '#emulator/http/search.ts';
import { sentFlows } from '#emulator/http/sent-flows.ts';
import { scenarioNamed, scenarioRecord } from '#emulator/scenarios/catalogue.ts';
import { generatedFlows } from '#emulator/week/flows.ts';
import { expect, test } from './fixtures.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const fonts = join(import.meta.dirname, '../node_modules/@fontsource');

/** The fonts that the app would take where they are installed, under the names it asks for. */
const faces = [
  ...[400, 500, 600, 700].map((weight) => ({
    family: 'Inter',
    weight,
    file: `inter/files/inter-latin-${weight}-normal.woff2`,
  })),
  { family: 'JetBrains Mono', weight: 400, file: 'jetbrains-mono/files/jetbrains-mono-latin-400-normal.woff2' },
];
const styles = faces
  .map(
    ({ family, weight }, index) =>
      `@font-face{font-family:"${family}";font-weight:${weight};src:url(/picture-fonts/${index}.woff2) format("woff2")}`,
  )
  .join('\n');

async function fixFonts(page: Page): Promise<void> {
  await page.route('**/picture-fonts/*', (route) => {
    const face = faces[Number(/(\d+)\.woff2/.exec(route.request().url())?.[1] ?? Number.NaN)];
    return face === undefined
      ? route.fulfill({ contentType: 'text/css', body: styles })
      : route.fulfill({ contentType: 'font/woff2', body: readFileSync(join(fonts, face.file)) });
  });
}

const sources = { generated: generatedFlows(1), sent: sentFlows(), now: () => now };

async function fixData(page: Page, slug: string | null, atMs: number): Promise<void> {
  await page.clock.setFixedTime(now);
  await page.route('**/api/failover/tracking?*', (route) => {
    const request = route.request();
    const answer = search(sources, new URL(request.url()).searchParams, request.postData() ?? '');
    return route.fulfill({
      contentType: 'application/json',
      body: answer.kind === 'answer' ? String(answer.body) : '',
    });
  });
  if (slug === null) return;
  const scenario = scenarioNamed(slug);
  await page.route(`**/api/failover/tracking/${scenario.trackingId}`, (route) =>
    route.fulfill({
      contentType: 'application/json',
      headers: { 'x-request-id': 'picture' },
      body: scenarioRecord(scenario, atMs, now - atMs) ?? '',
    }),
  );
}

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly slug: string | null;
  /** Milliseconds of the flow's life at the fixed time. */
  readonly atMs?: number;
  readonly ready: (page: Page) => Promise<void>;
}

const flow = (slug: string) => `/flows/${scenarioNamed(slug).trackingId}`;
const recordShown = (page: Page) => expect(page.getByRole('button', { name: 'Unfold all' })).toBeVisible();

const pictures: readonly Picture[] = [
  {
    name: 'home',
    path: '/',
    slug: null,
    ready: (page) => expect(page.getByText('Try a demo flow')).toBeVisible(),
  },
  {
    name: 'flow',
    path: `${flow('three-channels-call-answered')}?step=2`,
    slug: 'three-channels-call-answered',
    ready: recordShown,
  },
  { name: 'running', path: flow('running-now'), slug: 'running-now', atMs: 12_000, ready: recordShown },
  {
    name: 'evidence',
    path: `${flow('vendor-sample')}/evidence`,
    slug: 'vendor-sample',
    ready: (page) => expect(page.getByRole('region', { name: 'What does not add up' })).toBeVisible(),
  },
  {
    name: 'explore',
    path: '/explore?from=2026-11-24T08%3A00Z&until=2026-11-24T09%3A00Z',
    slug: null,
    // Not while it loads: its figures change with each page that comes.
    ready: (page) => expect(page.getByText(/^Of all [\d,]+ flows of the range\.$/)).toBeVisible(),
  },
];

for (const { name, path, slug, atMs = 0, ready } of pictures) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${name}, ${theme}`, async ({ page }) => {
      await fixFonts(page);
      await fixData(page, slug, atMs);
      await page.emulateMedia({ colorScheme: theme });
      for (const width of [1440, 768, 390]) {
        await page.setViewportSize({ width, height: 1000 });
        await page.goto(path);
        await page.addStyleTag({ url: '/picture-fonts/all.css' });
        await ready(page);
        await page.waitForLoadState('networkidle');
        await page.evaluate(() => document.fonts.ready);
        await expect(page).toHaveScreenshot(`${name}-${theme}-${width}.png`);
      }
    });
  }
}
