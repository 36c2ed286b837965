/** Pages as the whole gateway draws them: whose they are, what they may hold, what they wait for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { startTestGateway, type TestGateway } from '#server/testing/gateway.ts';
import { buildDrawing } from './testing/built-drawing.ts';

const page = { accept: 'text/html' };
const anna = { ...page, 'x-user': 'anna', 'x-groups': 'ops,care' };
const boris = { ...page, 'x-user': 'boris', 'x-groups': 'ops' };
let gateway: TestGateway;
let built: Awaited<ReturnType<typeof buildDrawing>>;

beforeAll(async () => {
  const env = {
    ACCESS: 'proxy',
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_USER_HEADER: 'x-user',
    PROXY_GROUPS_HEADER: 'x-groups',
    UNMASK_GROUP: 'care',
    PAGE_WAIT_SECONDS: '10',
    LOG_LEVEL: 'error',
  };
  built = await buildDrawing();
  gateway = await startTestGateway({ env, drawing: built.drawing });
}, 60_000);
afterAll(async () => {
  await gateway?.close();
  built?.remove();
});

const text = async (path: string, headers: Record<string, string>) => (await gateway.get(path, headers)).text();
const post = (sought: string, headers: Record<string, string>) =>
  fetch(`${gateway.url}/search`, {
    method: 'POST',
    redirect: 'manual',
    headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ text: sought }),
  });
const sample = scenarios.find(({ title }) => title === 'Viber expires, SMS delivers') ?? scenarios[0];
const flow = `/flows/${sample?.trackingId}`;
const shown = { cookie: `cascade-settings=${encodeURIComponent(JSON.stringify({ masked: false }))}` };

test('the page says what happened, without a script', async () => {
  const html = await text(flow, anna);
  expect(html).toMatch(/<h1[^>]*>[^<]*SMS/);
  for (const title of ['Failover timeline', 'Price', 'Latency']) expect(html).toContain(`>${title}`);
  expect(html).toContain('id="drawn"');
});

test('nobody unknown gets a page', async () => {
  const response = await gateway.get(flow, page);
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(await response.text()).not.toContain(sample?.trackingId ?? '');
});

/** Recipients as the record has them: those who may not see them must not find them anywhere in the page. */
async function recipientsOf(trackingId: string): Promise<string[]> {
  const record = await text(`/api/failover/tracking/${trackingId}`, { 'x-user': 'anna', 'x-groups': 'care' });
  return [...new Set([...record.matchAll(/"to"\s*:\s*"([^"]{6,})"/g)].map((found) => found[1] ?? ''))];
}

test('a masked person’s page holds masked data only, one who may see gets all of it: 1,000 pages in turn', async () => {
  const ids = scenarios.filter(({ group }) => !/large|running|refus/i.test(group)).map(({ trackingId }) => trackingId);
  const chosen = ids.slice(0, 20);
  const recipients = new Map(await Promise.all(chosen.map(async (id) => [id, await recipientsOf(id)] as const)));
  let seen = 0;
  for (let round = 0; round < 25; round++) {
    await Promise.all(
      chosen.map(async (id) => {
        const [hers, his] = await Promise.all([
          text(`/flows/${id}`, { ...anna, ...shown }),
          text(`/flows/${id}`, { ...boris, ...shown }),
        ]);
        expect(hers).toContain('"name":"anna"');
        expect(his).toContain('"name":"boris"');
        expect(hers).not.toContain('boris');
        expect(his).not.toContain('anna');
        for (const number of recipients.get(id) ?? []) {
          expect(his).not.toContain(number);
          if (hers.includes(number)) seen++;
        }
        for (const other of chosen) if (other !== id) expect(his).not.toContain(other);
      }),
    );
  }
  // The numbers are there for those who may see them, or the test would prove nothing.
  expect(seen).toBeGreaterThan(100);
}, 240_000);

/** A gateway that is busy, as the stand-in makes it while it makes its flows, sends an outline. */
async function drawnText(path: string, headers: Record<string, string>): Promise<string> {
  for (let tries = 0; tries < 10; tries++) {
    const html = await text(path, headers);
    if (!html.includes('"answers":[]')) return html;
  }
  throw new Error('The page always came as an outline');
}

test('Explore shows the first rows of what its address asks for, without a script, and Routee is asked once', async () => {
  const place = '/explore?range=7d&status=Failed';
  // The stand-in makes its week of flows when it is first searched, which may take longer than a page waits.
  await gateway.post('/api/failover/tracking', [], anna);
  const html = await drawnText(place, { ...anna, ...shown });
  const rows = [...html.matchAll(/href="\/flows\/([0-9a-f-]{36})"/g)].map((found) => found[1]);
  expect(rows).toHaveLength(30);
  expect(html).toMatch(/\+\d{10,}/);
  const [{ question } = { question: '' }] = JSON.parse(/id="drawn">(.*?)<\/script>/s.exec(html)?.[1] ?? 'null')
    .answers as { question: string }[]; // the page’s own state
  const [, query, body] = /^search (\S+) (.*)$/s.exec(question) ?? [];
  const before = gateway.emulator.control.calls('search');
  const response = await fetch(`${gateway.url}/api/failover/tracking?${query}`, {
    method: 'POST',
    headers: { 'x-user': 'anna', 'x-groups': 'care', 'content-type': 'application/json' },
    body: body ?? '',
  });
  expect(
    ((await response.json()) as { content: { trackingId: string }[] }).content
      .slice(0, 30)
      .map((row) => row.trackingId),
  ).toEqual(rows);
  expect(gateway.emulator.control.calls('search')).toBe(before);
});

test('of somebody who gets masked answers, the rows are masked; a search that may not be asked draws none', async () => {
  const html = await drawnText('/explore?range=7d', { ...boris, ...shown });
  expect(html).toContain('href="/flows/');
  expect(html).not.toMatch(/\+\d{10,}/);
  expect(await text('/explore?range=7d&to=starts_with:%2B3069', boris)).not.toContain('href="/flows/');
});

test('a page with a record is kept by nobody', async () => {
  expect((await gateway.get(flow, anna)).headers.get('cache-control')).toBe('private, no-store');
});

test('a flow that Routee does not know is drawn as that', async () => {
  const html = await text('/flows/00000000-0000-4000-8000-000000000000', anna);
  expect(html).toContain('not-found');
  expect(html).toMatch(/role="alert"/);
});

test('two people’s settings stand side by side', async () => {
  const greek = { cookie: `cascade-settings=${encodeURIComponent(JSON.stringify({ language: 'el', theme: 'dark' }))}` };
  const [a, b] = await Promise.all([text(flow, { ...anna, ...greek }), text(flow, boris)]);
  expect(a).toContain('<html lang="el" class="dark"');
  expect(b).toContain('<html lang="en"');
  expect(a).toContain('Χρονολόγιο');
  expect(b).not.toMatch(/[α-ω]{5}/);
});

test.each([
  ['one id', 'flow 30830fad-21ed-49b0-89d0-bbada2fd5640 failed', 303, '/flows/30830fad-21ed-49b0-89d0-bbada2fd5640'],
  [
    'a record',
    '{"trackingId":"30830fad-21ed-49b0-89d0-bbada2fd5640","messages":[]}',
    303,
    '/flows/30830fad-21ed-49b0-89d0-bbada2fd5640',
  ],
])('a posted search box: %s', async (_, sought, status, location) => {
  const response = await post(sought, anna);
  expect(response.status).toBe(status);
  expect(response.headers.get('location')).toBe(location);
});

test('a posted search box: several flows are listed, and what holds none is said to hold none', async () => {
  const several = await post('30830fad-21ed-49b0-89d0-bbada2fd5640 30830fad-21ed-49b0-89d0-bbada2fd5641', anna);
  const html = await several.text();
  expect(html).toContain('href="/flows/30830fad-21ed-49b0-89d0-bbada2fd5640"');
  expect(html).toContain('href="/flows/30830fad-21ed-49b0-89d0-bbada2fd5641"');
  expect(await (await post('nothing in here', anna)).text()).toMatch(/role="alert"/);
});

test('another site’s form is refused, and so is somebody unknown', async () => {
  expect((await post('x', { ...anna, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  expect((await post('x', page)).status).toBeGreaterThanOrEqual(400);
});

test('hostile records stay text', async () => {
  const hostile = scenarios.filter(({ slug }) => /^hostile-(?!long-body)/.test(slug));
  for (const { trackingId } of hostile) {
    const html = await text(`/flows/${trackingId}`, { ...anna, ...shown });
    const scripts = html.match(/<script[^>]*>/g) ?? [];
    expect(scripts.filter((tag) => !/type="(application\/json|module)"/.test(tag))).toEqual([]);
    expect(scripts).toHaveLength(3);
    expect(html).not.toMatch(
      /<(?:img|svg|iframe|object|embed)\b[^>]*\son\w+=|\b(?:href|src|action|formaction)="\s*(?:javascript|data):/i,
    );
  }
  expect(hostile.length).toBeGreaterThan(0);
});
