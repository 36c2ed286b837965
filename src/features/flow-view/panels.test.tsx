import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { scenarioNamed, scenarioRecord } from '#emulator/scenarios/catalogue.ts';
import type { Flow } from '#model/flow/flow.ts';
import { latency } from '#model/readings/latency.ts';
import { price } from '#model/readings/price.ts';
import { readFlow } from '#model/record/read-flow.ts';
import { en } from '#texts/en.ts';
import { createFormat } from '#texts/format.ts';
import { type Viewer, ViewerContext } from '#ui/viewer.tsx';
import { StepCards } from '../cards/step-cards.tsx';
import { LatencyPanel } from '../latency/latency-panel.tsx';
import { PricePanel } from '../price/price-panel.tsx';

const viewer: Viewer = {
  language: 'en',
  catalogue: en,
  format: createFormat({ language: 'en', zone: 'UTC' }),
  zone: 'UTC',
  masked: true,
};

function flowOf(slug: string, atMs = 0): Flow {
  const reading = readFlow(scenarioRecord(scenarioNamed(slug), atMs) ?? '');
  if (!reading.ok) throw new Error(`${slug} is no record`);
  return reading.flow;
}

const drawnOnServer = (panel: React.ReactNode) => renderToString(<ViewerContext value={viewer}>{panel}</ViewerContext>);

test('a server draws the latencies as a table, with the chart’s room kept free', () => {
  const flow = flowOf('three-channels-call-answered');
  const html = drawnOnServer(<LatencyPanel reading={latency(flow)} flow={flow} />);
  expect(html).toMatch(/class="mt-3 [^"]*" style="min-height:\d+px"><div data-late=""[^>]*><\/div><\/div>/);
  expect(html).toContain('<table');
  expect(html).toContain('10 min 0.2 s');
});

test('lighter bars of the latency chart are explained where there are any', () => {
  const key = (flow: Flow) => drawnOnServer(<LatencyPanel reading={latency(flow)} flow={flow} />);
  expect(key(flowOf('three-channels-call-answered'))).not.toContain(en.latency.stillWaiting);
  expect(key(flowOf('sms-12-parts'))).toContain(en.latency.shortestToLongest);
});

test('the bar of prices is whole before any script runs', () => {
  const flow = flowOf('three-channels-call-answered');
  const html = drawnOnServer(<PricePanel reading={price(flow)} flow={flow} currency={null} />);
  const widths = [...html.matchAll(/data-segment="true"[^>]*style="width:([\d.]+)%/g)].map(([, width]) =>
    Number(width),
  );
  expect(widths).toEqual([16.055, 49.541, 34.404]);
});

test('parts of a step that was not sent are no warning', () => {
  const flow = flowOf('running-several-minutes', 1000);
  const html = drawnOnServer(
    <StepCards flow={flow} price={price(flow)} currency={null} selectedStep={null} follow={false} />,
  );
  expect(html).toContain('Not sent');
  expect(html).not.toContain('bg-warn-soft');
});
