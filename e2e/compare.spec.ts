/** Two flows side by side. */
import AxeBuilder from '@axe-core/playwright';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });

const named = (slug: string) => scenarioNamed(slug).trackingId;
const [good, bad] = [named('viber-expires-sms-delivers'), named('three-channels-all-fail')];
const unknown = '11111111-2222-4333-8444-555555555555';

test('both verdicts, timelines, facts, steps and the fields that differ', async ({ page }) => {
  await page.goto(`/compare/${good}...${bad}`);
  const [first, second] = [
    page.getByRole('region', { name: 'First flow' }),
    page.getByRole('region', { name: 'Second flow' }),
  ];
  await expect(first.getByRole('heading')).toContainText('Reached by SMS, after Viber expired');
  await expect(second.getByRole('heading')).toContainText('Not reached');
  await expect(page.getByRole('list', { name: 'First flow' }).getByRole('listitem')).toHaveCount(2);
  await expect(page.getByRole('list', { name: 'Second flow' }).getByRole('listitem')).toHaveCount(3);
  await expect(page.getByRole('table', { name: 'Facts' }).getByRole('row', { name: /differs: Status/ })).toContainText(
    'Failed',
  );
  await expect(page.getByRole('region', { name: 'Step 3' })).toContainText('Voice');
  const fields = page.getByRole('table', { name: 'Fields of the records' });
  await expect(fields.getByRole('row', { name: /^differs: status / })).toBeVisible();
  await expect(fields.getByRole('row', { name: /originatingService/ })).toBeVisible();
  await page.getByRole('button', { name: 'Only what differs' }).click();
  await expect(fields.getByRole('row', { name: /originatingService/ })).toBeHidden();
  await expect(page).toHaveURL(`/compare/${good}...${bad}?only=different`);
  await page.getByRole('button', { name: 'True time' }).click();
  await page.reload();
  await expect(page.getByRole('button', { name: 'True time' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('link', { name: 'Swap' }).click();
  await expect(first.getByRole('heading')).toContainText('Not reached');
});

test('works with one of the two not found, and says of a wrong address what is wrong', async ({ page }) => {
  await page.goto(`/compare/${good}...${unknown}`);
  await expect(page.getByRole('region', { name: 'First flow' }).getByRole('heading')).toContainText('Reached by SMS');
  await expect(page.getByRole('region', { name: 'Second flow' })).toContainText('Routee knows no flow of this ID.');
  await expect(page.getByRole('list', { name: 'First flow' }).getByRole('listitem')).toHaveCount(2);
  await page.goto('/compare/nonsense');
  await expect(page.getByText('This address names no two flows.')).toBeVisible();
});

test('two IDs in the box lead to it', async ({ page }) => {
  await page.goto('/');
  const box = page.getByRole('textbox', { name: /Tracking ID/ }).first();
  await box.fill(`${good} ${bad}`);
  await box.press('Enter');
  await page.getByRole('link', { name: 'Compare the two' }).click();
  await expect(page).toHaveURL(`/compare/${good}...${bad}`);
});

for (const width of [1440, 390]) {
  test(`at ${width} px nothing scrolls sideways, and axe finds nothing`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.goto(`/compare/${good}...${bad}`);
    await expect(page.getByRole('table', { name: 'Fields of the records' })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
}
