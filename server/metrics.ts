/** Figures for machines: what `/metrics` shows. No label holds anything personal, nor a tracking ID. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20];

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
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
    retriesRefused: new Counter({
      name: 'cascade_routee_retries_refused_total',
      help: 'Calls to Routee that were not repeated because too many others were',
      labelNames: ['operation'],
      registers,
    }),
    failures: new Counter({
      name: 'cascade_routee_failures_total',
      help: 'Calls to Routee without a whole answer, by cause: dns, refused, reset, certificate, tls, connect-timeout, ...',
      labelNames: ['operation', 'cause'],
      registers,
    }),
    /** To be called once with where the figures come from. */
    watchAnswers: (read: () => { readonly bytes: number; readonly waiting: number }) => {
      gauge(
        'cascade_answer_bytes',
        'Memory held by answers of Routee: on their way, remembered, being sent',
        () => read().bytes,
      );
      gauge('cascade_answers_waiting', 'Answers of Routee that wait for memory', () => read().waiting);
    },
    readersCut: new Counter({
      name: 'cascade_readers_cut_total',
      help: 'Readers who were disconnected because they did not take their answer',
      registers,
    }),
    tokenRenewals: new Counter({
      name: 'cascade_token_renewals_total',
      help: 'Tokens asked for, by result',
      labelNames: ['result'],
      registers,
    }),
    historyKept: new Counter({
      name: 'cascade_history_kept_total',
      help: 'Records that the history has kept or seen again',
      registers,
    }),
    historyLost: new Counter({
      name: 'cascade_history_lost_total',
      help: 'Answers that the history could not keep, by reason: tooLarge, queueFull, memoryFull, unreadable, database or closed',
      labelNames: ['reason'],
      registers,
    }),
    callbacks: new Counter({
      name: 'cascade_callbacks_total',
      help: 'Callbacks posted, by result: taken, refused (a wrong secret), limited or full',
      labelNames: ['result'],
      registers,
    }),
    /** To be called once with how many answers wait to be kept. */
    watchHistory: (waiting: () => number) =>
      gauge('cascade_history_waiting', 'Answers that wait to be kept in the history', waiting),
    spans: new Counter({
      name: 'cascade_spans_total',
      help: 'Spans for the collector of OpenTelemetry, by result: sent or lost',
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
