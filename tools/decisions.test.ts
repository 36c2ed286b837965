/** Each decision is a file of its own, numbered without a gap, dated, with a status, and in the index. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../docs/decisions/', import.meta.url);
const files = readdirSync(folder)
  .filter((name) => name !== 'README.md')
  .sort();
const index = readFileSync(new URL('README.md', folder), 'utf8');

test.each(files.map((name, place) => ({ name, number: place + 1 })))('$name', ({ name, number }) => {
  expect(name).toMatch(new RegExp(`^${String(number).padStart(4, '0')}-[a-z0-9-]+\\.md$`));
  const text = readFileSync(new URL(name, folder), 'utf8');
  const [title, , facts] = text.split('\n');
  expect(title).toMatch(new RegExp(`^# ${number}\\. `));
  expect(facts).toMatch(/^Date: \d{4}-\d\d-\d\d\. Status: (?:accepted|superseded on \d{4}-\d\d-\d\d: .+)\.$/);
  const status = facts?.includes('superseded') ? 'superseded' : 'accepted';
  expect(index.split('\n').find((line) => line.includes(`(${name})`))).toMatch(new RegExp(`\\| ${status} \\|$`));
});

test('the index names no decision that is not there', () => {
  const named = [...index.matchAll(/\((\d{4}-[^)]+)\)/g)].map(([, name]) => name);
  expect(named).toEqual(files);
});
