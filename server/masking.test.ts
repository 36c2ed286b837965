/** Recipients and texts stay in the gateway for those who may not see them: in answers, problems and searches. */
import { afterEach, describe, expect, test } from 'vitest';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';
import { startUpstream } from './testing/upstream.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const { close } of open.splice(0).reverse()) await close();
});

async function start(env: Record<string, string>, upstream?: string): Promise<TestGateway> {
  const gateway = await startTestGateway(upstream === undefined ? { env } : { env, upstream });
  open.push(gateway);
  return gateway;
}

async function masking(body: string, status = 200): Promise<TestGateway> {
  const type = body.startsWith('<') ? 'text/html' : 'application/json';
  const upstream = await startUpstream((_, response) => response.writeHead(status, { 'content-type': type }).end(body));
  open.push(upstream);
  return start({ MASK: 'always' }, upstream.url);
}

const flow = '/api/failover/tracking/a';
const phone = '306912345678';
const words = 'Your parcel waits';
const record = JSON.stringify({
  trackingId: '30830fad-21ed-49b0-89d0-bbada2fd5640',
  messages: [
    { type: 'Sms', to: `+${phone}`, body: words, price: 0.036, smsId: '6a0c' },
    { type: 'Viber', to: phone, body: { text: words, imageUrl: 'https://pictures.example/p/77?u=1' } },
  ],
  status: 'Succeeded',
  totalPrice: 0.036,
}).replace('0.036}', '0.0360000000000000001}');

test('an answer keeps its shape and its figures, and loses what is personal', async () => {
  const gateway = await masking(record);
  const text = await (await gateway.get(flow)).text();
  for (const secret of ['6912345678', words, 'pictures.example/p/77']) expect(text).not.toContain(secret);
  expect(text).toContain('"totalPrice":0.0360000000000000001');
  expect(JSON.parse(text)).toMatchObject({
    messages: [{ type: 'Sms', price: 0.036 }, { type: 'Viber' }],
    status: 'Succeeded',
  });
});

test('every scenario of the emulator that holds a record', async () => {
  const gateway = await start({ MASK: 'always' });
  for (const scenario of scenarios) {
    if (scenario.kind !== 'record') continue;
    const numbers = scenario.text().match(/(?<="to":"\+?)\d{8,}/g) ?? [];
    const text = await (await gateway.get(`/api/failover/tracking/${scenario.trackingId}`)).text();
    for (const number of numbers) expect(text, scenario.slug).not.toContain(number);
  }
}, 30_000);

test('the app is told, so that it offers no way to reveal', async () => {
  const gateway = await start({ MASK: 'always' });
  expect(await (await gateway.get('/api/config')).json()).toMatchObject({ mask: 'always' });
});

test.each([
  ['a web page', `<html>${phone}</html>`, 502, 'upstream-error'],
  ['a record cut off', record.slice(0, 300), 200, 'upstream-unreadable'],
])('%s is not handed on', async (_, body, status, code) => {
  const gateway = await masking(body, status);
  const text = await (await gateway.get(flow)).text();
  expect(JSON.parse(text)).toMatchObject({ code });
  expect(JSON.parse(text)).not.toHaveProperty('received');
  expect(text).not.toContain('6912345678');
});

test('what Routee says of an error is masked too', async () => {
  const gateway = await masking(
    JSON.stringify({ code: '400000003', developerMessage: `Invalid number +${phone}` }),
    400,
  );
  const { routee } = await (await gateway.get(flow)).json();
  expect(routee.developerMessage).toMatch(/^Invalid number /);
  expect(routee.developerMessage).not.toContain('6912345678');
});

test('an error’s code and words that are not Routee’s are masked', async () => {
  const body = { code: `+${phone}`, developerMessage: 'No route to Maria of 30_691_234_5678' };
  const gateway = await masking(JSON.stringify(body), 400);
  const { routee } = await (await gateway.get(flow)).json();
  expect(routee).toEqual({ status: 400, code: '•••••• (13)', developerMessage: 'No route to ••• of •••_•••_•••_•••' });
});

test.each([
  [10_001, 'upstream-unreadable'],
  [200_000, 'upstream-unreadable'],
])('JSON that nests %i levels deep is not handed on', async (depth, code) => {
  const gateway = await masking(`${'['.repeat(depth)}"+${phone}"${']'.repeat(depth)}`);
  const problem = await (await gateway.get(flow)).json();
  expect(problem.code).toBe(code);
  expect(JSON.stringify(problem)).not.toContain('6912345678');
});

describe('by group, behind a proxy', () => {
  const env = {
    ACCESS: 'proxy',
    PROXY_ADDRESS: '127.0.0.1',
    PROXY_USER_HEADER: 'x-user',
    PROXY_GROUPS_HEADER: 'x-groups',
    UNMASK_GROUP: 'support',
  };
  const sample = '/api/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640';

  test.each([
    ['support', false],
    ['staff, support', false],
    ['staff', true],
    ['support-readers', true],
    ['', true],
    [undefined, true],
  ])('groups %j: masked is %s', async (groups, masked) => {
    const gateway = await start(env);
    const headers = { 'x-user': 'maria', ...(groups === undefined ? {} : { 'x-groups': groups }) };
    const text = await (await gateway.get(sample, headers)).text();
    expect(text.includes('+306912345678')).toBe(!masked);
    const config = await (await gateway.get('/api/config', headers)).json();
    expect(config.mask).toBe(masked ? 'always' : 'toggle');
  });

  test('one answer from memory is masked for one and not for the other', async () => {
    const gateway = await start(env);
    const texts = [];
    for (const groups of ['support', 'staff', 'support']) {
      texts.push(await (await gateway.get(sample, { 'x-user': 'maria', 'x-groups': groups })).text());
    }
    expect(texts.map((text) => text.includes('+306912345678'))).toEqual([true, false, true]);
    expect(gateway.emulator.control.calls('tracking')).toBe(1);
  });

  test.each([
    ['6', 403],
    ['%', 403],
    ['*', 403],
    ['_', 403],
    ['+3069', 403],
    ['+30691234567*', 403],
    ['+30 691 234 5678', 403],
    ['+306912345678 OR 1', 403],
    ['+306912345678\n', 403],
    ['٣٠٦٩١٢٣٤٥٦٧٨', 403],
    ['maria', 403],
    ['6912345', 403],
    ['1234567890123456', 403],
    ['+306912345678', 200],
    ['306912345678', 200],
    ['00306912345678', 200],
    ['6912345678', 200],
  ])('a masked person who searches for %j: %s', async (searchTerm, status) => {
    const gateway = await start(env);
    for (const operator of [{}, { searchOperator: 'is' }]) {
      const filters = [{ fieldName: 'to', searchTerm, ...operator }];
      const response = await gateway.post('/api/failover/tracking', filters, {
        'x-user': 'maria',
        'x-groups': 'staff',
      });
      expect(response.status).toBe(status);
    }
    expect(gateway.emulator.control.calls('search')).toBe(status === 200 ? 2 : 0);
  });

  test.each([
    ['is', 200],
    ['starts_with', 403],
    ['contains', 403],
    ['ends_with', 403],
    ['is_not', 403],
  ])('a masked person who searches for a number that %s: %s', async (searchOperator, status) => {
    const gateway = await start(env);
    const filters = [{ fieldName: 'to', searchOperator, searchTerm: '+306912345678' }];
    const headers = { 'x-user': 'maria', 'x-groups': 'staff' };
    const response = await gateway.post('/api/failover/tracking', filters, headers);
    expect(response.status).toBe(status);
    expect((await gateway.post('/api/failover/tracking', filters, { ...headers, 'x-groups': 'support' })).status).toBe(
      200,
    );
  });
});
