/** Figures of the store that replicas share; there only where one is set. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

const seconds = [0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25];

export function createCacheMetrics(registry: Registry) {
  const registers = [registry];
  return {
    up: new Gauge({
      name: 'cascade_cache_up',
      help: '1 while the store that replicas share answers, 0 while each goes on alone',
      registers,
    }),
    failures: new Counter({
      name: 'cascade_cache_failures_total',
      help: 'What was asked of the shared store in vain, by reason: away, slow, full, refused or unreadable',
      labelNames: ['reason'],
      registers,
    }),
    seconds: new Histogram({
      name: 'cascade_cache_seconds',
      help: 'Time of one answer of the shared store, by operation: ask, hold, land, drop or grant',
      labelNames: ['operation'],
      buckets: seconds,
      registers,
    }),
    flights: new Counter({
      name: 'cascade_cache_flights_total',
      help: 'What came of asking the shared store first, by kind (flow, token) and result: remembered, waited, called or alone',
      labelNames: ['kind', 'result'],
      registers,
    }),
    slots: new Gauge({
      name: 'cascade_cache_slots',
      help: 'Calls to Routee that this replica may have under way at once, of those that all share',
      registers,
    }),
    replicas: new Gauge({
      name: 'cascade_cache_replicas',
      help: 'Replicas that share the calls to Routee, this one included',
      registers,
    }),
  };
}

export type CacheMetrics = ReturnType<typeof createCacheMetrics>;
