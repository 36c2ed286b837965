import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { browserLimitMs } from '#contract/time-limits.ts';
import { ApiError, type Failure } from './api-error.ts';
import { requestBytes, requestText } from './client.ts';

let server: Server | null = null;

async function listening(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`; // listens on TCP
}

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => server?.close(resolve) ?? resolve(null));
  server = null;
});

async function failureOf(asked: Promise<unknown>): Promise<Failure> {
  const error = await asked.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiError)) throw new Error(`no ApiError: ${error}`);
  return error.failure;
}

describe('an answer', () => {
  test('comes with the time of its bytes and the request id', async () => {
    const url = await listening((_request, response) => {
      response.setHeader('x-as-of', '2026-11-24T10:00:00.250Z').setHeader('x-request-id', 'r-1').end('{"a":1}');
    });
    expect(await requestText(`${url}/x`)).toEqual({
      text: '{"a":1}',
      asOf: Date.UTC(2026, 10, 24, 10, 0, 0, 250),
      requestId: 'r-1',
      next: null,
    });
    const { bytes } = await requestBytes(`${url}/x`);
    expect(new TextDecoder().decode(bytes)).toBe('{"a":1}');
  });

  test('without a time is as of now', async () => {
    const url = await listening((_request, response) => response.end('{}'));
    const before = Date.now();
    const { asOf, requestId } = await requestText(url);
    expect(asOf).toBeGreaterThanOrEqual(before);
    expect(requestId).toBeNull();
  });

  test('to a POST was asked for with JSON', async () => {
    const url = await listening((request, response) => {
      request.pipe(response.setHeader('x-request-id', `${request.method} ${request.headers['content-type']}`));
    });
    expect(await requestText(url, { method: 'POST', body: '[1]' })).toMatchObject({
      text: '[1]',
      requestId: 'POST application/json',
    });
  });

  test('that must be fresh is asked for past every cache', async () => {
    const url = await listening((request, response) => response.end(request.headers['cache-control'] ?? 'none'));
    expect((await requestText(url, { fresh: true })).text).toBe('no-cache');
  });
});

describe('a failure', () => {
  const problem = {
    type: 'urn:cascade:problem:rate-limited',
    title: 'Too many requests',
    status: 429,
    detail: 'Routee asks to wait.',
    code: 'rate-limited',
    requestId: 'r-2',
    retryAfter: 30,
    routee: { status: 429, code: '429000000', developerMessage: 'Too many requests' },
  };

  const answering = (status: number, body: string, headers: Record<string, string> = {}) =>
    listening((_request, response) => response.writeHead(status, headers).end(body));

  test('that the gateway explains is told in full', async () => {
    const url = await answering(429, JSON.stringify(problem));
    expect(await failureOf(requestText(url))).toEqual({
      kind: 'problem',
      code: 'rate-limited',
      status: 429,
      detail: 'Routee asks to wait.',
      requestId: 'r-2',
      retryAfterMs: 30_000,
      routee: { status: 429, code: '429000000', developerMessage: 'Too many requests' },
      received: null,
      signIn: null,
    });
  });

  test('of a code that is new counts as the gateway’s own', async () => {
    const url = await answering(418, '{"code":"tea-only"}', { 'x-request-id': 'r-3', 'retry-after': '7' });
    const failure = await failureOf(requestText(url));
    expect(failure).toMatchObject({ kind: 'problem', code: 'internal', requestId: 'r-3', retryAfterMs: 7000 });
  });

  test.each([
    ['another host', 'https://example.org/login'],
    ['another host without a scheme', '//example.org/login'],
  ])('never sends a person to sign in at %s', async (_name, signIn) => {
    const url = await answering(401, JSON.stringify({ code: 'sign-in', signIn }));
    expect(await failureOf(requestText(url))).toMatchObject({ code: 'sign-in', signIn: null });
  });

  test.each([
    ['HTML', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['JSON of somebody else', '{"code":404,"message":"no"}'],
    ['Routee’s own error JSON', '{"code":"404005000","developerMessage":"no"}'],
  ])('with %s is not the gateway’s', async (_name, body) => {
    const url = await answering(502, body);
    expect(await failureOf(requestText(url))).toEqual({
      kind: 'unreadable',
      status: 502,
      requestId: null,
      received: body,
    });
  });

  test.each([
    [200, { 'content-type': 'text/html' }, 'Sign in'],
    [200, { 'content-type': 'application/xhtml+xml' }, 'Sign in'],
    [200, {}, '<!DOCTYPE html><html>'],
    [302, { location: 'https://idp.example/authorize' }, ''],
    [303, { location: '/oauth2/sign_in' }, ''],
    [307, { location: 'http://portal.example/' }, ''],
    [401, { 'content-type': 'text/html' }, '<h1>401 Authorization Required</h1>'],
    [403, { 'content-type': 'text/html' }, '<html>Access is denied'],
    [511, { 'content-type': 'text/html' }, '<html>Network sign-in'],
  ])('of %d that is a page for people is a sign-in that has ended', async (status, headers, body) => {
    const url = await answering(status, body, headers);
    expect(await failureOf(requestText(url))).toEqual({ kind: 'signInEnded', status });
    expect(await failureOf(requestBytes(url))).toEqual({ kind: 'signInEnded', status });
  });

  test.each([
    [404, '<html>Not found'],
    [503, '<html>Down for maintenance'],
  ])('of %d with a page is a proxy’s own, and no sign-in', async (status, body) => {
    const url = await answering(status, body, { 'content-type': 'text/html' });
    expect(await failureOf(requestText(url))).toMatchObject({ kind: 'unreadable', status });
  });

  test('comes after the gateway’s own limit', () => {
    for (const answerLimitMs of [500, 15_000, 120_000]) {
      expect(browserLimitMs(answerLimitMs)).toBeGreaterThanOrEqual(answerLimitMs + 10_000);
    }
  });

  test('to connect is told from a server that does not answer in time', async () => {
    const url = await listening(() => {});
    expect(await failureOf(requestText(url, { timeLimitMs: 50 }))).toEqual({ kind: 'timeout' });
    server?.closeAllConnections();
    await new Promise((resolve) => server?.close(resolve));
    expect(await failureOf(requestText(url))).toEqual({ kind: 'offline' });
  });

  test('in the middle of a body counts as no answer', async () => {
    const url = await listening((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('{');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await failureOf(requestText(url))).toEqual({ kind: 'offline' });
  });

  test('is none when the asker gave up', async () => {
    const url = await listening(() => {});
    const asker = new AbortController();
    const asked = requestText(url, { signal: asker.signal });
    asker.abort(new Error('left the page'));
    await expect(asked).rejects.toThrow('left the page');
  });

  test('names method, address and what happened, without the query', async () => {
    const url = await answering(404, '{"code":"not-found"}');
    await expect(requestText(`${url}/a?to=secret`)).rejects.toThrow(`GET ${url}/a: not-found (404)`);
  });
});
