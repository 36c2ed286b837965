import { chromium } from '@playwright/test';

const [, , dir, w, scheme, full, ...paths] = process.argv;
const base = 'http://127.0.0.1:4310';
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
const c = await b.newContext({
  viewport: { width: +w, height: 900 },
  timezoneId: 'UTC',
  locale: 'en-GB',
  colorScheme: scheme,
  reducedMotion: 'reduce',
});
const page = await c.newPage();
let i = 0;
for (const p of paths) {
  await page.goto(base + p);
  await page.waitForTimeout(3500);
  await page.screenshot({ path: `${dir}/s${i++}-${w}-${scheme}.png`, fullPage: full === 'full' });
}
await b.close();
