import { describe, expect, test } from 'vitest';
import { answered, basic, requestToken, startClient } from '../testing/client.ts';

const flow = '/failover/tracking/30830fad-21ed-49b0-89d0-bbada2fd5640';

describe('giving tokens', () => {
  test('to any application, in the shape Routee documents', async () => {
    const { emulator } = await startClient({ expiresInS: 631_139_040, tokenType: 'Bearer' });
    expect(await requestToken(emulator.authUrl)).toMatchObject({
      status: 200,
      json: { token_type: 'Bearer', expires_in: 631_139_040, access_token: expect.stringMatching(/.{20,}/) },
    });
  });

  test('only to the application it was told of', async () => {
    const { emulator } = await startClient({ credentials: { id: 'app', secret: 'p:w' } });
    expect((await requestToken(emulator.url, basic('app', 'p:w'))).status).toBe(200);
    expect(await requestToken(emulator.url, basic('app', 'wrong'))).toMatchObject({
      status: 401,
      json: { error: 'invalid_client', code: '401000000' },
    });
    expect((await requestToken(emulator.url, 'Basic !')).status).toBe(401);
  });

  test('to nobody while credentials are refused', async () => {
    const { emulator } = await startClient();
    emulator.control.refuseCredentials(true);
    expect((await requestToken(emulator.url)).status).toBe(401);
    emulator.control.refuseCredentials(false);
    expect((await requestToken(emulator.url)).status).toBe(200);
  });

  test.each([
    ['grant_type=password', 'application/x-www-form-urlencoded', 'unsupported_grant_type'],
    ['{"grant_type":"client_credentials"}', 'application/json', 'invalid_request'],
  ])('not for %s', async (body, type, error) => {
    const { emulator } = await startClient();
    const headers = { authorization: basic('id', 'secret'), 'content-type': type };
    const response = await fetch(`${emulator.url}/oauth/token`, { method: 'POST', headers, body });
    expect(await answered(response)).toMatchObject({ status: 400, json: { error } });
  });
});

describe('asking for tokens', () => {
  test.each(['', 'Bearer nonsense', 'Basic aWQ6c2VjcmV0'])('refuses "%s"', async (authorization) => {
    const client = await startClient();
    expect(await client.get(flow, authorization)).toMatchObject({
      status: 401,
      json: { code: '401000000', developerMessage: expect.any(String) },
    });
  });

  test('refuses a token that has expired', async () => {
    let now = Date.parse('2026-11-24T10:00:00Z');
    const client = await startClient({ expiresInS: 60, now: () => now });
    expect((await client.get(flow)).status).toBe(200);
    now += 59_999;
    expect((await client.get(flow)).status).toBe(200);
    now += 1;
    expect((await client.get(flow)).status).toBe(401);
    expect((await client.get(flow, `Bearer ${await client.token()}`)).status).toBe(200);
  });

  test('refuses tokens that were revoked', async () => {
    const client = await startClient();
    expect((await client.get(flow)).status).toBe(200);
    client.emulator.control.revokeTokens();
    expect((await client.get(flow)).status).toBe(401);
    expect((await client.get(flow, `bearer ${await client.token()}`)).status).toBe(200);
  });

  test('answers 403 to an account without the role', async () => {
    const client = await startClient();
    client.emulator.control.denyRole(true);
    for (const answer of [await client.get(flow), await client.post('/failover/tracking', [])]) {
      expect(answer).toMatchObject({ status: 403, json: { code: '403000000' } });
    }
  });
});
