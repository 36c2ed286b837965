/** All findings on a flow. */

import type { Flow } from '../flow/flow.ts';
import type { EpochMs } from '../values/time.ts';
import { chainFindings } from './chain.ts';
import type { Finding, Severity } from './finding.ts';
import { moneyFindings } from './money.ts';
import { partFindings } from './parts.ts';
import { recordFindings } from './record.ts';
import { reportFindings } from './reports.ts';
import { timeFindings } from './times.ts';
import { valueFindings } from './values.ts';

const rank: Readonly<Record<Severity, number>> = { problem: 0, warning: 1, info: 2 };

/**
 * What in the record does not add up: the gravest first, then by step. Empty for a clean flow. `now` decides only
 * since when an open flow should have gone on or ended. `asked`: the tracking ID that this record answers; null where
 * nobody asked for one.
 */
export function findings(flow: Flow, now: EpochMs, asked: string | null = null): Finding[] {
  const all = [
    ...moneyFindings(flow),
    ...chainFindings(flow, now),
    ...reportFindings(flow),
    ...partFindings(flow),
    ...timeFindings(flow, now),
    ...valueFindings(flow),
    ...recordFindings(flow, asked),
  ];
  return all.sort((a, b) => rank[a.severity] - rank[b.severity] || (a.stepIndexes[0] ?? -1) - (b.stepIndexes[0] ?? -1));
}
