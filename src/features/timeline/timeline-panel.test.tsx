import { renderToString } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { scenarioNamed, scenarioRecord, scenarios } from '#emulator/scenarios/catalogue.ts';
import type { Flow } from '#model/flow/flow.ts';
import type { Transition } from '#model/history/transitions.ts';
import { foldedGaps, scaleToDraw, wholeScale } from '#model/readings/folding.ts';
import type { TimeRange } from '#model/readings/scale.ts';
import { timeline } from '#model/readings/timeline.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { type Viewer, ViewerContext } from '#ui/viewer.tsx';
import { TimelinePanel } from './timeline-panel.tsx';
import type { ScaleChoice } from './use-timeline-view.ts';

const now = Date.parse('2026-11-24T09:00:00Z');
const viewer: Viewer = {
  language: 'en',
  catalogue: en,
  format: createFormat({ language: 'en', zone: 'UTC' }),
  zone: 'UTC',
  masked: true,
};

function flowOf(slug: string, atMs = 20_000): Flow {
  const reading = readFlow(scenarioRecord(scenarioNamed(slug), atMs, now - atMs) ?? '');
  if (!reading.ok) throw new Error(`${slug} is no record`);
  return reading.flow;
}

interface Drawn {
  readonly observed?: readonly Transition[];
  readonly choice?: ScaleChoice;
  readonly zoom?: TimeRange | null;
}

function drawnOnServer(flow: Flow, options: Drawn = {}): string {
  return renderToString(
    <ViewerContext value={viewer}>
      <TimelinePanel flow={flow} timeline={timeline(flow, now)} now={now} {...options} />
    </ViewerContext>,
  );
}

/** Left edge and width of every bar, in per cent, in the order of the steps. */
function barsIn(html: string): [number, number][] {
  const bars = html.matchAll(/data-bar="\w+"[^>]*style="left:([-\d.]+)%;width:max\(3px, ([-\d.]+)%\)/g);
  return [...bars].map(([, left, width]) => [Number(left), Number(width)]);
}

/** Where the model says that the bars of steps without parts are. */
function barsByModel(flow: Flow, choice: ScaleChoice['kind']): [number, number][] {
  const read = timeline(flow, now);
  const kind = scaleToDraw(read, choice);
  const scale = wholeScale(read, kind, foldedGaps(read, kind, []));
  return read.rows.flatMap(({ lanes }) =>
    lanes.flatMap(({ intervals }) =>
      intervals.map(({ from, to }): [number, number] => {
        const start = scale.project(from) * 100;
        return [start, scale.project(to) * 100 - start];
      }),
    ),
  );
}

/** Places are written with three digits. */
const precision = 0.0011;

function expectSame(bars: readonly [number, number][], expected: readonly [number, number][]): void {
  expect(bars).toHaveLength(expected.length);
  bars.forEach((bar, index) => {
    bar.forEach((place, side) => {
      expect(Math.abs(place - (expected[index]?.[side] ?? Number.NaN)), `bar ${index}`).toBeLessThan(precision);
    });
  });
}

test('there is nothing of a browser here', () => {
  expect(['window', 'document', 'ResizeObserver', 'matchMedia'].filter((name) => name in globalThis)).toEqual([]);
});

describe('drawn on a server', () => {
  test.each(['vendor-sample', 'three-channels-call-answered', 'sms-12-parts-mixed', 'running-several-minutes'])(
    'the bars of %s stand where the scale says, in every scale',
    (slug) => {
      const flow = flowOf(slug);
      for (const kind of [null, 'true', 'even', 'folded'] as const) {
        const bars = barsIn(drawnOnServer(flow, { choice: { kind, opened: [] } }));
        expect(bars.length).toBeGreaterThan(0);
        expectSame(bars, barsByModel(flow, kind));
      }
    },
  );

  test('a zoom stretches them, and what is outside stays near', () => {
    const flow = flowOf('vendor-sample');
    const { start } = timeline(flow, now);
    const [viber, sms] = barsIn(drawnOnServer(flow, { zoom: { from: start, to: start + 1000 } }));
    expect(viber?.[0]).toBeCloseTo(13, 0);
    expect((sms?.[0] ?? 0) + (sms?.[1] ?? 0)).toBe(106);
  });

  test('list and drawing are both there, in one element a step', () => {
    const html = drawnOnServer(flowOf('three-channels-call-answered'));
    expect(html.match(/<li/g)).toHaveLength(4);
    expect(html).toContain('EXPIRED is in failoverOnStatuses → next: SMS, 400 ms later');
    expect(html).toContain('Succeeded · flow ended by Voice');
    expect(html).toContain('TTL 10 min');
    expect(html).toContain('Sent at 12:04:10.220.');
  });

  test('folded gaps say how long they are, and one that was opened is not folded', () => {
    const flow = flowOf('ended-after-ttl');
    const folded = drawnOnServer(flow, { choice: { kind: 'folded', opened: [] } });
    expect(folded.match(/in which nothing happened"/g)).toHaveLength(2 * 2);
    const { start, idleGaps } = timeline(flow, now);
    const opened = [(idleGaps[0]?.from ?? 0) - start];
    expect(
      drawnOnServer(flow, { choice: { kind: 'folded', opened } }).match(/in which nothing happened"/g),
    ).toHaveLength(2);
    expect(drawnOnServer(flow, { choice: { kind: 'true', opened: [] } })).not.toContain('in which nothing happened"');
  });

  test('of three thousand messages, the first screenfuls', () => {
    const html = drawnOnServer(flowOf('large-3000'));
    expect(html.match(/data-step/g)?.length).toBeLessThanOrEqual(40);
    expect(html.length).toBeLessThan(600_000);
  });

  test('twice is the same, for every scenario that can be read', () => {
    const read = scenarios.flatMap((scenario) => {
      const reading = readFlow(scenarioRecord(scenario, 20_000, now - 20_000) ?? '');
      return reading.ok ? [{ slug: scenario.slug, flow: reading.flow }] : [];
    });
    expect(read.length).toBeGreaterThan(100);
    for (const { slug, flow } of read) {
      const html = drawnOnServer(flow);
      expect(html, slug).toBe(drawnOnServer(flow));
      expect(html, slug).not.toMatch(/NaN|Infinity|undefined/);
    }
  }, 60_000);
});

describe('what the history observed', () => {
  const flow = flowOf('viber-expires-sms-delivers');
  const read = timeline(flow, now);
  const [first] = flow.steps;
  const change = (at: number | null): Transition => ({
    stepIndex: 0,
    channel: first?.channel ?? null,
    part: null,
    from: 'QUEUED',
    to: 'DELIVERED',
    after: read.start + 1000,
    before: read.start + 4000,
    at,
  });
  const drawn = (observed: readonly Transition[]) =>
    drawnOnServer(flow, { choice: { kind: 'true', opened: [] }, observed });
  const place = (at: number) => wholeScale(read, 'true', []).project(at) * 100;

  test('is a span between two looks, never a point in it', () => {
    const html = drawn([change(null)]);
    const [, left, width] = /data-observed="between"[^>]*left:([\d.]+)%;width:max\(3px, ([\d.]+)%\)/.exec(html) ?? [];
    expect(Number(left)).toBeCloseTo(place(read.start + 1000), 2);
    expect(Number(width)).toBeCloseTo(place(read.start + 4000) - place(read.start + 1000), 2);
    expect(html).not.toContain('data-observed="at"');
    expect(html).toContain('Observed: QUEUED → DELIVERED, between');
    expect(html).toContain(en.history.legend);
  });

  test('stands at the status’s own time where the record gave one', () => {
    const html = drawn([change(read.start + 2000)]);
    expect(Number(/data-observed="at"[^>]*left:([\d.]+)%/.exec(html)?.[1])).toBeCloseTo(place(read.start + 2000), 2);
    expect(html).not.toContain('data-observed="between"');
  });

  test('is not drawn where it lies outside, nor explained where there is nothing', () => {
    const outside = { ...change(null), after: read.end + 86_400_000, before: read.end + 86_401_000 };
    expect(drawn([outside])).not.toContain('data-observed');
    expect(drawn([])).not.toContain(en.history.legend);
  });
});
