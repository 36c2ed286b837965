// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { record, sms } from '#emulator/records/record-builder.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { readRecord } from '#model/record/record.ts';
import type { Json } from '#model/values/json.ts';
import { renderInApp } from '#ui/testing/render.tsx';
import { HistoryList } from './history-list.tsx';
import type { Observed } from './observed.ts';

const id = '30830fad-21ed-49b0-89d0-bbada2fd5640';
const phone = '+306912345678';
const start = Date.parse('2026-11-20T10:00:00Z');
const at = (seconds: number) => ({
  ...record({ steps: [sms({ at: 1, until: 60, to: phone })], start, asOf: seconds }),
  trackingId: id,
});
const time = (seconds: number) => new Date(start + seconds * 1000).toISOString();
const version = (number: number, seconds: number, source: string) => ({
  id: number,
  source,
  claim: source === 'callback',
  firstSeen: time(seconds),
  lastSeen: time(seconds + 5),
  times: 2,
});

afterEach(() => vi.unstubAllGlobals());

/** A gateway that keeps these versions and these records. */
function keeps(versions: readonly object[], records: Readonly<Record<number, unknown>>): void {
  vi.stubGlobal('fetch', async (path: string) => {
    const number = /versions\/(\d+)$/.exec(path)?.[1];
    const body = number === undefined ? { trackingId: id, versions } : records[Number(number)];
    return new Response(JSON.stringify(body), { status: 200, headers: { 'content-type': 'application/json' } });
  });
}

function flowOf(json: Json) {
  const reading = readRecord(json);
  if (!reading.ok) throw new Error(reading.refusal.kind);
  return toFlow(reading.record);
}

function show(masked = false): { readonly observed: () => Observed | undefined } {
  const onObserved = vi.fn<(observed: Observed) => void>();
  renderInApp(
    <HistoryList trackingId={id} flow={flowOf(at(90))} asOf={null} following={false} onObserved={onObserved} />,
    { viewer: { masked } },
  );
  return { observed: () => onObserved.mock.lastCall?.[0] };
}

test('versions come newest first, with what changed; a claim is marked, leads nowhere and is not used', async () => {
  keeps([version(1, 10, 'search'), version(2, 20, 'callback'), version(3, 90, 'page')], {
    1: at(10),
    2: at(90),
    3: at(90),
  });
  const { observed } = show();
  await waitFor(() => expect(observed()).toBeDefined());
  const items = screen.getAllByRole('listitem').filter(({ textContent }) => /seen so from/.test(textContent ?? ''));
  expect(
    items.map(({ textContent }) => /opened here|found by a search|posted as/.exec(textContent ?? '')?.[0]),
  ).toEqual(['opened here', 'posted as', 'found by a search']);
  const [newest, claim, first] = items;
  if (newest === undefined || claim === undefined || first === undefined) throw new Error('a version is missing');
  expect(newest.textContent).toContain('step 1 (SMS): Sent → Delivered');
  expect(newest.textContent).toContain('2 times');
  expect(within(newest).getByRole('link').getAttribute('href')).toBe(`/flows/${id}?asof=2026-11-20T10%3A01%3A35Z`);
  expect(claim.textContent).toContain('Anybody may have posted it');
  expect(claim.textContent).toContain('Other than Routee’s answer of then:');
  expect(within(claim).queryByRole('link')).toBe(null);
  expect(first.textContent).toContain('The first that was kept.');
  expect(observed()?.used).toMatchObject({ versions: 2 });
  expect(observed()?.transitions.map(({ after, before }) => [after, before])).toContainEqual([
    start + 15_000,
    start + 90_000,
  ]);
});

test('the fields that differ are masked while the page is', async () => {
  const other = { ...at(90), messages: at(90).messages.map((message) => ({ ...message, to: '+306900000001' })) };
  keeps([version(1, 10, 'page'), version(2, 90, 'page')], { 1: at(90), 2: other });
  const { observed } = show(true);
  await waitFor(() => expect(observed()).toBeDefined());
  const row = screen.getByRole('row', { name: /messages\[0\]\.to/, hidden: true });
  expect(row.textContent).not.toMatch(/12345678|00000001/);
});

test('nothing kept, and what cannot be read as a flow, are said', async () => {
  keeps([], {});
  show();
  await screen.findByText('Nothing of this flow has been kept yet.');
  keeps([version(1, 10, 'page')], { 1: { error: 'odd' } });
  show();
  await screen.findByText('It cannot be read as a flow.');
});
