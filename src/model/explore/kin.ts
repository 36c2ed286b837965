/** How many flows of some are kin to one, and how they ended. */
import type { FlowRow, RowStatus } from './row.ts';

export interface KinCounts {
  /** Each flow once, the one they are kin to included where it is among them. */
  readonly flows: number;
  readonly byStatus: Readonly<Record<RowStatus, number>>;
  /** Of flows that have ended; null where none has. Between 0 and 1. */
  readonly failedShare: number | null;
  readonly ended: number;
}

/** Counts the rows that pass; a flow that comes twice (two pages may overlap) counts once. */
export function kinCounts(rows: Iterable<FlowRow>, isKin: (row: FlowRow) => boolean): KinCounts {
  const byStatus: Record<RowStatus, number> = { succeeded: 0, failed: 0, running: 0, unknown: 0 };
  const seen = new Set<string>();
  for (const row of rows) {
    if (!isKin(row)) continue;
    if (row.trackingId !== null) {
      if (seen.has(row.trackingId)) continue;
      seen.add(row.trackingId);
    }
    byStatus[row.status]++;
  }
  const ended = byStatus.succeeded + byStatus.failed;
  return {
    flows: ended + byStatus.running + byStatus.unknown,
    byStatus,
    failedShare: ended === 0 ? null : byStatus.failed / ended,
    ended,
  };
}

export const fromSender = (sender: string) => (row: FlowRow) => row.steps.some((step) => step.sender === sender);
export const withLabel = (label: string) => (row: FlowRow) => row.labels.includes(label);
