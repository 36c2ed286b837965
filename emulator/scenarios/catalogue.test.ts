import { describe, expect, test } from 'vitest';
import { type Json, parseJson } from '#model/values/json.ts';
import { scenarioNamed, scenarioOf, scenarioRecord, scenarios } from './catalogue.ts';

function answer(slug: string, atMs = 0): { [field: string]: Json } {
  const parsed = parseJson(scenarioRecord(scenarioNamed(slug), atMs) ?? '');
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
    throw new Error(`${slug} answers no object`);
  }
  return { ...parsed.value };
}

test('slugs, titles and tracking IDs are unique, and IDs are UUIDs', () => {
  for (const key of ['slug', 'title', 'trackingId'] as const) {
    expect(new Set(scenarios.map((scenario) => scenario[key])).size).toBe(scenarios.length);
  }
  for (const { trackingId } of scenarios) {
    expect(trackingId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(scenarioOf(trackingId)?.trackingId).toBe(trackingId);
  }
});

test('a title fits a button, a description is one sentence', () => {
  for (const { title, description } of scenarios) {
    expect(title.length).toBeLessThanOrEqual(60);
    expect(description).toMatch(/^.{10,150}\.$/);
  }
});

test('every record is JSON, names its own flow, and is the same each time', () => {
  for (const scenario of scenarios) {
    const text = scenarioRecord(scenario, 3_000);
    if (scenario.kind === 'fault') {
      expect(text).toBeNull();
      continue;
    }
    expect(parseJson(text ?? '').ok, scenario.slug).toBe(true);
    expect(scenarioRecord(scenario, 3_000)).toBe(text);
  }
});

test("the vendor's sample stands under its own ID", () => {
  expect(scenarioOf('30830fad-21ed-49b0-89d0-bbada2fd5640')?.slug).toBe('vendor-sample');
  expect(answer('vendor-sample')).toMatchObject({ totalPrice: 0.036, terminationChannel: 'Sms', status: 'Succeeded' });
});

test('the three-channel flow has the numbers of the design', () => {
  const flow = answer('three-channels-call-answered');
  expect(flow).toMatchObject({
    trackingId: '7d1f0c52-3e1b-4b9e-9a55-0d9c6a1be210',
    totalPrice: 0.218,
    terminationChannel: 'Voice',
    createdAt: '2026-11-23T12:04:10.220Z',
    updatedAt: '2026-11-23T12:14:57.220Z',
  });
});

describe('the matrix of channel outcomes', () => {
  const voice = ['Busy', 'NoAnswer', 'Failed', 'Unsent', 'Terminated'];
  const rows = [
    ['viber-delivers', 'DELIVERED', null, 'Succeeded', 'Viber'],
    ['sms-delivers', 'UNDELIVERED', 'Delivered', 'Succeeded', 'Sms'],
    ['sms-undelivered', 'UNDELIVERED', 'Undelivered', 'Failed', 'Sms'],
    ['sms-fails', 'UNDELIVERED', 'Failed', 'Failed', 'Sms'],
  ] as const;
  const cases = voice.flatMap((status) => rows.map((row) => [status, ...row] as const));

  test.each(cases)('Voice %s, %s', (status, slug, viber, sms, flow, endedBy) => {
    const record = answer(`matrix-${status.toLowerCase()}-${slug}`);
    expect(record).toMatchObject({ status: flow, terminationChannel: endedBy });
    expect(record.messages).toMatchObject([
      { type: 'Voice', status: { name: status } },
      { type: 'Viber', status: { name: viber } },
      { type: 'Sms', status: sms === null ? null : { name: sms } },
    ]);
  });

  test('Voice Completed', () => {
    expect(answer('matrix-completed')).toMatchObject({
      status: 'Succeeded',
      messages: [{ status: { name: 'Completed' } }, { status: null }, { status: null }],
    });
  });
});

test.each([
  [0, 'InProgress', 'QUEUED', null],
  [20_000, 'InProgress', 'QUEUED', null],
  [20_200, 'InProgress', 'EXPIRED', null],
  [21_000, 'InProgress', 'EXPIRED', 'Queued'],
  [22_000, 'InProgress', 'EXPIRED', 'Sent'],
  [27_000, 'Succeeded', 'EXPIRED', 'Delivered'],
])('the running flow after %d ms', (atMs, status, viber, sms) => {
  const record = answer('running-now', atMs);
  expect(record.status).toBe(status);
  expect(record.messages).toMatchObject([
    { type: 'Viber', status: { name: viber } },
    { type: 'Sms', status: sms === null ? null : { name: sms } },
  ]);
});

test('large flows have as many messages as they say', () => {
  for (const count of [30, 300, 3000]) expect(answer(`large-${count}`).messages).toHaveLength(count);
  expect(scenarioRecord(scenarioNamed('hostile-long-body'), 0)?.length).toBeGreaterThan(1_048_576);
});
