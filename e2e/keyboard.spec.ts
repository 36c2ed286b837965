/** What a person does without a mouse: keys, the palette, the help, and the way through the page by Tab. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const otherId = '5b0c7a52-0000-4000-8000-00000000abcd';
const flow = `/flows/${id}`;

const palette = (page: Page) => page.getByRole('dialog', { name: 'Find and do' });
const help = (page: Page) => page.getByRole('dialog', { name: 'Keys and help' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Find and do' });
const option = (page: Page, name: string | RegExp) => palette(page).getByRole('option', { name });

async function openFlow(page: Page): Promise<void> {
  await page.goto(flow);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Delivered twice: by Viber and SMS.');
  await expect(page.getByRole('region', { name: 'Latency' })).toBeVisible();
}

test.describe('the palette', () => {
  test('opens by / and by Ctrl+K, closes by Escape and by Ctrl+K, and gives the focus back', async ({ page }) => {
    await openFlow(page);
    const raw = page.getByRole('button', { name: 'Raw', exact: true });
    await raw.focus();
    for (const [opening, closing] of [
      ['/', 'Escape'],
      ['Control+k', 'Control+k'],
    ] as const) {
      await page.keyboard.press(opening);
      await expect(field(page)).toBeFocused();
      await page.keyboard.press(closing);
      await expect(palette(page)).toBeHidden();
      await expect(raw).toBeFocused();
    }
  });

  test('opens by Ctrl+K from a field, too', async ({ page }) => {
    await openFlow(page);
    await page.getByRole('search').getByRole('textbox').focus();
    await page.keyboard.press('Control+k');
    await expect(field(page)).toBeFocused();
  });

  test('keeps what is typed while it is being loaded', async ({ page }) => {
    await openFlow(page);
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route(/\/assets\/palette-/, async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('/');
    await page.keyboard.type('mj/');
    await page.keyboard.press('Backspace');
    release();
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue('mj');
    await expect(page).toHaveURL(flow);
  });

  test('finds a page and goes there', async ({ page }) => {
    await openFlow(page);
    await page.keyboard.press('/');
    await page.keyboard.type('file');
    await expect(option(page, /Open a file/)).toBeVisible();
    await expect(palette(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL('/open');
  });

  test('finds an action of the page and does it', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFlow(page);
    await page.keyboard.press('/');
    await page.keyboard.type('tracking id');
    await expect(palette(page).getByRole('option')).toHaveText(['Copy the tracking ID']);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Tracking ID copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(id);
  });

  test('moves by arrow keys and says which entry is chosen', async ({ page }) => {
    await openFlow(page);
    await page.keyboard.press('/');
    await page.keyboard.type('theme');
    await expect(palette(page).getByRole('option')).toHaveCount(3);
    await page.keyboard.press('ArrowDown');
    await expect(option(page, 'Dark theme')).toHaveAttribute('data-highlighted', '');
    const active = await field(page).getAttribute('aria-activedescendant');
    expect(active).toBe(await option(page, 'Dark theme').getAttribute('id'));
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveClass(/dark/);
  });

  test('leads from the palette to the help', async ({ page }) => {
    await openFlow(page);
    await page.keyboard.press('/');
    await page.keyboard.type('keys and');
    await expect(palette(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(help(page)).toBeVisible();
    await expect(palette(page)).toBeHidden();
  });

  test('finds a flow that was opened before', async ({ page }) => {
    await openFlow(page);
    await page.goto('/open');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(palette(page).getByRole('group', { name: 'Recent flows' })).toBeVisible();
    await page.keyboard.type('30830 sms');
    await expect(palette(page).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(flow);
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('opens a pasted ID, and lists every ID of a pasted text', async ({ page }) => {
    await page.goto('/open');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.keyboard.press('Control+k');
    await field(page).fill(`GET https://connect.routee.net/failover/tracking/${id} 200`);
    await expect(option(page, `Open flow ${id}`)).toBeVisible();
    await paste(page, `one ${id}\nother ${otherId}`);
    await expect(option(page, /^Open flow/)).toHaveText([`Open flow ${id}`, `Open flow ${otherId}`]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(flow);
  });

  test('says so when nothing is found', async ({ page }) => {
    await openFlow(page);
    await page.keyboard.press('/');
    await page.keyboard.type('no such thing');
    await expect(palette(page)).toContainText('Nothing has that name');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(flow);
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await field(page).evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test.describe('keys on a flow', () => {
  test('j and k choose steps, Escape none, and the address follows', async ({ page }) => {
    await openFlow(page);
    const step = (name: string) => page.getByRole('list', { name: 'Steps of the flow' }).getByRole('button', { name });
    await page.keyboard.press('j');
    await expect(page).toHaveURL(`${flow}?step=1`);
    await expect(step('Viber')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('j');
    await expect(page).toHaveURL(`${flow}?step=2`);
    await expect(step('SMS')).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expect(page).toHaveURL(`${flow}?step=1`);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(flow);
  });

  test('v shows the record, t even steps, m the recipient, c copies the link', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFlow(page);
    await page.keyboard.press('t');
    await expect(page).toHaveURL(`${flow}?scale=even`);
    await page.getByRole('button', { name: 'Even steps', pressed: true }).waitFor();
    await page.keyboard.press('t');
    await page.getByRole('button', { name: 'True time', pressed: true }).waitFor();
    await page.keyboard.press('v');
    await expect(page).toHaveURL(`${flow}?view=raw`);
    await page.keyboard.press('c');
    await expect(page.getByText('Link copied')).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    await page.keyboard.press('v');
    await expect(page.getByText('+306912345678')).toHaveCount(0);
    await page.keyboard.press('m');
    await expect(page.getByText('+306912345678').first()).toBeVisible();
    await expect(page.getByText('Recipients and texts are shown.')).toBeVisible();
  });

  test('r asks again', async ({ page }) => {
    await openFlow(page);
    const asked = page.waitForRequest(`**/api/failover/tracking/${id}`);
    await page.keyboard.press('r');
    await asked;
  });

  test('g and a letter go to a page', async ({ page }) => {
    await openFlow(page);
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await expect(page).toHaveURL(/\/explore/);
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await expect(page).toHaveURL('/');
  });

  test('work by their place on a keyboard that writes Greek', async ({ page }) => {
    await openFlow(page);
    const press = (key: string, code: string) =>
      page.evaluate(
        ([key, code]) => {
          const init = { key: key ?? '', code: code ?? '', bubbles: true, cancelable: true };
          document.body.dispatchEvent(new KeyboardEvent('keydown', init));
        },
        [key, code],
      );
    await press('ξ', 'KeyJ');
    await expect(page).toHaveURL(`${flow}?step=1`);
    await press('γ', 'KeyG');
    await press('ο', 'KeyO');
    await expect(page).toHaveURL('/open');
  });

  test('leave the browser its own: nothing happens with a modifier', async ({ page }) => {
    await openFlow(page);
    for (const keys of ['Control+j', 'Alt+v', 'Shift+V', 'Control+c', 'Meta+k']) await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page).toHaveURL(flow);
    // Had one of them done something, it would stand in the address before this does.
    await page.keyboard.press('t');
    await expect(page).toHaveURL(`${flow}?scale=even`);
  });

  test('do nothing while somebody types', async ({ page }) => {
    await openFlow(page);
    const search = page.getByRole('search').getByRole('textbox');
    await search.focus();
    await page.keyboard.type('jvtmc/?gh');
    await expect(search).toHaveValue('jvtmc/?gh');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page).toHaveURL(flow);
    await expect(page.getByRole('button', { name: 'Show recipients and texts' })).toBeVisible();
  });

  test('do nothing behind an open panel, and Escape closes only that', async ({ page }) => {
    await page.goto(`${flow}?step=2`);
    await page.getByRole('button', { name: 'Export' }).click();
    const panel = page.getByRole('dialog', { name: 'Copy or save this flow' });
    await expect(panel).toBeVisible();
    await page.keyboard.press('k');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(page).toHaveURL(`${flow}?step=2`);
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(flow);
  });
});

test.describe('the help', () => {
  test('opens by ? and lists the keys of the page as it is', async ({ page }) => {
    await openFlow(page);
    await page.keyboard.press('?');
    const row = (name: string) =>
      help(page)
        .getByRole('definition')
        .and(help(page).locator(`dt:text-is("${name}") + dd`));
    await expect(row('Next step')).toHaveText('j');
    await expect(row('Go to Explore')).toHaveText('gthene');
    await expect(row('Find a page, an action or a flow')).toHaveText('/orCtrlK');
    await expect(help(page)).not.toContainText('Next row');
    await page.keyboard.press('Escape');
    await expect(help(page)).toBeHidden();
    await page.goto('/explore');
    await page.getByRole('link', { name: 'Explore' }).focus();
    await page.keyboard.press('?');
    await expect(help(page)).toContainText('Go to Explore');
    await expect(help(page)).not.toContainText('Next step');
  });

  test('opens from the settings and switches the keys off: all but Ctrl+K', async ({ page }) => {
    await openFlow(page);
    const raw = page.getByRole('button', { name: 'Raw', exact: true });
    await expect(raw).toHaveAttribute('aria-keyshortcuts', 'V');
    await page.getByRole('button', { name: 'Your settings' }).click();
    await page.getByRole('button', { name: 'Keys and help' }).click();
    await help(page)
      .getByRole('checkbox', { name: /^Use keys/ })
      .uncheck();
    await expect(help(page)).toContainText('Keys are switched off');
    await expect(help(page)).not.toContainText('Next step');
    await page.keyboard.press('Escape');
    await expect(help(page)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Your settings' })).toBeFocused();
    await expect(raw).not.toHaveAttribute('aria-keyshortcuts');
    for (const key of ['j', '/', '?']) await page.keyboard.press(key);
    await page.keyboard.press('Control+k');
    await expect(palette(page)).toBeVisible();
    await expect(page).toHaveURL(flow);
  });
});

test.describe('both dialogs', () => {
  for (const [key, name] of [
    ['/', 'Find and do'],
    ['?', 'Keys and help'],
  ] as const) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name}: no accessibility fault, nothing moves, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width: 390, height: 800 });
        await openFlow(page);
        await page.evaluate(() => {
          const seen = { shift: 0 };
          Object.assign(globalThis, { seen });
          new PerformanceObserver((list) => {
            // The entries of this type have a value; TypeScript's DOM does not know them.
            for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift' });
        });
        await page.keyboard.press(key);
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        const { violations } = await new AxeBuilder({ page }).include('[role="dialog"]').analyze();
        expect(violations).toEqual([]);
        await page.keyboard.press('Escape');
        await expect(page.getByRole('dialog')).toHaveCount(0);
        expect(await page.evaluate('seen.shift')).toBe(0);
      });
    }
  }
});

/** What Tab stops at on the page as it is: each with its name, in order, and whether its focus can be seen. */
async function tabStops(page: Page): Promise<{ name: string; seen: boolean }[]> {
  const stops: { name: string; seen: boolean }[] = [];
  for (;;) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement) || focused === document.body) return null;
      if (focused.dataset.visited === 'true') return null;
      focused.dataset.visited = 'true';
      const shown = (element: Element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      };
      // A field may show its focus on the frame around it.
      const seen = shown(focused) || shown(focused.parentElement ?? focused);
      const box = focused.getBoundingClientRect();
      const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight;
      return { name: focused.getAttribute('aria-label') ?? focused.innerText, seen: seen && inView };
    });
    if (stop === null) return stops;
    stops.push(stop);
  }
}

test('everything on a flow is reached by Tab, and its focus is seen', async ({ page }) => {
  await openFlow(page);
  const stops = await tabStops(page);
  expect(stops.filter(({ seen }) => !seen)).toEqual([]);
  const missed = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')]
      .filter((each) => each.tabIndex >= 0 && each.checkVisibility() && !each.matches(':disabled, [data-visited]'))
      .map((each) => each.outerHTML.slice(0, 160)),
  );
  expect(missed).toEqual([]);
  const names = stops.map(({ name }) => name);
  expect(names[0]).toBe('Skip to the page');
  for (const name of ['Share link', 'Refresh', 'Even steps']) expect(names).toContain(name);
});
