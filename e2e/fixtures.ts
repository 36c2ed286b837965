/** `test` for the browser: fails a test whose page throws, complains in the console, or calls another host. */
import { test as base, expect, type Page } from '@playwright/test';

export { expect };

interface Options {
  /** Lines of the console that a test expects; what Chromium writes of an answer that is an error, as a rule. */
  readonly expectedConsole: readonly RegExp[];
  /** Addresses outside the app that a test expects to be called. */
  readonly expectedHosts: readonly RegExp[];
}

interface Watched {
  /** What went wrong on the test's pages so far. */
  readonly complaints: string[];
}

/** Chromium's own line for any answer from 400 up. */
export const failedAnswer = /Failed to load resource: the server responded with a status of [45]\d\d/;
/** Chromium's own line for an answer that never came. */
export const noAnswer = /Failed to load resource: net::ERR_/;

function watch(page: Page, own: string, { expectedConsole, expectedHosts }: Options, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`page error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (!['error', 'warning'].includes(message.type())) return;
    if (expectedConsole.some((line) => line.test(message.text()))) return;
    complaints.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (['data:', 'blob:'].includes(url.protocol) || url.origin === own) return;
    if (!expectedHosts.some((host) => host.test(url.href))) complaints.push(`request to another host: ${url.href}`);
  });
}

/** True once React has every element of the app in hand; of a page without the app, at once. Run in the browser. */
function isTakenOver(): boolean {
  const elements = [...document.querySelectorAll('#root, #root *')];
  const known = (element: Element) => Object.keys(element).some((key) => /^__react(Fiber|Container)/.test(key));
  return elements.length !== 1 && elements.every(known);
}

/** Waits until the app has taken over the page that the gateway drew: before that nobody answers a click. */
export async function takenOver(page: Page): Promise<void> {
  await page.waitForFunction(isTakenOver);
}

/** Lets pages come undrawn: a test that answers the browser's own questions itself needs the browser to ask them. */
export async function comeUndrawn(page: Page, route: Page['route'] = page.route.bind(page)): Promise<void> {
  await route(
    () => true,
    async (asked) => {
      if (asked.request().resourceType() !== 'document') return asked.fallback();
      const response = await asked.fetch({ maxRedirects: 0 });
      const html = await response.text();
      const drawn = /<div id="root">[\s\S]*<script type="application\/json" id="drawn">[\s\S]*?<\/script>/;
      await asked.fulfill({ response, body: html.replace(drawn, '<div id="root"></div>') });
    },
  );
}

/** A page that is opened is there for the test once the app has it. */
function openTakenOver(page: Page): void {
  const [goto, reload, route] = [page.goto.bind(page), page.reload.bind(page), page.route.bind(page)];
  let undrawn = false;
  page.route = async (...given) => {
    if (!undrawn) await comeUndrawn(page, route);
    undrawn = true;
    return route(...given);
  };
  page.goto = async (...given) => {
    const response = await goto(...given);
    await takenOver(page);
    return response;
  };
  page.reload = async (...given) => {
    const response = await reload(...given);
    await takenOver(page);
    return response;
  };
}

export const test = base.extend<Options & Watched>({
  expectedConsole: [[], { option: true }],
  expectedHosts: [[], { option: true }],
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) openTakenOver(page);
    await use(page);
  },
  complaints: [
    async ({ context, baseURL, expectedConsole, expectedHosts }, use) => {
      const complaints: string[] = [];
      context.on('page', (page) =>
        watch(page, new URL(baseURL ?? '').origin, { expectedConsole, expectedHosts }, complaints),
      );
      await use(complaints);
      expect(complaints, 'what the pages complained of').toEqual([]);
    },
    { auto: true },
  ],
});
