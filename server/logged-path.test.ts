import { expect, test } from 'vitest';
import cases from './logged-path.cases.json' with { type: 'json' };
import { decodedOnce, loggedPath } from './logged-path.ts';

test.each(cases)('%s names nobody', (path) => {
  const logged = loggedPath(path);
  expect(decodedOnce(logged).normalize('NFKC')).not.toMatch(/12.?345.?678|2345678|maria|[٠-٩]{4}/i);
});

test.each([
  ['/flows/30830fad-21ed-49b0-89d0-bbada2fd5640', '/flows/30830fad-21ed-49b0-89d0-bbada2fd5640'],
  [
    '/api/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640?x=1',
    '/api/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640',
  ],
  ['/assets/main-1a2b3c4d.js', '/assets/main-1a2b3c4d.js'],
  ['/flows/a%20b', '/flows/a%20b'],
])('%s is logged as %s', (path, expected) => {
  expect(loggedPath(path)).toBe(expected);
});
