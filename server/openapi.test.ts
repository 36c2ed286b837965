/** The document is OpenAPI, names just the routes there are, and says what they really answer. */
import { compileErrors, validate } from '@readme/openapi-parser';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { operations } from '#contract/api.ts';
import { problemCodes } from '#contract/problem-codes.ts';
import { scenarios } from '#emulator/scenarios/catalogue.ts';
import { buildServer } from './app.ts';
import { readConfig } from './config.ts';
import { createLog } from './log.ts';
import { openApiDocument, templatePath } from './openapi.ts';
import { Documented } from './testing/documented.ts';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';
import { startUpstream } from './testing/upstream.ts';

const place = { version: '1.2.3', publicUrl: null, basePath: '' };

/** The routes below `/api` in Fastify's own drawing of its tree, as `GET /api/config`. */
function registered(tree: string): string[] {
  const parts: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const [, indent = '', part, methods = ''] = /^([│├└─\s]*)(\S+)(?: \(([A-Z, ]+)\))?$/.exec(line) ?? [];
    if (part === undefined) return [];
    parts.splice(indent.length / 4 - 1, Number.POSITIVE_INFINITY, part);
    const path = parts.join('');
    const isOurs = methods !== '' && path.startsWith('/api/');
    return isOurs ? methods.split(', ').map((method) => `${method} ${templatePath(path)}`) : [];
  });
}

test('is valid OpenAPI 3.1', async () => {
  // It takes the document apart, and wants it as its own type.
  const checked = await validate(JSON.parse(JSON.stringify(openApiDocument(place))));
  expect(checked.valid ? '' : compileErrors(checked)).toBe('');
});

test('names every route below /api that the gateway has, and no other', async () => {
  const config = readConfig({ HISTORY: 'memory' });
  const account = { appId: 'a', appSecret: 'b', apiUrl: 'http://127.0.0.1:9', authUrl: 'http://127.0.0.1:9' };
  const app = await buildServer(config, {
    account,
    log: createLog('silent'),
    appRoot: '/nowhere',
    demoFlows: [],
    maskingJob: inject('maskingJob'),
    drawing: null,
  });
  const documented = operations.map(({ method, path }) => `${method} ${templatePath(path)}`);
  expect(registered(app.printRoutes()).sort()).toEqual(documented.sort());
  await app.close();
});

test.each([
  [null, '', '/'],
  [null, '/cascade', '/cascade'],
  ['https://tools.example.com', '/cascade', 'https://tools.example.com/cascade'],
  ['https://tools.example.com/', '', 'https://tools.example.com'],
])('at %s under “%s”, the server is %s', (publicUrl, basePath, url) => {
  expect(openApiDocument({ ...place, publicUrl, basePath })).toMatchObject({ servers: [{ url }] });
});

describe('a running gateway', () => {
  let gateway: TestGateway;
  let documented: Documented;
  const flow = (id: string) => `/api/failover/tracking/${id}`;
  beforeAll(async () => {
    gateway = await startTestGateway({ env: { BASE_PATH: '/cascade' } });
    documented = new Documented(JSON.parse(await (await gateway.get('/cascade/api/openapi.json')).text()));
  });
  afterAll(() => gateway.close());

  test('gives the document, and itself, as documented', async () => {
    for (const path of ['/cascade/api/openapi.json', '/cascade/api/config']) {
      expect((await documented.verdictOn('GET', await gateway.get(path))).faults).toEqual([]);
    }
  });

  test.each(
    scenarios
      .filter(({ slug }) => slug === 'viber-first-try' || slug.includes('voice'))
      .map(({ slug, trackingId }) => ({ slug, trackingId })),
  )('answers $slug as documented', async ({ trackingId }) => {
    const verdict = await documented.verdictOn('GET', await gateway.get(`/cascade${flow(trackingId)}`));
    expect(verdict).toEqual({ operation: 'getFlow', described: '200', faults: [] });
  });

  test('answers a search as documented, and each kind of request that is not valid with the documented problem', async () => {
    const search = '/cascade/api/failover/tracking';
    const page = await documented.verdictOn('POST', await gateway.post(`${search}?page=0&size=20`, []));
    expect(page).toEqual({ operation: 'searchFlows', described: '200', faults: [] });
    for (const [path, body, status] of [
      [`${search}?size=501`, [], '400'],
      [`${search}?page=-1`, [], '400'],
      [search, [{ fieldName: 'colour' }], '400'],
      [search, 'x'.repeat(40_000), 'default'],
    ] as const) {
      const verdict = await documented.verdictOn('POST', await gateway.post(path, body));
      expect(verdict).toEqual({ operation: 'searchFlows', described: status, faults: [] });
    }
  });

  test('says that it keeps no history as documented', async () => {
    const answer = await gateway.get('/cascade/api/history/abc');
    expect(await documented.verdictOn('GET', answer)).toEqual({
      operation: 'getHistory',
      described: '404',
      faults: [],
    });
  });
});

const routeeAnswers = [
  { code: 'not-found', status: 404, body: '{"code":"404005000","developerMessage":"no"}' },
  { code: 'refused-by-routee', status: 400, body: '{"code":"400000000","developerMessage":"no"}' },
  { code: 'role-missing', status: 403, body: '{}' },
  { code: 'credentials-refused', status: 401, body: '{}' },
  { code: 'rate-limited', status: 429, body: '{}' },
  { code: 'upstream-error', status: 500, body: '<html>' },
  { code: 'upstream-unreadable', status: 200, body: '<html>' },
  { code: 'upstream-down', status: null, body: '' },
  { code: 'too-large', status: 200, body: 'x'.repeat(30_000) },
];

test('what Routee does wrong is a documented problem', async () => {
  let next = routeeAnswers[0];
  const upstream = await startUpstream((request, response) => {
    if (next === undefined || next.status === null) request.destroy();
    else response.writeHead(next.status, { 'content-type': 'application/json', 'retry-after': '0' }).end(next.body);
  });
  const gateway = await startTestGateway({ upstream: upstream.url, env: { ROUTEE_MAX_MB: '0.02' } });
  const documented = new Documented(JSON.parse(await (await gateway.get('/api/openapi.json')).text()));
  for (next of routeeAnswers) {
    const answer = await gateway.get('/api/failover/tracking/abc');
    expect(await answer.clone().json()).toMatchObject({ code: next.code });
    const verdict = await documented.verdictOn('GET', answer);
    expect(verdict).toEqual({ operation: 'getFlow', described: String(answer.status), faults: [] });
  }
  await gateway.close();
  await upstream.close();
});

test('every code of a problem is met somewhere', () => {
  const text = JSON.stringify(openApiDocument(place));
  expect(problemCodes.filter((code) => !text.includes(`\`${code}\``))).toEqual([]);
});
