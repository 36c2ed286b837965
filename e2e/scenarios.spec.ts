/** Every scenario of the emulator opens: without a page error, a complaint in the console or a call to another host. */
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test('the demo lists every scenario', async ({ request }) => {
  const config = await (await request.get('/api/config')).json();
  const expected = scenarios.map(({ trackingId, title, group }) => ({ trackingId, title, group }));
  expect(config).toMatchObject({ mode: 'demo', demoFlows: expected });
});

for (const scenario of scenarios.filter(({ kind }) => kind !== 'fault')) {
  test(`opens: ${scenario.title}`, async ({ page }) => {
    await page.goto(`/flows/${scenario.trackingId}`);
    await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    // What is no record is said to be none.
    const read = page.getByRole('region', { name: 'Failover timeline' });
    await expect(read.or(page.getByRole('alert')).first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
  });
}

test.describe('when Routee fails', () => {
  test.use({ expectedConsole: [failedAnswer] });

  for (const scenario of scenarios.filter(({ kind }) => kind === 'fault')) {
    test(`says what is wrong, or gets over it: ${scenario.title}`, async ({ page }) => {
      await page.goto(`/flows/${scenario.trackingId}`);
      const recovered = page.getByRole('region', { name: 'Failover timeline' });
      const problem = page.getByRole('heading', { level: 1 }).getByRole('alert');
      await expect(recovered.or(problem).first()).toBeVisible({ timeout: 20_000 });
      if (await recovered.isHidden()) await expect(page.getByRole('button', { name: /[Aa]gain/ })).toBeVisible();
    });
  }
});
