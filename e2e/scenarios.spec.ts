/** Every scenario of the emulator opens: without a page error, a complaint in the console or a call to another host. */
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

test('the demo lists every scenario', async ({ request }) => {
  const config = await (await request.get('/api/config')).json();
  const expected = scenarios.map(({ trackingId, title, group }) => ({ trackingId, title, group }));
  expect(config).toMatchObject({ mode: 'demo', demoFlows: expected });
});
