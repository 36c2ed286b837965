// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { linkHtml } from './link-html.ts';

const href = 'https://cascade.example/flows/30830fad?step=2&tz=Europe%2FAthens';

test.each([
  'Reached by SMS, after Viber expired',
  '<img src=x onerror=alert(1)>',
  '</a><script>alert(1)</script>',
  '" onmouseover="alert(1)',
  "' & &lt; &amp; <!-- ]]> \u2028",
  'Δεν παραδόθηκε',
  '',
])('%j stays text, and the link leads where it should', (words) => {
  const page = new DOMParser().parseFromString(linkHtml(href, words), 'text/html');
  const [link, ...others] = page.querySelectorAll('*:not(html, head, body)');
  expect(others).toEqual([]);
  expect(link?.textContent).toBe(words);
  expect(link?.getAttributeNames()).toEqual(['href']);
  expect(link?.getAttribute('href')).toBe(href);
});

test.each(['https://a.example/"><script>', "https://a.example/?q='><b>"])(
  'the address %s ends nowhere early',
  (odd) => {
    const page = new DOMParser().parseFromString(linkHtml(odd, 'words'), 'text/html');
    expect(page.querySelectorAll('*:not(html, head, body)')).toHaveLength(1);
    expect(page.querySelector('a')?.getAttribute('href')).toBe(odd);
  },
);

test.each(['javascript:alert(1)', 'data:text/html,<b>', '/flows/1', ''])('%j becomes no link', (odd) => {
  expect(linkHtml(odd, 'a < b')).toBe('a &lt; b');
});
