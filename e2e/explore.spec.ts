/** Finding flows without their ID: filters, figures, table, and what a person does with a result. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { parse } from 'csv-parse/sync';
import { expect, failedAnswer, test } from './fixtures.ts';

const table = (page: Page) => page.getByRole('table', { name: 'Flows' });
const flowLinks = (page: Page) => table(page).getByRole('link');
const query = (page: Page) => new URL(page.url()).searchParams;

/** Opens a view and waits for its first rows. */
async function explore(page: Page, search = '?range=6h'): Promise<void> {
  await page.goto(`/explore${search}`);
  await expect(flowLinks(page).first()).toBeVisible();
}

/** Loading goes on by itself: waits until all there is has come. */
async function loaded(page: Page): Promise<void> {
  await expect(page.getByRole('progressbar', { name: 'Loading flows' })).toBeHidden({ timeout: 20_000 });
}

/** The text of a figure, by its name. */
function figure(page: Page, name: string): Locator {
  return page.getByRole('region', { name: 'Figures' }).locator('dl').filter({ hasText: name });
}

async function addFilter(page: Page, field: string): Promise<Locator> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: field, exact: true }).click();
  return form;
}

test.describe('filters', () => {
  const filters = [
    ['status=Failed%2CInProgress', 'Status is Failed, InProgress'],
    ['status=is_not%3ASucceeded', 'Status is not Succeeded'],
    ['type=Viber', 'Channel tried is Viber'],
    ['terminationChannel=is_not%3ASms', 'Ended by is not SMS'],
    ['to=starts_with%3A%2B30', 'Recipient starts with +30'],
    ['country=GR', 'Country is Greece'],
    ['operator=is_not%3ACosmote', 'Operator is not Cosmote'],
    ['reason=Unknown+Number', 'Reason is Unknown Number'],
    ['finding=latency-unit', 'Finding is latency unit'],
    ['price=at_least%3A0.05', 'Price at least 0.05'],
    ['label=contains%3Aorder', 'Label contains order'],
    ['application=is_not%3Aabc', 'Application is not abc'],
    ['band=1.Viber.Sms', 'Path Viber → SMS'],
  ] as const;
  for (const [place, [param, says]] of filters.entries()) {
    test(`${says}: from the address, and back into it`, { tag: place % 4 === 0 ? [] : ['@long'] }, async ({ page }) => {
      await page.goto(`/explore?range=1h&${param}`);
      const chips = page.getByRole('group', { name: 'Filters' });
      await expect(chips).toContainText(says);
      await expect(page).toHaveURL(`/explore?range=1h&${param}`);
      await page.reload();
      await expect(chips).toContainText(says);
      await page.getByRole('button', { name: `Remove the filter: ${says}` }).click();
      await expect(page).toHaveURL('/explore?range=1h');
      await page.goBack();
      await expect(chips).toContainText(says);
    });
  }

  test('what Routee can search by is sent to it; what it cannot is applied here, and the page says which', async ({
    page,
  }) => {
    await explore(page, '?range=2h');
    const asked = page.waitForRequest((request) => request.postData()?.includes('Failed') === true);
    const form = await addFilter(page, 'Status');
    await form.getByLabel('Failed').check();
    await form.getByRole('button', { name: 'Apply' }).click();
    expect((await asked).postDataJSON()).toEqual([{ fieldName: 'status', searchOperator: 'is', searchTerm: 'Failed' }]);
    await expect(page).toHaveURL(/status=Failed/);
    await expect(page.getByText(/Dashed filters/)).toBeHidden();
    const country = await addFilter(page, 'Country');
    await country.getByLabel('Greece').check();
    await country.getByRole('button', { name: 'Apply' }).click();
    await expect(page).toHaveURL(/country=GR/);
    await expect(page.getByText(/Dashed filters/)).toBeVisible();
  });

  test('a whole number stays out of the address, and a link without it says so', async ({ page, context }) => {
    await explore(page);
    const form = await addFilter(page, 'Recipient');
    await form.getByLabel('How to compare').selectOption('is');
    await form.getByLabel('Value').fill('+306912345678');
    await form.getByRole('button', { name: 'Apply' }).click();
    await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Recipient is +30 69•••••678');
    expect(page.url()).not.toContain('6912345678');
    await page.reload();
    await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Recipient is +30 69•••••678');
    const other = await context.newPage();
    await other.goto(page.url());
    await expect(other.getByText('Links leave out personal values.')).toBeVisible();
  });

  test('a wrong or old address is repaired, and says so', async ({ page }) => {
    await page.goto('/explore?range=soon&status=Lost,Failed&sort=colour');
    await expect(page.getByText('The range “soon” is not one.')).toBeVisible();
    await expect(page.getByText('Status cannot be “Lost”.')).toBeVisible();
    await expect(page.getByText('There is no column “colour” to sort by.')).toBeVisible();
    await expect(page).toHaveURL('/explore?range=1d&status=Failed');
    await page.getByRole('button', { name: 'Got it' }).click();
    await expect(page.getByText('The range “soon” is not one.')).toBeHidden();
  });
});

test.describe('range', () => {
  test('dragging over the bars sets it', async ({ page }) => {
    await explore(page, '?from=2026-11-23T06%3A00Z&until=2026-11-23T18%3A00Z'.replaceAll('2026-11-23', yesterday()));
    const bars = page.getByTestId('drag-range');
    await expect(bars.locator('svg path').first()).toBeVisible();
    const box = await bars.boundingBox();
    if (box === null) throw new Error('no bars');
    await page.mouse.move(box.x + box.width * 0.5, box.y + 40);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.75, box.y + 50, { steps: 5 });
    await page.mouse.up();
    await expect(page).toHaveURL(/from=.*until=/);
    const [from, until] = [Date.parse(query(page).get('from') ?? ''), Date.parse(query(page).get('until') ?? '')];
    const hour = (time: number) => (time - Date.parse(`${yesterday()}T00:00Z`)) / 3_600_000;
    expect(hour(from)).toBeGreaterThan(11.2);
    expect(hour(from)).toBeLessThan(12.2);
    expect(hour(until)).toBeGreaterThan(14.5);
    expect(hour(until)).toBeLessThan(15.6);
    await page.goBack();
    await expect(page).toHaveURL(/T06%3A00Z.*T18%3A00Z/);
  });

  test('one that Routee refuses is told in its words, with one that it takes', async ({ page }) => {
    await page.goto('/explore?range=30d');
    const notice = page.getByRole('alert');
    await expect(notice).toContainText('Only the latest 7 days can be searched');
    await notice.getByRole('button', { name: 'Search the latest 7 d' }).click();
    await expect(page).toHaveURL('/explore?range=7d');
    await expect(figure(page, 'Flows')).toContainText(/[45]\d,\d{3}/);
  });
  test.use({ expectedConsole: [failedAnswer] });

  test('nothing found offers to widen it', async ({ page }) => {
    await page.goto('/explore?range=15m&to=%2B999');
    const empty = page.getByRole('region', { name: 'No flow found' });
    await expect(empty).toContainText('Routee has no flow in this range');
    await empty.getByRole('button', { name: 'Search the latest 1 h' }).click();
    await expect(page).toHaveURL(/range=1h/);
    await empty.getByRole('button', { name: /^Without “Recipient/ }).click();
    await expect(page).toHaveURL('/explore?range=1h');
  });
});

/** As the emulator counts days. */
function yesterday(): string {
  return new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
}

test.describe('table', () => {
  test('Back returns to the same row, without asking again', async ({ page }) => {
    await explore(page, '?range=6h');
    await loaded(page);
    const calls: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && calls.push(request.url()));
    await page.getByRole('row').nth(5).hover();
    await page.mouse.wheel(0, 9000);
    let place = 0;
    await expect
      .poll(async () => {
        const before = place;
        place = await page.evaluate(() => scrollY);
        return place > 5000 && place === before;
      })
      .toBe(true);
    const row = flowLinks(page).nth(14);
    const href = await row.getAttribute('href');
    const same = table(page).locator(`a[href="${href}"]`);
    await row.click();
    await expect(page).toHaveURL(/\/flows\//);
    const before = calls.length;
    await page.goBack();
    await expect(same).toBeFocused();
    await expect(same).toBeInViewport();
    const moved = (await page.evaluate(() => scrollY)) - place;
    expect(Math.abs(moved), 'less than a row').toBeLessThan(38);
    expect(calls.length).toBe(before);
  });

  test('from a flow to the next and the one before, and back to the row of the one seen last', async ({ page }) => {
    await explore(page);
    const ids = await flowLinks(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    await flowLinks(page).nth(2).click();
    const nav = page.getByRole('navigation', { name: 'Results in Explore' });
    await expect(nav).toContainText(/3 of \d/);
    await nav.getByRole('link', { name: 'Next flow in the results' }).click();
    await expect(page).toHaveURL(ids[3] ?? '');
    await nav.getByRole('link', { name: 'Next flow in the results' }).click();
    await expect(page).toHaveURL(ids[4] ?? '');
    await nav.getByRole('link', { name: 'Previous flow in the results' }).click();
    await expect(nav).toContainText(/4 of \d/);
    await nav.getByRole('link', { name: 'Back to results' }).click();
    await expect(page).toHaveURL('/explore?range=6h');
    await expect(table(page).locator(`a[href="${ids[3]}"]`)).toBeFocused();
  });

  test('the keyboard moves through rows and opens one', async ({ page }) => {
    await explore(page);
    await flowLinks(page).first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(flowLinks(page).nth(1)).toBeFocused();
    await page.keyboard.press('j');
    await expect(flowLinks(page).nth(2)).toBeFocused();
    await page.keyboard.press('End');
    await expect(table(page).locator('a:focus')).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(flowLinks(page).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/flows\//);
  });

  test('sorts by a column, both ways, and chooses its columns; both stand in the address', async ({ page }) => {
    await explore(page);
    await page.getByRole('columnheader', { name: 'Price' }).getByRole('button').click();
    await expect(page).toHaveURL('/explore?range=6h&sort=-price');
    await expect(page.getByRole('columnheader', { name: 'Price' })).toHaveAttribute('aria-sort', 'descending');
    const prices = () =>
      table(page)
        .getByRole('row')
        .evaluateAll((rows) => rows.slice(1).map((row) => Number(row.children[6]?.textContent)));
    // More flows come meanwhile, and take their places.
    const inOrder = (all: number[]) =>
      all.length >= 12 && all.every((price, row) => row === 0 || price <= Number(all[row - 1]));
    await expect.poll(async () => inOrder((await prices()).slice(0, 12))).toBe(true);
    await page.getByRole('columnheader', { name: 'Price' }).getByRole('button').click();
    await expect(page).toHaveURL('/explore?range=6h&sort=price');
    await page.getByRole('button', { name: 'Columns' }).click();
    await page.getByRole('dialog').getByRole('checkbox', { name: 'Operator' }).check();
    await expect(page.getByRole('columnheader', { name: 'Operator' })).toBeVisible();
    await expect(page).toHaveURL(/cols=created.status.chain.recipient.operator/);
  });
});

test.describe('loading', () => {
  test('all of it, with a pause and an end', async ({ page }) => {
    await explore(page, `?from=${yesterday()}T06:00Z&until=${yesterday()}T10:00Z`);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByText(/^Paused at/)).toBeVisible();
    await expect(page.getByRole('progressbar', { name: 'Loading flows' })).toBeVisible();
    await page.getByRole('button', { name: 'Resume' }).click();
    await expect(page.getByText('all loaded')).toBeVisible({ timeout: 20_000 });
    await expect(page.getByRole('button', { name: 'Stop loading' })).toBeHidden();
  });

  test('stopped, it stays where it is', async ({ page }) => {
    await explore(page, '?range=7d');
    await page.getByRole('button', { name: 'load all', exact: true }).click();
    await page.getByRole('button', { name: 'Stop loading' }).click();
    await expect(page.getByRole('button', { name: 'load all', exact: true })).toBeVisible();
    await expect(figure(page, 'Flows')).toContainText('loaded');
  });

  test.describe('with a page that fails', () => {
    test.use({ expectedConsole: [failedAnswer] });
    test('it is named, the rest stays usable, and it can be asked for again', async ({ page }) => {
      let broken = true;
      await page.route(/tracking\?.*page=2&/, (route) =>
        broken
          ? route.fulfill({
              status: 502,
              contentType: 'application/problem+json',
              body: JSON.stringify({ type: 'about:blank', status: 502, code: 'upstream-error', requestId: 'r-1' }),
            })
          : route.continue(),
      );
      // A range that has ended: nothing comes between its pages.
      await explore(page, `?from=${yesterday()}T06:00Z&until=${yesterday()}T12:00Z`);
      const notice = page.getByRole('alert').filter({ hasText: 'Page 3 could not be loaded' });
      await expect(notice).toBeVisible();
      await expect(flowLinks(page).first()).toBeVisible();
      await expect(page.getByText('all loaded')).toBeHidden();
      broken = false;
      await notice.getByRole('button', { name: 'Try again' }).click();
      await expect(notice).toBeHidden();
      await expect(page.getByText('all loaded')).toBeVisible({ timeout: 20_000 });
    });
  });
});

test.describe('export', () => {
  async function saved(page: Page, name: string): Promise<string> {
    await page.getByRole('button', { name: 'Export' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFile(await (await download).path(), 'utf8');
  }

  test('CSV has the rows of the table, in its order, masked', async ({ page }) => {
    await explore(page, '?range=2h&country=GR&sort=-price');
    await loaded(page);
    const count = Number(await table(page).getAttribute('aria-rowcount')) - 1;
    const shown = await flowLinks(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const text = await saved(page, 'CSV, one line a flow');
    const rows: Record<string, string>[] = parse(text, { columns: true });
    expect(rows).toHaveLength(count);
    expect(rows.slice(0, shown.length).map((row) => `/flows/${row.trackingId}`)).toEqual(shown);
    expect(new Set(rows.map((row) => row.country))).toEqual(new Set(['GR']));
    for (const row of rows) expect(row.to).toMatch(/^'\+30 \d\d•+\d{3}$/);
  });

  test('NDJSON has whole records, as received once revealed', async ({ page }) => {
    await explore(page, '?range=2h');
    await loaded(page);
    await page.getByRole('button', { name: 'Show recipients and texts' }).click();
    const count = Number(await table(page).getAttribute('aria-rowcount')) - 1;
    const lines = (await saved(page, 'NDJSON, whole records')).trimEnd().split('\n');
    expect(lines).toHaveLength(count);
    const [first] = lines;
    const record = JSON.parse(first ?? '');
    expect(await flowLinks(page).first().getAttribute('href')).toBe(`/flows/${record.trackingId}`);
    expect(record.messages[0].to).toMatch(/^\+\d{9,}$/);
  });
});

test('live mode keeps the row under the pointer where it is', async ({ page }) => {
  // What the search found first stays all there is, but for one flow of this very moment that every later look finds too.
  let found: { content: object[] } | null = null;
  let sent: object | null = null;
  await page.route(/tracking\?/, async (route) => {
    if (found === null) {
      const response = await route.fetch();
      found = { ...(await response.json()), totalPages: 1, last: true };
      await route.fulfill({ json: found });
      return;
    }
    sent ??= { ...found.content[0], trackingId: crypto.randomUUID(), createdAt: new Date().toISOString() };
    await route.fulfill({ json: { ...found, content: [sent, ...found.content] } });
  });
  await explore(page, '?range=2h');
  const first = table(page).getByRole('row').nth(1);
  const before = await first.textContent();
  await first.hover();
  await page.getByRole('button', { name: 'Live' }).evaluate((button) => (button as HTMLElement).click()); // the pointer stays
  await expect(page.getByRole('button', { name: 'Show 1 new flow' })).toBeVisible();
  expect(await first.textContent()).toBe(before);
  await page.getByRole('button', { name: 'Show 1 new flow' }).click();
  await expect(first).toContainText('new');
  await expect(table(page).getByRole('row').nth(2)).toHaveText(before ?? '');
});

test('live mode is for ranges up to now', async ({ page }) => {
  await page.goto(`/explore?from=${yesterday()}T06%3A00Z&until=${yesterday()}T07%3A00Z`);
  await expect(page.getByRole('button', { name: 'Live' })).toBeDisabled();
});

test('every chart is a table too, and a band of the chain filters', async ({ page }) => {
  await explore(page, '?range=1h');
  await loaded(page);
  await page.getByRole('button', { name: 'Latency, reasons and price' }).click();
  for (const chart of [/^Flows per/, 'How flows ended', 'Time to deliver, by channel', 'Spend by channel']) {
    const panel = page.getByRole('region', { name: chart });
    await panel.getByRole('button', { name: 'Table' }).click();
    await expect(panel.getByRole('table')).toBeVisible();
    await panel.getByRole('button', { name: 'Table' }).click();
  }
  await expect(page.getByRole('region', { name: 'Why attempts failed' }).getByRole('table')).toBeVisible();
  await page.getByRole('button', { name: /^1 · Viber → Succeeded: [\d,]+$/ }).click();
  await expect(page).toHaveURL(/band=1.Viber.-succeeded/);
  await expect(page.getByRole('group', { name: 'Filters' })).toContainText('Path Viber → Succeeded');
});

test('a view is saved by name and shared as a link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await explore(page, '?range=6h&status=Failed');
  await page.getByRole('button', { name: 'Share view' }).click();
  const shared = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  expect(shared.searchParams.get('status')).toBe('Failed');
  expect([shared.searchParams.has('from'), shared.searchParams.has('range')]).toEqual([true, false]);
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByLabel('Name of the view').fill('What failed');
  await page.getByRole('button', { name: 'Save this view' }).click();
  await page.goto('/explore?range=1h');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('link', { name: 'What failed' }).click();
  await expect(page).toHaveURL('/explore?range=6h&status=Failed');
});
