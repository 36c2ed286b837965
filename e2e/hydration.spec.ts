/** Every scenario of the emulator opens without a complaint, and the browser takes over what the gateway drew without changing a node of it. */
import type { Page } from '@playwright/test';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

/** Opens a page and gives its #root as it was sent and as it is once the app has taken it over, a tag a line. */
async function openedPage(page: Page, path: string): Promise<{ sent: string[]; now: string[] }> {
  let html = '';
  // A gateway that is busy sends the outline, which the app fills: that is another test's matter.
  for (
    let tries = 0;
    html === '' || (tries < 5 && path.startsWith('/flows/') && html.includes('>Loading…<'));
    tries++
  ) {
    const answered = page.waitForResponse((response) => new URL(response.url()).pathname === path);
    await page.goto(path);
    html = await (await answered).text();
  }
  return page.evaluate((text) => {
    const lines = (root: ParentNode) => {
      for (const late of root.querySelectorAll('[data-late]')) late.replaceChildren();
      return (root.querySelector('#root')?.innerHTML ?? '').split(/(?=<)/);
    };
    const parser = new DOMParser();
    // Both are written by the browser, so that they differ only where the nodes do.
    return {
      sent: lines(parser.parseFromString(text, 'text/html')),
      now: lines(document.cloneNode(true) as Document),
    };
  }, html);
}

/** The first line that differs, with those around it; empty where none does. */
function firstDifference({ sent, now }: { sent: string[]; now: string[] }): object {
  const place = sent.findIndex((line, index) => line !== now[index]);
  if (place === -1 && sent.length === now.length) return {};
  return { sent: sent.slice(Math.max(0, place - 3), place + 3), now: now.slice(Math.max(0, place - 3), place + 3) };
}

/** A browser whose clock stands where the gateway's stood while it drew: nothing of a running flow goes on by itself. */
function stopClock(): void {
  const longMs = 500;
  const [timeout, interval] = [window.setTimeout.bind(window), window.setInterval.bind(window)];
  performance.now = () => {
    const entry = performance.getEntriesByType('navigation')[0];
    return entry instanceof PerformanceNavigationTiming ? entry.responseStart : 0;
  };
  Object.assign(window, {
    setTimeout: (run: () => void, ms = 0) => (ms < longMs ? timeout(run, ms) : 0),
    setInterval: (run: () => void, ms = 0) => (ms < longMs ? interval(run, ms) : 0),
  });
}

/** Every so many in `npm test`; all of them in `npm run test:e2e`. */
const every = 10;

for (const [place, { kind, trackingId, title }] of scenarios.entries()) {
  const tag = place % every === 0 ? [] : ['@long'];
  test(`opens, and is taken over as it was drawn: ${title}`, { tag }, async ({ page }) => {
    await page.addInitScript(stopClock);
    const opened = await openedPage(page, `/flows/${trackingId}`);
    expect(opened.sent.length).toBeGreaterThan(100);
    expect(firstDifference(opened)).toEqual({});
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    // What is no record is said to be none; faults are in failures.spec.ts.
    if (kind === 'fault') return;
    const read = page.getByRole('region', { name: 'Failover timeline' });
    await expect(read.or(page.getByRole('alert')).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
    await expect(page.getByText('could not be drawn')).toBeHidden();
  });
}

const sample = scenarios[0]?.trackingId ?? '';
for (const path of ['/', '/open', '/explore', '/nothing/here', `/flows/${sample}/evidence`, '/flows/not-known-1234']) {
  test(`taken over as it was drawn: ${path}`, async ({ page }) => {
    expect(firstDifference(await openedPage(page, path))).toEqual({});
  });
}

test('what the page holds is not asked for again', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(`/flows/${sample}`);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.startsWith('/api/'))).toEqual([]);
});

/** As translators do: each text goes into elements of theirs. */
function translate(): void {
  const root = document.getElementById('root');
  const texts = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT);
  const found: Node[] = [];
  while (texts.nextNode()) found.push(texts.currentNode);
  for (const text of found) {
    const [outer, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.textContent;
    outer.append(inner);
    text.parentNode?.replaceChild(outer, text);
  }
}

test.describe('a page that is translated all the same', () => {
  test.use({ expectedConsole: [failedAnswer, /Minified React error/] });
  const running = scenarios.find(({ title }) => title === 'Running now: SMS delivers in 6 s')?.trackingId ?? '';

  test('after it was taken over, tells how the flow ended', async ({ page }) => {
    await page.goto(`/flows/${running}`);
    await page.evaluate(translate);
    await expect(page.locator('header').getByText('Succeeded')).toBeVisible({ timeout: 20_000 });
    await expect(page.locator('#root font')).toHaveCount(0);
  });

  test('declares itself untranslatable', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('translate', 'no');
    await expect(page.locator('meta[name="google"]')).toHaveAttribute('content', 'notranslate');
  });
});
