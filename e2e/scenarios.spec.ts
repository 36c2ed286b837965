/** Every scenario of the emulator opens: without a page error, a complaint in the console or a call to another host. */
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, test } from './fixtures.ts';

/** Faults are in failures.spec.ts. */
const readable = scenarios.filter(({ kind }) => kind !== 'fault');
const perTest = 20;
const batches = Array.from({ length: Math.ceil(readable.length / perTest) }, (_, index) =>
  readable.slice(index * perTest, (index + 1) * perTest),
);

test('the demo lists every scenario', async ({ request }) => {
  const config = await (await request.get('/api/config')).json();
  const expected = scenarios.map(({ trackingId, title, group }) => ({ trackingId, title, group }));
  expect(config).toMatchObject({ mode: 'demo', demoFlows: expected });
});

for (const [index, batch] of batches.entries()) {
  test(`scenarios ${index * perTest + 1} to ${index * perTest + batch.length} open`, async ({ page, complaints }) => {
    test.setTimeout(90_000);
    for (const { title, trackingId } of batch) {
      await test.step(title, async () => {
        await page.goto(`/flows/${trackingId}`);
        await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
        // What is no record is said to be none.
        const read = page.getByRole('region', { name: 'Failover timeline' });
        await expect(read.or(page.getByRole('alert')).first()).toBeVisible();
        await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
        await expect(page.getByText('could not be drawn')).toBeHidden();
        expect(complaints, title).toEqual([]);
      });
    }
  });
}
