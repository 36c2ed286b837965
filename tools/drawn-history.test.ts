/** Pages drawn out of the history: what Routee no longer has, and the page as it was, masked as every page is. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestGateway, type TestGateway, until } from '#server/testing/gateway.ts';
import { startPostgres, type TestPostgres } from '#server/testing/postgres.ts';
import { startUpstream, type Upstream } from '#server/testing/upstream.ts';
import { drawing } from '../src/entry-server.tsx';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const phone = '306912345678';
const anna = { accept: 'text/html', 'x-user': 'anna', 'x-groups': 'care' };
const boris = { accept: 'text/html', 'x-user': 'boris', 'x-groups': 'ops' };
const shown = { cookie: `cascade-settings=${encodeURIComponent(JSON.stringify({ masked: false }))}` };
let postgres: TestPostgres | null;
let upstream: Upstream;
let gateway: TestGateway;
const state = { status: 200, name: 'Sent' };

beforeAll(async () => {
  postgres = await startPostgres();
  upstream = await startUpstream((_, response) => {
    const message = { type: 'Sms', order: 1, to: `+${phone}`, body: 'Your parcel waits', status: { name: state.name } };
    const record = { trackingId: id, messages: [message], status: 'InProgress' };
    response.writeHead(state.status, { 'content-type': 'application/json' }).end(JSON.stringify(record));
  });
  const env = {
    ACCESS: 'proxy',
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_USER_HEADER: 'x-user',
    PROXY_GROUPS_HEADER: 'x-groups',
    UNMASK_GROUP: 'care',
    PAGE_WAIT_SECONDS: '10',
    LOG_LEVEL: 'error',
    ...(postgres === null ? { HISTORY: 'memory' } : { HISTORY_URL: postgres.url }),
  };
  gateway = await startTestGateway({ env, upstream: upstream.url, drawing });
  for (const [place, name] of ['Sent', 'Delivered'].entries()) {
    state.name = name;
    await until(async () => {
      await (await gateway.get(`/api/failover/tracking/${id}`, { ...anna, 'cache-control': 'no-cache' })).text();
      const history = await (await gateway.get(`/api/history/${id}`, anna)).json();
      return history.versions?.length === place + 1;
    }, 90_000);
  }
  state.status = 404;
}, 120_000);
afterAll(async () => {
  await gateway.close();
  await upstream.close();
  await postgres?.remove();
});

/** The page once it is drawn: a busy gateway sends an outline first. */
async function text(path: string, headers: Record<string, string>): Promise<string> {
  let html = '';
  await until(async () => {
    html = await (await gateway.get(path, headers)).text();
    return !html.includes('"answers":[]') || path.includes('asof=2001');
  }, 20_000);
  return html;
}

test('a flow that Routee no longer has is drawn as it was last, and says that it is kept', async () => {
  await until(
    async () =>
      (await gateway.get(`/api/failover/tracking/${id}`, { ...anna, 'cache-control': 'no-cache' })).status === 404,
  );
  for (const path of [`/flows/${id}`, `/flows/${id}/evidence`]) {
    const html = await text(path, anna);
    expect(html).toContain('Routee no longer has this flow');
    expect(html).toContain('last seen at');
    expect(html).toContain('Failover timeline');
    expect(html).toContain('Delivered');
  }
  expect(await text(`/flows/${id}`, anna)).toContain(`/api/history/${id}`);
});

test('the page as it was then is drawn, with a banner, and without a later word', async () => {
  const { versions } = await (await gateway.get(`/api/history/${id}`, anna)).json();
  const html = await text(`/flows/${id}?asof=${encodeURIComponent(versions[0].lastSeen)}`, anna);
  expect(html).toContain('This is the page as it was at');
  expect(html).not.toContain('Delivered');
  const early = await text(`/flows/${id}?asof=2001-01-01T00:00Z`, anna);
  expect(early).not.toContain('Failover timeline</h2>');
});

test('both are masked for whoever may not see recipients and texts', async () => {
  expect(await text(`/flows/${id}`, { ...anna, ...shown })).toContain(phone);
  for (const path of [`/flows/${id}`, `/flows/${id}?asof=2999-01-01T00:00Z`, `/flows/${id}/evidence`]) {
    const html = await text(path, { ...boris, ...shown });
    expect(html).toContain('Failover timeline');
    expect(html).not.toContain(phone);
    expect(html).not.toContain('parcel');
  }
});
