/** What a person reads on a flow's page, and what they see until it is there. */
import { expect, test } from './fixtures.ts';

const vendorSample = '/flows/30830fad-21ed-49b0-89d0-bbada2fd5640';

test.describe("Routee's own example", () => {
  test.beforeEach(async ({ page }) => {
    await page.goto(vendorSample);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delivered twice: by Viber and SMS.');
  });

  test('says that it succeeded, and by what it ended', async ({ page }) => {
    await expect(page.getByText('✓ Succeeded').first()).toBeVisible();
    const facts = page.getByLabel('Facts');
    await expect(facts).toContainText('Ended bySMS step 2 of 2');
    await expect(facts).toContainText('Total price0.036');
  });

  test('tells both steps with their times', async ({ page }) => {
    const steps = page.getByRole('list', { name: 'Steps of the flow' }).getByRole('listitem');
    await expect(steps.nth(0)).toContainText('Sent at 10:28:44.566');
    await expect(steps.nth(0)).toContainText('DELIVERED');
    await expect(steps.nth(1)).toContainText('Sent at 10:28:45.227');
    await expect(steps.nth(1)).toContainText('Delivered');
  });

  test('shows 0.035 and 0.036, and their sum 0.071 beside totalPrice 0.036 as a disagreement', async ({ page }) => {
    const price = page.getByRole('region', { name: 'Price' });
    const table = price.getByRole('table', { name: 'Price of each step' });
    await expect(table.getByRole('row', { name: /1 Viber/ })).toContainText('0.035');
    await expect(table.getByRole('row', { name: /2 SMS/ })).toContainText('0.036');
    await expect(table.getByRole('row', { name: /^Total/ })).toContainText('0.071');
    await expect(table.getByRole('row', { name: /totalPrice in the record/ })).toContainText('0.036');
    await expect(price).toContainText('differs from totalPrice by 0.035');
    await expect(price).toContainText('The messages add up to 0.071; totalPrice says 0.036.');
    await expect(price).toContainText('That is what step 2 (SMS) alone cost.');
  });

  test('draws a card for each step and a chart of latencies', async ({ page }) => {
    await expect(page.getByRole('region', { name: '1 · Viber' })).toBeVisible();
    await expect(page.getByRole('region', { name: '2 · SMS' })).toBeVisible();
    const latency = page.getByRole('region', { name: 'Latency' });
    await expect(latency).toContainText('probably in seconds');
  });
});
