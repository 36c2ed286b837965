/** No page, state or theme breaks a rule of WCAG 2.2 AA that axe can check, on a screen or on a phone. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { scenarioNamed } from '#emulator/scenarios/catalogue.ts';
import { expect, failedAnswer, test } from './fixtures.ts';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const flow = (slug: string) => `/flows/${scenarioNamed(slug).trackingId}`;
const record = (page: Page) => page.getByRole('region', { name: 'Raw record' });

interface Place {
  readonly name: string;
  readonly path: string;
  /** What makes sure that the page is there, in the state that is meant. */
  readonly ready: (page: Page) => Promise<void>;
}

const shown = (page: Page) => expect(record(page).getByRole('button', { name: 'Unfold all' })).toBeVisible();

const places: readonly Place[] = [
  { name: 'start', path: '/', ready: (page) => expect(page.getByText('Try a demo flow')).toBeVisible() },
  { name: 'a flow with findings', path: `${flow('vendor-sample')}?step=2&finding=1`, ready: shown },
  { name: 'a flow of three channels', path: flow('three-channels-call-answered'), ready: shown },
  { name: 'a failed flow', path: flow('three-channels-all-fail'), ready: shown },
  { name: 'a running flow', path: flow('running-several-minutes'), ready: shown },
  { name: 'a flow of many steps', path: flow('large-300'), ready: shown },
  { name: 'the record alone', path: `${flow('vendor-sample')}?view=raw`, ready: shown },
  {
    name: 'the page to print',
    path: `${flow('vendor-sample')}/evidence`,
    ready: (page) => expect(page.getByRole('region', { name: 'What does not add up' })).toBeVisible(),
  },
  { name: 'a failure', path: flow('fault-404'), ready: (page) => expect(page.getByRole('alert')).toBeVisible() },
  { name: 'open', path: '/open', ready: (page) => expect(page.getByRole('textbox', { name: /JSON/ })).toBeVisible() },
  {
    name: 'nothing here',
    path: '/nowhere',
    ready: (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible(),
  },
  {
    name: 'explore',
    path: '/explore',
    ready: (page) => expect(page.getByRole('row').nth(3)).toBeVisible({ timeout: 20_000 }),
  },
];

/** Of a page in the dark only its colours differ. */
async function violations(page: Page, theme: 'light' | 'dark'): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations: found } = await (theme === 'light'
    ? axe.withTags(rules)
    : axe.withRules(['color-contrast', 'link-in-text-block'])
  ).analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

test.use({ expectedConsole: [failedAnswer] });

for (const theme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    const tag = theme === 'light' && width === 390 ? [] : ['@long'];
    test(`every page, ${theme}, ${width} px`, { tag }, async ({ page }) => {
      test.setTimeout(300_000);
      await page.emulateMedia({ colorScheme: theme });
      await page.setViewportSize({ width, height: 900 });
      for (const { name, path, ready } of places) {
        await test.step(name, async () => {
          await page.goto(path);
          await ready(page);
          expect.soft(await violations(page, theme), name).toEqual([]);
        });
      }
    });
  }

  test(`menus and dialogs, ${theme}`, { tag: theme === 'light' ? [] : ['@long'] }, async ({ page }) => {
    test.setTimeout(120_000);
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(flow('vendor-sample'));
    await shown(page);
    const main = page.getByRole('main');
    await main.getByRole('button', { name: 'Export' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect.soft(await violations(page, theme), 'export').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Time zone/ }).click();
    await page.getByLabel('Another zone').fill('new y');
    await expect(page.getByRole('button', { name: 'America/New York' })).toBeVisible();
    expect.soft(await violations(page, theme), 'zones').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Your settings' }).click();
    await expect(page.getByRole('group', { name: 'Theme' })).toBeVisible();
    expect.soft(await violations(page, theme), 'settings').toEqual([]);
  });
}
