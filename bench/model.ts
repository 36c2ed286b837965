/**
 * How fast records are read, beside `JSON.parse` of the same bytes: records per second, the median of interleaved rounds.
 * Zod runs without compiling validators, as under the page's content security policy.
 */
import { scenarioRecord, scenarios } from '#emulator/scenarios/catalogue.ts';
import { findings } from '#model/findings/findings.ts';
import { toFlow } from '#model/flow/to-flow.ts';
import { latency } from '#model/readings/latency.ts';
import { price } from '#model/readings/price.ts';
import { timeline } from '#model/readings/timeline.ts';
import { verdict } from '#model/readings/verdict.ts';
import { readRecord } from '#model/record/record.ts';
import { parseJson } from '#model/values/json.ts';

const now = Date.parse('2026-11-23T14:00:00Z');

/** Records of the usual size: what is huge or no record on purpose would drown the rest. */
const texts = scenarios.flatMap((scenario) => {
  const text = scenarioRecord(scenario, 3_600_000);
  return text !== null && text.length < 8000 && text.includes('"messages":[{') ? [text] : [];
});

function flowOf(json: Parameters<typeof readRecord>[0]) {
  const reading = readRecord(json);
  return reading.ok ? toFlow(reading.record) : null;
}

const parsed = texts.map((text) => JSON.parse(text) as Parameters<typeof readRecord>[0]); // JSON is what JSON.parse gives

/** Each works through every record once. */
const kinds: Readonly<Record<string, () => unknown>> = {
  'JSON.parse': () => texts.map((text) => JSON.parse(text)),
  'parse without loss': () => texts.map((text) => parseJson(text)),
  validate: () => parsed.map((json) => readRecord(json)),
  'validate + derive': () => parsed.map((json) => flowOf(json)),
  'all the page needs': () =>
    parsed.forEach((json) => {
      const flow = flowOf(json);
      if (flow === null) return;
      timeline(flow, now);
      price(flow);
      latency(flow);
      findings(flow, now);
      verdict(flow, now);
    }),
};

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export interface ModelFigures {
  /** Records a second, by what was done with them. */
  readonly perSecond: Readonly<Record<string, number>>;
  /** Throughput of validate + derive as a share of JSON.parse's. */
  readonly readingShare: number;
  readonly records: number;
}

/** Takes about `rounds` × 0.5 s. */
export function benchModel(rounds = 15): ModelFigures {
  const times = new Map<string, number[]>(Object.keys(kinds).map((name) => [name, []]));
  for (let round = -3; round < rounds; round++) {
    for (const [name, work] of Object.entries(kinds)) {
      const start = performance.now();
      let loops = 0;
      while (performance.now() - start < 60) {
        work();
        loops++;
      }
      const perRecordMs = (performance.now() - start) / (loops * texts.length);
      // The first rounds are for the compiler.
      if (round >= 0) times.get(name)?.push(perRecordMs);
    }
  }
  const perSecond = Object.fromEntries([...times].map(([name, list]) => [name, Math.round(1000 / median(list))]));
  const [plain = 1, read = 0] = [perSecond['JSON.parse'], perSecond['validate + derive']];
  return { perSecond, readingShare: read / plain, records: texts.length };
}
