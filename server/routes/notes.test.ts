/** Who may see, write, pin and delete what colleagues add to a flow and the views they share. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notesSchema } from '#contract/notes.ts';
import { viewsSchema } from '#contract/views.ts';
import { startTestGateway, type TestGateway, until } from '../testing/gateway.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { startUpstream } from '../testing/upstream.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const phone = '306912345678';
const path = `/api/history/${id}`;
const proxy = {
  ACCESS: 'proxy',
  PROXY_ADDRESS: '127.0.0.1',
  PROXY_USER_HEADER: 'x-user',
  PROXY_GROUPS_HEADER: 'x-groups',
  UNMASK_GROUP: 'sees',
  OPENINGS_GROUP: 'audit',
};

let postgres: TestPostgres | null = null;
let gateway: TestGateway;
let upstream: { url: string; close: () => Promise<void> };

beforeAll(async () => {
  postgres = await startPostgres();
  upstream = await startUpstream((_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(
        JSON.stringify({ trackingId: id, status: 'Failed', messages: [{ type: 'Sms', to: `+${phone}`, body: 'x' }] }),
      ),
  );
  gateway = await start({ ...where(), ...proxy });
  await ask('ada', 'GET', `/api/failover/tracking/${id}`);
  await until(async () => (await gateway.metric('cascade_history_kept_total')) === 1, 30_000);
}, 60_000);
afterAll(async () => {
  await gateway.close();
  await upstream.close();
  await postgres?.remove();
});

const where = (): Record<string, string> => (postgres === null ? { HISTORY: 'memory' } : { HISTORY_URL: postgres.url });
const start = (env: Record<string, string>) => startTestGateway({ env, upstream: upstream.url });

const groups: Readonly<Record<string, string>> = { ada: 'sees,audit', grace: 'sees', masked: '' };

function ask(who: string, method: string, at: string, body?: unknown, headers = {}): Promise<Response> {
  return fetch(gateway.url + at, {
    method,
    headers: {
      'x-user': who,
      'x-groups': groups[who] ?? '',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}
const notes = async (who: string) => notesSchema.parse(await (await ask(who, 'GET', `${path}/notes`)).json());
const views = async (who: string) => viewsSchema.parse(await (await ask(who, 'GET', '/api/views')).json()).views;

describe('notes', () => {
  test('are seen by colleagues, by their length alone where texts are masked, and deleted by their author', async () => {
    const text = `  asked about ${phone}\r\nthey call back\u0000 `;
    expect((await ask('ada', 'POST', `${path}/notes`, { text })).status).toBe(201);
    expect((await ask('masked', 'POST', `${path}/notes`, { text: 'mine' })).status).toBe(201);
    const said = `asked about ${phone}\nthey call back`;
    expect((await notes('grace')).notes).toMatchObject([
      { author: 'ada', own: false, text: said },
      { author: 'masked', own: false, text: 'mine' },
    ]);
    expect((await notes('masked')).notes).toMatchObject([
      { author: 'ada', own: false, text: `•••••• (${said.length})` },
      { author: 'masked', own: true, text: 'mine' },
    ]);
    const [first] = (await notes('ada')).notes;
    expect((await ask('grace', 'DELETE', `${path}/notes/${first?.id}`)).status).toBe(404);
    expect((await ask('ada', 'DELETE', `${path}/notes/${first?.id}`)).status).toBe(200);
    expect((await notes('grace')).notes).toHaveLength(1);
    expect(await (await ask('grace', 'GET', '/api/history/marks')).json()).toEqual({ pinned: [], noted: [id] });
  });

  test.each([
    [{ text: '' }],
    [{ text: ' \n\u0007' }],
    [{ text: 'a'.repeat(2001) }],
    [{ text: 7 }],
    [{ text: 'a', author: 'grace' }],
    [[]],
    [null],
  ])('%j is refused, and nothing of it is repeated', async (body) => {
    const response = await ask('ada', 'POST', `${path}/notes`, body);
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('aaaaaaaaaa');
  });

  test('a flow that is not kept takes none', async () => {
    const other = '/api/history/5da956dd-d49d-4172-b1f3-6ce5424cac35';
    expect((await ask('ada', 'POST', `${other}/notes`, { text: 'a' })).status).toBe(404);
    expect((await ask('ada', 'PUT', `${other}/pin`, { reason: 'a' })).status).toBe(404);
    expect(await (await ask('ada', 'GET', `${other}/notes`)).json()).toMatchObject({ kept: false, notes: [] });
  });
});

test('a pin says who, when, why and for which ticket; a second one does not take its place; colleagues take it off', async () => {
  const before = Date.now();
  expect((await ask('ada', 'PUT', `${path}/pin`, { reason: 'Complaint', ticket: 'OPS-7' })).status).toBe(200);
  expect((await ask('grace', 'PUT', `${path}/pin`, { reason: 'Mine' })).status).toBe(409);
  const { pin } = await notes('grace');
  expect(pin).toMatchObject({ author: 'ada', own: false, reason: 'Complaint', ticket: 'OPS-7' });
  expect(Date.parse(pin?.at ?? '')).toBeGreaterThanOrEqual(before);
  expect((await notes('masked')).pin).toMatchObject({ author: 'ada', reason: '•••••• (9)', ticket: '•••••• (5)' });
  expect((await ask('grace', 'PUT', `${path}/pin`, { ticket: 'OPS-8' })).status).toBe(400);
  expect((await ask('grace', 'DELETE', `${path}/pin`)).status).toBe(200);
  expect((await ask('grace', 'DELETE', `${path}/pin`)).status).toBe(404);
  expect((await notes('ada')).pin).toBeNull();
});

test('who opened the flow is told to the group that may see it, and to nobody else', async () => {
  await ask('grace', 'GET', `/api/failover/tracking/${id}`);
  expect((await notes('grace')).openings).toBeNull();
  expect((await notes('masked')).openings).toBeNull();
  const opened = (await notes('ada')).openings?.map(({ person, times }) => [person, times]);
  expect(opened).toEqual(
    expect.arrayContaining([
      ['grace', 1],
      ['ada', 1],
    ]),
  );
});

test('another site’s page writes nothing, and nobody without access reads anything', async () => {
  const foreign = { 'sec-fetch-site': 'cross-site' };
  expect((await ask('ada', 'POST', `${path}/notes`, { text: 'a' }, foreign)).status).toBe(403);
  expect((await ask('ada', 'PUT', `${path}/pin`, { reason: 'a' }, foreign)).status).toBe(403);
  expect((await ask('ada', 'DELETE', `${path}/pin`, undefined, foreign)).status).toBe(403);
  expect((await ask('ada', 'POST', '/api/views', { name: 'a', search: '?' }, foreign)).status).toBe(403);
  for (const at of [`${path}/notes`, '/api/history/marks', '/api/views']) {
    expect((await gateway.get(at)).status).toBe(403);
  }
});

describe('shared views', () => {
  test('are seen by all, taken over by none, and changed by their owner', async () => {
    const view = { name: 'Failed', search: '?range=1d&status=Failed&to=~' };
    expect((await ask('ada', 'POST', '/api/views', view)).status).toBe(201);
    expect((await ask('grace', 'POST', '/api/views', view)).status).toBe(409);
    const [seen] = await views('grace');
    expect(seen).toMatchObject({ ...view, owner: 'ada', own: false });
    const at = `/api/views/${seen?.id}`;
    expect((await ask('grace', 'PUT', at, { name: 'Mine' })).status).toBe(404);
    expect((await ask('grace', 'DELETE', at)).status).toBe(404);
    expect((await ask('ada', 'PUT', at, { name: 'Failed today', search: '?range=today' })).status).toBe(200);
    expect(await views('ada')).toMatchObject([{ name: 'Failed today', search: '?range=today', own: true }]);
    expect((await ask('ada', 'DELETE', at)).status).toBe(200);
    expect(await views('grace')).toEqual([]);
  });

  test.each([
    [{ name: '', search: '?' }],
    [{ name: 'a'.repeat(61), search: '?' }],
    [{ name: `for ${phone}`, search: '?' }],
    [{ name: 'a', search: `?to=${phone}` }],
    [{ name: 'a', search: '?text=contains%3Aparcel' }],
    [{ name: 'a', search: 'https://elsewhere.example/?' }],
    [{ name: 'a', search: `?a=${'b'.repeat(8000)}` }],
  ])('%j is refused', async (body) => {
    expect((await ask('ada', 'POST', '/api/views', body)).status).toBe(400);
  });
});

test('without sign-in the author is the machine, and under MASK=always its words are masked even so', async () => {
  const local = await start({ ...where(), MASK: 'always' });
  try {
    const answer = await local.post(`${path}/notes`, { text: 'on this machine' });
    const { notes: all } = notesSchema.parse(await answer.json());
    expect(all.at(-1)).toMatchObject({ author: null, own: true, text: '•••••• (15)' });
  } finally {
    await local.close();
  }
});

test('nothing that was written is in the log', () => {
  const log = gateway.log();
  expect(log).toContain('/notes');
  for (const text of [phone, 'they call back', 'Complaint', 'OPS-7', 'Failed today']) expect(log).not.toContain(text);
});
