/** Two flows chosen in a list lead to their comparison. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });
test.setTimeout(60_000);

const named = (slug: string) => scenarioNamed(slug).trackingId;
const ids = [named('viber-expires-sms-delivers'), named('three-channels-all-fail'), named('viber-first-try')] as const;

const bar = (page: Page) => page.getByRole('region', { name: 'Chosen flows' });
const boxes = (page: Page) => page.getByRole('checkbox', { name: /^Choose flow .* to compare$/ });

async function explore(page: Page): Promise<void> {
  await page.goto('/explore?range=2h');
  await expect(boxes(page).nth(2)).toBeVisible({ timeout: 30_000 });
}

/** The flow that the check box at this place chooses. */
async function idAt(page: Page, place: number): Promise<string> {
  return ((await boxes(page).nth(place).getAttribute('aria-label')) ?? '').split(' ')[2] ?? '';
}

async function lookUp(page: Page): Promise<void> {
  await page.goto('/lookup');
  await page.getByLabel('List of tracking IDs').fill(ids.join('\n'));
  await page.getByRole('button', { name: 'Look them up' }).click();
  await expect(boxes(page)).toHaveCount(3);
}

test('two rows of Explore, with the pointer; the click on a box opens no flow', async ({ page }) => {
  await explore(page);
  const [first, second] = [await idAt(page, 1), await idAt(page, 0)];
  await expect(bar(page)).toBeHidden();
  await boxes(page).nth(1).click();
  await expect(bar(page)).toContainText('1 flow chosen: choose another one to compare it with.');
  await expect(bar(page).getByRole('link')).toHaveCount(0);
  await boxes(page).nth(0).click();
  await expect(page).toHaveURL(/\/explore/);
  await bar(page).getByRole('link', { name: 'Compare', exact: true }).click();
  await expect(page).toHaveURL(`/compare/${first}...${second}`);
  await expect(page.getByRole('region', { name: 'First flow' }).getByRole('heading')).toBeVisible();
  await page.goBack();
  await expect(boxes(page).nth(0)).toBeChecked();
  await bar(page).getByRole('button', { name: 'Choose none' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(boxes(page).nth(0)).not.toBeChecked();
});

test('with keys alone: j, x, j, x, and on to the link', async ({ page }) => {
  await explore(page);
  const [first, second] = [await idAt(page, 0), await idAt(page, 1)];
  await page.keyboard.press('x');
  await expect(bar(page)).toBeHidden();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('1 flow chosen');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  const link = bar(page).getByRole('link', { name: 'Compare', exact: true });
  await expect(link).toHaveAttribute('href', `/compare/${first}...${second}`);
  await page.keyboard.press('x');
  await expect(link).toBeHidden();
  await page.keyboard.press('Shift+Tab');
  await expect(boxes(page).nth(1)).toBeFocused();
  await page.keyboard.press('Space');
  await link.focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(`/compare/${first}...${second}`);
});

test('three rows of a list: the first two are compared, and that is said', async ({ page }) => {
  await lookUp(page);
  for (const place of [2, 0, 1]) await boxes(page).nth(place).check();
  await expect(bar(page)).toContainText('3 flows chosen: the first two are compared.');
  await bar(page).getByRole('link', { name: 'Compare the first two' }).click();
  await expect(page).toHaveURL(`/compare/${ids[2]}...${ids[0]}`);
});

test('what is chosen in a list goes with a flow chosen in Explore', async ({ page }) => {
  await lookUp(page);
  await boxes(page).nth(0).check();
  await page.getByRole('link', { name: 'Explore', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Flows', exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(bar(page)).toContainText('1 flow chosen');
  await expect(boxes(page).nth(0)).toBeVisible({ timeout: 30_000 });
  const other = await idAt(page, 0);
  await boxes(page).nth(0).check();
  await expect(bar(page).getByRole('link')).toHaveAttribute('href', `/compare/${ids[0]}...${other}`);
});

for (const [name, open] of [
  ['Explore', explore],
  ['a list', lookUp],
] as const) {
  test(`in ${name} at 390 px: nothing scrolls sideways, axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await open(page);
    await boxes(page).nth(0).check();
    await boxes(page).nth(1).check();
    await expect(bar(page)).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
