/** What the emulator was asked: counts, headers, and how many calls were under way at once. */
import type { IncomingHttpHeaders } from 'node:http';

export type Operation = 'token' | 'tracking' | 'search' | 'send' | 'unknown';

export interface Call {
  readonly operation: Operation;
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

export interface Ledger {
  /** Notes a call; to be called back when it is over. */
  begin(call: Call, trackingId: string | null): () => void;
  calls(operation?: Operation): number;
  callsFor(trackingId: string): number;
  underWay(): number;
  maxUnderWay(): number;
  maxUnderWayFor(trackingId: string): number;
  received(): readonly Call[];
  clear(): void;
}

/** Only the newest calls are kept in full, so that a long run stays small. */
const kept = 1_000;

interface Tally {
  count: number;
  underWay: number;
  max: number;
}

export function ledger(): Ledger {
  const byId = new Map<string, Tally>();
  const counts = new Map<Operation, number>();
  const all: Tally = { count: 0, underWay: 0, max: 0 };
  let received: Call[] = [];

  return {
    begin(call, trackingId) {
      received.push(call);
      if (received.length > 2 * kept) received = received.slice(-kept);
      counts.set(call.operation, (counts.get(call.operation) ?? 0) + 1);
      const tallies = trackingId === null ? [all] : [all, tallyOf(trackingId)];
      for (const tally of tallies) {
        tally.count += 1;
        tally.underWay += 1;
        tally.max = Math.max(tally.max, tally.underWay);
      }
      return () => {
        for (const tally of tallies) tally.underWay -= 1;
      };
    },
    calls: (operation) => (operation === undefined ? all.count : (counts.get(operation) ?? 0)),
    callsFor: (trackingId) => byId.get(trackingId)?.count ?? 0,
    underWay: () => all.underWay,
    maxUnderWay: () => all.max,
    maxUnderWayFor: (trackingId) => byId.get(trackingId)?.max ?? 0,
    received: () => received.slice(-kept),
    clear() {
      received = [];
      counts.clear();
      for (const tally of [all, ...byId.values()]) {
        tally.count = 0;
        tally.max = tally.underWay;
      }
    },
  };

  function tallyOf(trackingId: string): Tally {
    const tally = byId.get(trackingId) ?? { count: 0, underWay: 0, max: 0 };
    byId.set(trackingId, tally);
    return tally;
  }
}
