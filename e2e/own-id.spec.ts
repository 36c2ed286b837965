/** A message's own ID, of which Routee cannot be asked: found among the flows of the last day, from the page that knows no flow. */
import AxeBuilder from '@axe-core/playwright';
import type { APIRequestContext } from '@playwright/test';
import { expect, failedAnswer, test } from './fixtures.ts';

test.use({ expectedConsole: [failedAnswer] });
test.setTimeout(90_000);

const unknown = '11111111-2222-4333-8444-555555555555';

interface Found {
  readonly trackingId: string;
  readonly messages: readonly { readonly type: string; readonly trackingId?: string; readonly messageId?: string }[];
}

const minute = (time: number) => `${new Date(time).toISOString().slice(0, 16)}Z`;

/** Flows that began some hours ago, through the gateway as the page would ask. */
async function someFlows(request: APIRequestContext, hoursAgo: number): Promise<Found[]> {
  const to = Date.now() - hoursAgo * 3_600_000;
  const query = new URLSearchParams({ dateStart: minute(to - 3_600_000), dateEnd: minute(to), size: '100' });
  const answer = await request.post(`/api/failover/tracking?${query}`, { data: [] });
  const { content }: { content: Found[] } = await answer.json();
  return content;
}

test('a Viber message’s own ID leads to its flow and step', async ({ page, request }) => {
  const flows = await someFlows(request, 2);
  const flow = flows.find(({ messages }) => messages[0]?.type === 'Viber' && messages[0].trackingId !== undefined);
  const own = flow?.messages[0]?.trackingId ?? '';
  expect(own).not.toBe('');
  await page.goto(`/flows/${own}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Routee knows no flow with this ID.');
  await page.getByRole('button', { name: 'Look through the last 24 h' }).click();
  await expect(page.getByText('Yes: it belongs to step 1 (Viber) of a flow.')).toBeVisible({ timeout: 60_000 });
  const { violations } = await new AxeBuilder({ page }).include('main').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('link', { name: `Open flow ${flow?.trackingId} at this step` }).click();
  await expect(page).toHaveURL(`/flows/${flow?.trackingId}?step=1`);
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Routee knows no flow');
});

test('the messageId of a second step, from the keyboard, at 390 px', async ({ page, request }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const flows = await someFlows(request, 1);
  const flow = flows.find(
    ({ messages }) => messages[0]?.type === 'Viber' && typeof messages[1]?.messageId === 'string',
  );
  const own = flow?.messages[1]?.messageId ?? '';
  expect(own).not.toBe('');
  await page.goto(`/flows/${own}`);
  await page.getByRole('button', { name: 'Look through the last 24 h' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Yes: it belongs to step 2 (SMS) of a flow.')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: 'Look again' })).toBeFocused();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('what is in no flow is said with the number of flows looked through', { tag: '@long' }, async ({
  page,
  request,
}) => {
  const query = new URLSearchParams({
    dateStart: minute(Date.now() - 24 * 3_600_000),
    dateEnd: minute(Date.now()),
    size: '1',
  });
  const { totalElements }: { totalElements: number } = await (
    await request.post(`/api/failover/tracking?${query}`, { data: [] })
  ).json();
  await page.goto(`/flows/${unknown}`);
  await page.getByRole('button', { name: 'Look through the last 24 h' }).click();
  const said = page.getByText(/It is not among the [\d,]+ flows of the last 24 h/);
  await expect(said).toBeVisible({ timeout: 80_000 });
  const looked = Number((/[\d,]+(?= flows)/.exec(await said.innerText())?.[0] ?? '').replaceAll(',', ''));
  expect(Math.abs(looked - totalElements)).toBeLessThan(0.05 * totalElements);
});

test('it says how far it is, and stops when it is told to', async ({ page }) => {
  let asked = 0;
  let answerSecond = () => {};
  const secondHeld = new Promise<void>((resolve) => {
    answerSecond = resolve;
  });
  await page.route('**/api/failover/tracking?*', async (route) => {
    asked++;
    if (asked > 1) await secondHeld;
    await route.continue().catch(() => {});
  });
  await page.goto(`/flows/${unknown}`);
  await page.getByRole('button', { name: 'Look through the last 24 h' }).click();
  await expect(page.getByText(/^200 of [\d,]+ flows looked through$/)).toBeVisible();
  await expect(page.getByRole('progressbar', { name: 'Flows looked through' })).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Stopped after 200 flows: it was not among them.')).toBeVisible();
  answerSecond();
  await expect(page.getByRole('button', { name: 'Look again' })).toBeVisible();
  expect(asked).toBe(2);
});
