import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { record, sms, viber } from '#emulator/records/record-builder.ts';
import { type FlowAnswer, flowKey, flowOptions, flowRefreshMs } from './flow-query.ts';

const id = '7d1f0c52-3e1b-4b9e-9a55-0d9c6a1be210';
const start = Date.UTC(2026, 10, 24, 10);
const steps = [viber({ at: 0, until: 30, status: 'EXPIRED' }), sms({ at: 31 })];

function answer(body: string, asOfS: number): Response {
  return new Response(body, {
    headers: { 'x-as-of': new Date(start + asOfS * 1000).toISOString(), 'x-request-id': 'r' },
  });
}

const flowAt = (asOf: number) => answer(JSON.stringify(record({ steps, start, asOf, trackingId: id })), asOf);
const tooMany = () => new Response(JSON.stringify({ code: 'rate-limited', retryAfter: 30 }), { status: 429 });

/** Asks as often as there are answers; tells the pauses and the caches asked for. */
async function looks(answers: readonly (() => Response)[]) {
  const asked: (RequestCache | undefined)[] = [];
  const fetched = vi.fn(async (_path: string, init: RequestInit) => {
    asked.push(init.cache);
    return answers[asked.length - 1]?.() ?? Response.error();
  });
  vi.stubGlobal('fetch', fetched);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const pauses: (number | null)[] = [];
  for (const _ of answers) {
    await client.fetchQuery({ ...flowOptions(id), staleTime: 0 }).catch(() => null);
    const state = client.getQueryState<FlowAnswer, Error>(flowKey(id));
    pauses.push(state === undefined ? null : flowRefreshMs(state));
  }
  const error = client.getQueryState<FlowAnswer, Error>(flowKey(id))?.error ?? null;
  return { asked, pauses, error, data: client.getQueryData<FlowAnswer>(flowKey(id)), fetched };
}

afterEach(() => vi.unstubAllGlobals());

test('a flow is followed to its end and once beyond, past the gateway’s memory', async () => {
  const { asked, pauses, data } = await looks([5, 32, 40, 50].map((s) => () => flowAt(s)));
  expect(pauses).toEqual([2000, 2000, 10_000, null]);
  expect(asked).toEqual([undefined, 'reload', 'reload', 'reload']);
  expect(data).toMatchObject({ requestId: 'r', asOf: start + 50_000, finalLooks: 2, reading: { ok: true } });
});

test('failures in a row are counted anew after an answer', async () => {
  const { pauses } = await looks([() => flowAt(5), () => flowAt(6), tooMany, tooMany, () => flowAt(7), tooMany]);
  expect(pauses).toEqual([2000, 2000, 30_000, 30_000, 2000, 30_000]);
});

test('failures of other kinds back off', async () => {
  const down = () => new Response('{"code":"upstream-down"}', { status: 502 });
  const { pauses } = await looks([down, down, down, () => flowAt(5), down, down]);
  expect(pauses).toEqual([2000, 4000, 8000, 2000, 2000, 4000]);
});

test.each([
  ['no JSON', 'moved', 'notJson'],
  ['nothing', '', 'notJson'],
  ['JSON of another kind', '[1]', 'notAnObject'],
])('an answer that is %s is kept as it came', async (_name, body, kind) => {
  const { pauses, data } = await looks([() => answer(body, 0)]);
  expect(data).toMatchObject({ text: body, reading: { ok: false, refusal: { kind } } });
  expect(pauses).toEqual([null]);
});

const signInPage = () =>
  new Response('<!DOCTYPE html><title>Sign in</title>', { headers: { 'content-type': 'text/html; charset=utf-8' } });

test.each([
  ['a sign-in page', signInPage, 'signInEnded'],
  [
    'a sign-in page that calls itself text',
    () => answer('\n <html><form action="https://idp.example/">', 6),
    'signInEnded',
  ],
  [
    'a redirect',
    () => new Response(null, { status: 302, headers: { location: 'https://idp.example/' } }),
    'signInEnded',
  ],
  ['JSON of somebody else', () => answer('{"login":"required"}', 6), 'unreadable'],
  ['nothing', () => answer('', 6), 'unreadable'],
])('%s never takes the place of a good record', async (_name, then, kind) => {
  const { pauses, data, error } = await looks([() => flowAt(5), then]);
  expect(data).toMatchObject({ asOf: start + 5000, reading: { ok: true } });
  expect(error).toMatchObject({ failure: { kind } });
  // A sign-in page would come for ever.
  expect(pauses[1]).toBe(kind === 'signInEnded' ? null : 2000);
});

test('an ID is escaped in the address', async () => {
  const fetched = vi.fn(async () => flowAt(5));
  vi.stubGlobal('fetch', fetched);
  await new QueryClient().fetchQuery(flowOptions('a/../b?c'));
  expect(fetched).toHaveBeenCalledWith('/api/failover/tracking/a%2F..%2Fb%3Fc', expect.anything());
});
