/** Odd JSON (emulator/records/cases/odd-json.json) from Routee: each case ends in a defined answer, masked and unmasked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oddJson } from '#emulator/records/odd-json.ts';
import { startTestGateway, type TestGateway } from './testing/gateway.ts';
import { startUpstream, type Upstream } from './testing/upstream.ts';

/** Deeper ones may be refused by whoever reads them. */
const deep = /100,000 deep/;

describe.each(['off', 'always'])('MASK=%s', (mask) => {
  let upstream: Upstream;
  let gateway: TestGateway;
  beforeAll(async () => {
    upstream = await startUpstream((request, response) => {
      const index = Number(request.url?.split('/').at(-1));
      response.writeHead(200, { 'content-type': 'application/json' }).end(oddJson[index]?.bytes);
    });
    gateway = await startTestGateway({ env: { MASK: mask }, upstream: upstream.url });
  });
  afterAll(async () => {
    await gateway.close();
    await upstream.close();
  });

  test.each(oddJson.map((odd, index) => ({ ...odd, index })))(
    '$name',
    async ({ index, bytes, isJson, isMasked, name }) => {
      const response = await gateway.get(`/api/failover/tracking/${index}`);
      const body = Buffer.from(await response.arrayBuffer());
      const isGood = mask === 'always' ? isMasked : isJson;
      if (mask === 'off' && deep.test(name)) {
        expect([200, 502]).toContain(response.status);
      } else expect(response.status).toBe(isGood ? 200 : 502);
      if (response.status === 502) {
        expect(JSON.parse(body.toString())).toMatchObject({ code: 'upstream-unreadable', status: 502 });
      } else if (mask === 'off') expect(body.equals(bytes)).toBe(true);
      else JSON.parse(body.toString());
      if (mask === 'always') expect(body.toString()).not.toMatch(/Maria|6912345678/);
    },
  );
});
