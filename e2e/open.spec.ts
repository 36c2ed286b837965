/** Reading a record in the browser: from a file that is chosen or dropped, or from a paste. */
import { readFile, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { expect, test } from './fixtures.ts';

const text = JSON.stringify(
  record({ steps: [viber({ at: 0, until: 600.2, status: 'EXPIRED', ttl: 10 }), sms({ at: 600.6 })] }),
);
const verdict = 'Reached by SMS, after Viber expired.';
const local = 'read in this browser, sent nowhere';
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

async function paste(page: Page, pasted: string): Promise<void> {
  await page.getByLabel('Paste the JSON here').fill(pasted);
  await page.getByRole('button', { name: 'Show', exact: true }).click();
}

/** Drops a file as a person would from their desktop. */
async function drop(page: Page, name: string, body: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], fileName, { type: 'application/json' }));
      return transfer;
    },
    [name, body] as const,
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.getByText('Drop the file to read it here')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

test('a pasted record is shown as its page would be, and asked of nobody', async ({ page }) => {
  await page.goto('/open');
  const asked: string[] = [];
  page.on('request', (sent) => asked.push(sent.url()));
  await paste(page, text);
  await expect(heading(page)).toHaveText(verdict);
  await expect(page.getByText(`From pasted text · ${local}`)).toBeVisible();
  await expect(page.getByRole('region', { name: '2 · SMS' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
  await expect(page).toHaveURL('/open');
  expect(asked.filter((url) => !url.endsWith('/api/config') && url.includes('/api/'))).toEqual([]);
});

test('a chosen file is shown, with its name', async ({ page }, info) => {
  const path = info.outputPath('parcel record.json');
  await writeFile(path, `\uFEFF${text}`);
  await page.goto('/open');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await (await chooser).setFiles(path);
  await expect(heading(page)).toHaveText(verdict);
  await expect(page.getByText(`From the file parcel record.json · ${local}`)).toBeVisible();
  expect(await readFile(path, 'utf8')).toContain('trackingId');
});

for (const from of ['/', '/open']) {
  test(`a file dropped on ${from} is shown`, async ({ page }) => {
    await page.goto(from);
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
    await drop(page, 'dropped.json', text);
    await expect(heading(page)).toHaveText(verdict);
    await expect(page.getByText(`From the file dropped.json · ${local}`)).toBeVisible();
  });
}

test('another record takes the place of the first, and back brings the first again', async ({ page }) => {
  await page.goto('/open');
  await paste(page, text);
  await expect(heading(page)).toHaveText(verdict);
  await page.getByRole('link', { name: 'Open another' }).click();
  await expect(heading(page)).toHaveText('Open a record');
  await paste(page, '{"messages":[],"status":"Queued"}');
  await expect(page.getByText('◌ Queued').first()).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(page.getByRole('region', { name: '2 · SMS' })).toBeVisible();
});

test('after a reload the record is gone, and the page says so', async ({ page }) => {
  await page.goto('/open');
  await paste(page, text);
  await expect(heading(page)).toHaveText(verdict);
  await page.reload();
  await expect(heading(page)).toHaveText('Open a record');
  await expect(page.getByText('The record is no longer here')).toBeVisible();
});

test.describe('what is no record', () => {
  for (const [name, pasted, title] of [
    ['cut-off JSON', text.slice(0, 300), 'This cannot be read as JSON.'],
    ['a list', '[1,2]', 'This is JSON, but no record of a flow.'],
    ['a request to send', '{"flow":[{"type":"Sms"}]}', 'This is about sending a flow, not about what became of it.'],
  ] as const) {
    test(`${name} is said to be that, with its text`, async ({ page }) => {
      await page.goto('/open');
      await paste(page, pasted);
      await expect(page.getByRole('alert')).toHaveText(title);
      await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
    });
  }

  test('but names flows, leads to them', async ({ page }) => {
    const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
    await page.goto('/open');
    await paste(page, JSON.stringify({ content: [{ trackingId: id }, { trackingId: `f${id.slice(1)}` }] }));
    await expect(page.getByRole('alert')).toHaveText('This is a page of search results, not one record.');
    await page.getByRole('region', { name: 'Flows named in it' }).getByRole('link', { name: id }).click();
    await expect(heading(page)).toHaveText('Delivered twice: by Viber and SMS.');
  });

  test('nothing at all is asked for', async ({ page }) => {
    await page.goto('/open');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await expect(page.getByRole('alert')).toHaveText('Paste a record first, or choose a file.');
  });
});

test('recipients and texts of an opened record are masked like any other', async ({ page }) => {
  await page.goto('/open');
  await paste(page, text);
  await expect(page.getByRole('region', { name: 'Raw record' })).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('+306912345678');
  await expect(page.getByRole('main')).not.toContainText('Your parcel 4471');
});
