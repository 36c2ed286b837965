/** Findings on the parts of an SMS (vendor's page "Failover tracking": `part`, `parts`, one object per part). */

import type { Flow, Message, Step } from '../flow/flow.ts';
import { wasSent } from '../flow/reach.ts';
import { fieldPaths } from './evidence.ts';
import type { Finding } from './finding.ts';

const mostNamed = 5;

interface Part {
  readonly message: Message;
  readonly part: number | null;
  readonly parts: number | null;
}

function partsOf(step: Step): Part[] {
  return step.messages.flatMap((message) =>
    message.content.kind === 'sms' ? [{ message, part: message.content.part, parts: message.content.parts }] : [],
  );
}

/** Whole numbers from 1 to `parts` that no message has: how many, and the first few. */
function missingParts(present: ReadonlySet<number>, parts: number): { missing: number; first: number[] } {
  const inRange = [...present].filter((part) => Number.isInteger(part) && part >= 1 && part <= parts);
  const first: number[] = [];
  for (let part = 1; part <= parts && first.length < mostNamed && part <= inRange.length + mostNamed; part++) {
    if (!present.has(part)) first.push(part);
  }
  return { missing: parts - inRange.length, first };
}

function findingsOfStep(flow: Flow, step: Step): Finding[] {
  const list = partsOf(step);
  const messages = list.map((item) => item.message);
  const counts = [...new Set(list.flatMap((item) => item.parts ?? []))].sort((a, b) => a - b);
  const numbers = list.flatMap((item) => item.part ?? []);
  const present = new Set(numbers);
  const about = { stepIndexes: [step.index], channel: step.channel };
  const found: Finding[] = [];
  const parts = counts.at(-1);
  if (parts === undefined) return found;
  const beyond = numbers.filter((part) => part > parts);
  if (counts.length > 1 || beyond.length > 0) {
    const all = [...new Set([...counts, ...beyond])].sort((a, b) => a - b).slice(0, mostNamed);
    const paths = fieldPaths(flow, messages, 'parts', 'part');
    found.push({ ...about, code: 'parts-count-differs', severity: 'warning', counts: all, paths });
  }
  const { missing, first } = missingParts(present, parts);
  if (missing > 0 && numbers.length > 0) {
    const paths = fieldPaths(flow, messages, 'part', 'parts');
    found.push({ ...about, code: 'parts-missing', severity: 'warning', parts, missing, first, paths });
  }
  const doubled = [...present].filter((part) => numbers.indexOf(part) !== numbers.lastIndexOf(part));
  if (doubled.length > 0) {
    const twice = new Set(doubled);
    const paths = fieldPaths(
      flow,
      list.filter((item) => item.part !== null && twice.has(item.part)).map((item) => item.message),
      'part',
    );
    found.push({ ...about, code: 'parts-doubled', severity: 'warning', doubled: doubled.slice(0, mostNamed), paths });
  }
  return found;
}

/** Parts that are missing, doubled or of differing count, for every SMS step that was sent. */
export function partFindings(flow: Flow): Finding[] {
  return flow.steps.filter(wasSent).flatMap((step) => findingsOfStep(flow, step));
}
