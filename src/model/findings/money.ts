/** Findings on price. */

import type { Flow } from '../flow/flow.ts';
import { price } from '../readings/price.ts';
import { fieldPaths, rootPath } from './evidence.ts';
import type { Finding } from './finding.ts';

/** totalPrice against the sum of the messages; a running flow's total is not final, so it is not judged. */
export function moneyFindings(flow: Flow): Finding[] {
  const reading = price(flow);
  const { agreement, sum, total, decimals } = reading;
  if (flow.running || agreement.kind !== 'differs' || sum === null || total === null) return [];
  const priced = flow.steps.flatMap((step) => step.messages.filter((message) => message.price !== null));
  return [
    {
      code: 'price-total-differs',
      severity: 'problem',
      stepIndexes: reading.steps.flatMap((step) => (step.sum === null ? [] : step.stepIndex)),
      paths: [rootPath(flow, 'totalPrice'), ...fieldPaths(flow, priced, 'price')],
      sum,
      total,
      decimals,
      explainedBy: agreement.explainedBy,
    },
  ];
}
