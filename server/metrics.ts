/** Figures for machines: what `/metrics` shows. No label holds anything personal, nor a tracking ID. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Counter({
      name: 'cascade_requests_total',
      help: 'Requests answered, by route and status',
      labelNames: ['route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'cascade_request_seconds',
      help: 'Time to answer a request',
      labelNames: ['route'],
      buckets: seconds,
      registers,
    }),
    calls: new Counter({
      name: 'cascade_routee_calls_total',
      help: 'Calls to Routee, repetitions included, by result: a status, unreachable, cut, tooLarge or given-up',
      labelNames: ['operation', 'result'],
      registers,
    }),
    callSeconds: new Histogram({
      name: 'cascade_routee_call_seconds',
      help: 'Time of a single call to Routee',
      labelNames: ['operation'],
      buckets: seconds,
      registers,
    }),
    underWay: new Gauge({
      name: 'cascade_routee_calls_under_way',
      help: 'Calls to Routee that are not answered yet',
      labelNames: ['operation'],
      registers,
    }),
    retries: new Counter({
      name: 'cascade_routee_retries_total',
      help: 'Calls to Routee that were repeated, by reason',
      labelNames: ['operation', 'reason'],
      registers,
    }),
    tokenRenewals: new Counter({
      name: 'cascade_token_renewals_total',
      help: 'Tokens asked for, by result',
      labelNames: ['result'],
      registers,
    }),
    flowAnswers: new Counter({
      name: 'cascade_flow_answers_total',
      help: 'Flows asked for, by source: memory, shared (a call that was under way) or called',
      labelNames: ['source'],
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
