/** Large answers come compressed, with the same bytes in them; small ones as they are. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { request } from 'undici';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scenarioNamed, scenarioRecord } from '#emulator/scenarios/catalogue.ts';
import { cases } from './accept-encoding.cases.json';
import { encodingFor } from './compressed.ts';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
});
afterAll(() => gateway.close());

async function asked(slug: string, accept: string) {
  const url = `${gateway.url}/api/failover/tracking/${scenarioNamed(slug).trackingId}`;
  const { headers, body } = await request(url, { headers: { 'accept-encoding': accept } });
  return { encoding: headers['content-encoding'], vary: headers.vary, bytes: Buffer.from(await body.arrayBuffer()) };
}

const large = () => scenarioRecord(scenarioNamed('large-300'), 0) ?? '';

test('a large record in brotli', async () => {
  const { encoding, vary, bytes } = await asked('large-300', 'gzip, deflate, br');
  expect([encoding, vary]).toEqual(['br', 'accept-encoding']);
  expect(brotliDecompressSync(bytes).toString()).toBe(large());
  expect(bytes.length).toBeLessThan(large().length / 10);
});

test('in gzip for those who take no other', async () => {
  const { encoding, bytes } = await asked('large-300', 'gzip');
  expect(encoding).toBe('gzip');
  expect(gunzipSync(bytes).toString()).toBe(large());
});

test('as it is for those who take neither', async () => {
  const { encoding, bytes } = await asked('large-300', 'identity');
  expect(encoding).toBeUndefined();
  expect(bytes.toString()).toBe(large());
});

test('a small record as it is', async () => {
  const { encoding, vary } = await asked('vendor-sample', 'gzip, br');
  expect([encoding, vary]).toEqual([undefined, 'accept-encoding']);
});

test.each(cases.map(([header, encoding]) => ({ header: String(header), encoding })))(
  'Accept-Encoding "$header": $encoding',
  ({ header, encoding }) => {
    expect(encodingFor(header)).toBe(encoding);
  },
);

test('an encoding that is refused is not sent', async () => {
  const { encoding, bytes } = await asked('large-300', 'br;q=0, gzip;q=0');
  expect(encoding).toBeUndefined();
  expect(bytes.toString()).toBe(large());
});
