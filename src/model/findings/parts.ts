/** Findings on the parts of an SMS (vendor's page "Failover tracking": `part`, `parts`, one object per part). */

import type { Flow, Part, Step } from '../flow/flow.ts';
import { wasSent } from '../flow/reach.ts';
import { fieldPaths } from './evidence.ts';
import type { Finding } from './finding.ts';

const mostNamed = 5;

/** Whole numbers from 1 to `total` that no part has: how many, and the first few; none named where parts lack numbers. */
function missingParts(list: readonly Part[], total: number): { missing: number; first: number[] } {
  const present = new Set(list.map(({ number }) => number));
  const first: number[] = [];
  for (let part = 1; !present.has(null) && part <= total && first.length < mostNamed; part++) {
    if (!present.has(part)) first.push(part);
  }
  return { missing: Math.max(0, total - list.length), first };
}

/** Parts that several messages report on; those that one report delivered and a later one did not are told apart. */
function doubledParts(flow: Flow, step: Step): Finding[] {
  const twice = step.parts.list.filter(
    ({ reports, reportedOtherwise }) => reports.length > 1 && reportedOtherwise === null,
  );
  if (twice.length === 0) return [];
  const doubled = twice.flatMap(({ number }) => number ?? []).slice(0, mostNamed);
  const paths = fieldPaths(
    flow,
    twice.flatMap(({ reports }) => reports),
    'part',
  );
  return [
    { code: 'parts-doubled', severity: 'warning', stepIndexes: [step.index], channel: step.channel, doubled, paths },
  ];
}

function withoutReceipt(flow: Flow, step: Step): Finding[] {
  const open = step.parts.list.filter(({ state }) => state === 'inProgress' || state === 'missing');
  if (!flow.ended || step.outcome.kind !== 'partlyDelivered' || open.length === 0) return [];
  const { delivered } = step.outcome;
  const paths = fieldPaths(
    flow,
    open.map(({ message }) => message),
    'status',
  );
  const about = { stepIndexes: [step.index], channel: step.channel, paths };
  return [{ code: 'receipt-missing', severity: 'info', ...about, open: open.length, delivered }];
}

function findingsOfStep(flow: Flow, step: Step): Finding[] {
  const { list, total, counts } = step.parts;
  const about = { stepIndexes: [step.index], channel: step.channel };
  const found: Finding[] = [];
  if (counts.length > 1) {
    const paths = fieldPaths(flow, step.messages, 'parts', 'part');
    found.push({
      ...about,
      code: 'parts-count-differs',
      severity: 'warning',
      counts: counts.slice(0, mostNamed),
      paths,
    });
  }
  const { missing, first } = missingParts(list, total);
  if (missing > 0) {
    const paths = fieldPaths(flow, step.messages, 'part', 'parts');
    found.push({ ...about, code: 'parts-missing', severity: 'warning', parts: total, missing, first, paths });
  }
  return [...found, ...doubledParts(flow, step), ...withoutReceipt(flow, step)];
}

/** Parts that are missing, doubled, without a receipt or of differing count, for every step that was sent. */
export function partFindings(flow: Flow): Finding[] {
  return flow.steps.filter(wasSent).flatMap((step) => findingsOfStep(flow, step));
}
