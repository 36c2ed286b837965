/** The app in Greek: chosen once, kept, complete, with Greek numbers and dates. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

const vendor = `/flows/${scenarioNamed('vendor-sample').trackingId}`;
const missing = `/flows/${scenarioNamed('fault-404').trackingId}`;

async function chooseGreek(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Your settings' }).click();
  await page.getByRole('radio', { name: 'Ελληνικά' }).check();
  await expect(page.locator('html')).toHaveAttribute('lang', 'el');
}

/** Words of English left on the page; none that a record or its paths may hold. */
async function englishWords(page: Page): Promise<readonly string[]> {
  const text = await page.locator('main, header').allInnerTexts();
  const words = text.join(' ').match(/\b(?:and|with|not|step|steps|after|show|sent|found|copy|times|results)\b/gi);
  return words ?? [];
}

test('is chosen in the settings, at once, and kept for the next visit', async ({ page }) => {
  await page.goto(vendor);
  await chooseGreek(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Παραδόθηκε/);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'el');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Παραδόθηκε/);
  await page.getByRole('button', { name: 'Οι ρυθμίσεις σας' }).click();
  await page.getByRole('radio', { name: 'English' }).check();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Delivered/);
});

test.describe('in a browser that speaks Greek', () => {
  test.use({ locale: 'el-GR' });

  test('is Greek until somebody chooses otherwise', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Τι απέγινε αυτό το μήνυμα;');
  });
});

test.describe('for a viewer of Greek', () => {
  test.use({ expectedConsole: [/Failed to load resource/] });
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('cascade.settings', JSON.stringify({ language: 'el' })));
  });

  test('a flow is told in Greek, with Greek numbers', async ({ page }) => {
    await page.goto(vendor);
    const findings = page.getByRole('region', { name: 'Ευρήματα' });
    await expect(findings).toContainText('Τα μηνύματα αθροίζουν 0,071, το totalPrice λέει 0,036');
    await expect(page.getByRole('region', { name: 'Χρονολόγιο failover' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Κόστος' })).toContainText('0,035');
    await expect(page.getByRole('button', { name: 'Ανάπτυξη όλων' })).toBeVisible();
    expect(await englishWords(page)).toEqual([]);
  });

  test('a failure is told in Greek, with a way on', async ({ page }) => {
    await page.goto(missing);
    const alert = page.getByRole('alert').first();
    await expect(alert).toContainText('Η Routee δεν γνωρίζει ροή με αυτό το ID.');
    await expect(page.getByRole('button', { name: 'Νέα δοκιμή' })).toBeVisible();
  });

  test('the other pages are in Greek', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Τι απέγινε αυτό το μήνυμα;');
    await page.goto('/open');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Άνοιγμα εγγραφής');
    await page.goto('/nowhere');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Δεν υπάρχει σελίδα σε αυτή τη διεύθυνση.');
    await page.goto(`${vendor}/evidence`);
    await expect(page.getByText('Όλες οι ώρες είναι UTC.')).toBeVisible();
    expect(await englishWords(page)).toEqual([]);
    await page.goto('/explore');
    await expect(page.getByRole('region', { name: 'Αριθμοί' })).toContainText('Πέτυχαν');
    await expect(page.getByRole('row').nth(3)).toBeVisible();
  });

  for (const width of [1440, 390]) {
    test(`nothing is cut or breaks a rule, ${width} px wide`, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width, height: 900 });
      for (const path of ['/', vendor, '/open', '/explore']) {
        await page.goto(path);
        await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(wider, path).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
        expect(violations, path).toEqual([]);
      }
    });
  }

  test('falls back to English where the Greek texts cannot be fetched', async ({ page, context }) => {
    await context.route(/\/assets\/el-/, (route) => route.abort());
    await page.goto(vendor);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Delivered/);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
