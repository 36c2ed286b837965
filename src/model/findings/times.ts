/** Findings on times: latency, order, TTL. */

import type { Flow, Handover, Message, Step } from '../flow/flow.ts';
import { endedByExpiry, ttlRelation } from '../flow/handover.ts';
import { wasSent } from '../flow/reach.ts';
import { latency } from '../readings/latency.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';
import { decider, fieldPath, fieldPaths, rootPath, stepsOf } from './evidence.ts';
import type { Finding } from './finding.ts';

/** Status dates of SMS often carry whole seconds, so anything within one is no contradiction. */
const roundingMs = 1000;
/** Clocks of computers differ by less than this. */
const clockErrorMs = 60_000;
/** An expiry is noticed a little after the TTL: up to this, or 1 % of the TTL, is how it should be. */
const expiryNoticeMs = 5000;
/** A flow is overdue when it is still open this long after every TTL has run out one after the other. */
const overdueMs = 10 * 60_000;
/** `ttl` where a step names none (vendor's page "Send failover": SMS 1200 minutes, Viber 10); calls have none. */
const defaultTtlMs = { Sms: 1200 * 60_000, Viber: 10 * 60_000, Voice: 60 * 60_000 } as const;

function latencyFindings(flow: Flow): Finding[] {
  const messages = new Map(flow.steps.flatMap((step) => step.messages.map((message) => [message.index, message])));
  return latency(flow).steps.flatMap((step) =>
    (['seconds', 'neither'] as const).flatMap((unit): Finding[] => {
      const odd = step.messages.filter((message) => message.reported?.unit === unit);
      const first = odd[0];
      const channel = flow.steps[step.stepIndex]?.channel;
      if (first?.reported == null || first.measuredMs === null || channel === undefined) return [];
      const evidence = odd.flatMap((message) => messages.get(message.messageIndex) ?? []);
      return [
        {
          code: unit === 'seconds' ? 'latency-unit' : 'latency-disagrees',
          severity: unit === 'seconds' ? 'info' : 'warning',
          stepIndexes: [step.stepIndex],
          paths: fieldPaths(flow, evidence, 'latency', 'createdAt', 'statusDate'),
          channel,
          reported: first.reported.value,
          measuredMs: first.measuredMs,
          count: odd.length,
        },
      ];
    }),
  );
}

interface Lag {
  readonly message: Message;
  readonly byMs: DurationMs;
}

function outOfOrder(
  flow: Flow,
  why: Extract<Finding, { code: 'times-out-of-order' }>['why'],
  lags: readonly Lag[],
  fields: readonly ('createdAt' | 'statusDate')[],
  root: readonly string[],
): Finding[] {
  const worst = lags.reduce<Lag | null>((a, b) => (a === null || b.byMs > a.byMs ? b : a), null);
  if (worst === null) return [];
  const messages = lags.map((lag) => lag.message);
  return [
    {
      code: 'times-out-of-order',
      severity: 'warning',
      stepIndexes: stepsOf(flow, messages),
      paths: [...root.map((field) => rootPath(flow, field)), ...fieldPaths(flow, messages, ...fields)],
      why,
      channel: worst.message.channel,
      byMs: worst.byMs,
      count: lags.length,
    },
  ];
}

function orderFindings(flow: Flow, now: EpochMs): Finding[] {
  const messages = flow.steps.filter(wasSent).flatMap((step) => step.messages);
  const lag = (later: EpochMs | null, earlier: EpochMs | null, message: Message): Lag[] =>
    later === null || earlier === null || later - earlier <= roundingMs ? [] : [{ message, byMs: later - earlier }];
  const early = messages.flatMap((message) => lag(message.createdAt, message.updatedAt, message));
  const beforeFlow = messages.flatMap((message) => lag(flow.createdAt, message.createdAt, message));
  const ahead = messages.flatMap((message) => {
    const latest = Math.max(message.createdAt ?? now, message.updatedAt ?? now);
    return latest - now > clockErrorMs ? [{ message, byMs: latest - now }] : [];
  });
  const beforePrevious = flow.handovers.flatMap((handover) => {
    const from = flow.steps[handover.fromStep];
    const to = flow.steps[handover.toStep];
    return from === undefined || to === undefined ? [] : lag(from.sentAt, to.sentAt, to.messages[0]);
  });
  return [
    ...outOfOrder(flow, 'statusBeforeCreation', early, ['createdAt', 'statusDate'], []),
    ...outOfOrder(flow, 'messageBeforeFlow', beforeFlow, ['createdAt'], ['createdAt']),
    ...outOfOrder(flow, 'stepBeforePrevious', beforePrevious, ['createdAt'], []),
    ...outOfOrder(flow, 'inTheFuture', ahead, ['createdAt', 'statusDate'], []),
  ];
}

/** The next step was sent while the one before was still being tried. */
function overlap(flow: Flow, handover: Handover): Finding[] {
  const from = flow.steps[handover.fromStep];
  const to = flow.steps[handover.toStep];
  if (from === undefined || to === undefined || from.sentAt === null || to.sentAt === null) return [];
  if (handover.gapMs === null || -handover.gapMs <= roundingMs || to.sentAt < from.sentAt - roundingMs) return [];
  return [
    {
      code: 'steps-overlap',
      severity: 'warning',
      stepIndexes: [from.index, to.index],
      paths: [fieldPath(flow, decider(from), 'statusDate'), fieldPath(flow, to.messages[0], 'createdAt')],
      from: from.channel,
      to: to.channel,
      byMs: -handover.gapMs,
    },
  ];
}

function staleUpdate(flow: Flow): Finding[] {
  const messages = flow.steps.flatMap((step) => step.messages);
  let newest: { message: Message; at: EpochMs } | null = null;
  for (const message of messages) {
    const at = Math.max(message.createdAt ?? Number.NEGATIVE_INFINITY, message.updatedAt ?? Number.NEGATIVE_INFINITY);
    if (newest === null || at > newest.at) newest = { message, at };
  }
  if (newest === null || flow.updatedAt === null || !(newest.at - flow.updatedAt > roundingMs)) return [];
  const field = newest.at === newest.message.updatedAt ? 'statusDate' : 'createdAt';
  return [
    {
      code: 'updated-before-newest',
      severity: 'info',
      stepIndexes: stepsOf(flow, [newest.message]),
      paths: [rootPath(flow, 'updatedAt'), fieldPath(flow, newest.message, field)],
      byMs: newest.at - flow.updatedAt,
    },
  ];
}

function lateEnd(flow: Flow, step: Step): Finding[] {
  const relation = ttlRelation(step);
  if (step.ttlMs === null || (relation.kind !== 'expired' && relation.kind !== 'endedAfter')) return [];
  const allowed = endedByExpiry(step) ? Math.max(expiryNoticeMs, step.ttlMs / 100) : roundingMs;
  if (relation.byMs <= allowed) return [];
  return [
    {
      code: 'ended-after-ttl',
      severity: 'warning',
      stepIndexes: [step.index],
      paths: fieldPaths(flow, [decider(step)], 'ttl', 'createdAt', 'statusDate'),
      channel: step.channel,
      status: step.status.kind === 'reported' ? step.status.name : '',
      ttlMs: step.ttlMs,
      byMs: relation.byMs,
    },
  ];
}

function overdue(flow: Flow, now: EpochMs): Finding[] {
  const start = flow.createdAt ?? flow.steps.find(wasSent)?.sentAt ?? null;
  if (!flow.running || start === null || flow.steps.length === 0) return [];
  const ttlMs = flow.steps.reduce(
    (sum, step) => sum + (step.ttlMs ?? (step.channel.kind === 'known' ? defaultTtlMs[step.channel.name] : 0)),
    0,
  );
  if (now - start <= ttlMs + overdueMs) return [];
  const waiting = flow.steps.filter((step) => step.outcome.kind === 'waiting');
  return [
    {
      code: 'unfinished-past-ttl',
      severity: 'problem',
      stepIndexes: waiting.map((step) => step.index),
      paths: [rootPath(flow, 'status'), rootPath(flow, 'createdAt'), ...fieldPaths(flow, waiting.map(decider), 'ttl')],
      ageMs: now - start,
      ttlMs,
    },
  ];
}

/** What does not add up in the times; `now` only for a flow that should long have ended. */
export function timeFindings(flow: Flow, now: EpochMs): Finding[] {
  return [
    ...latencyFindings(flow),
    ...orderFindings(flow, now),
    ...flow.handovers.flatMap((handover) => overlap(flow, handover)),
    ...staleUpdate(flow),
    ...flow.steps.filter(wasSent).flatMap((step) => lateEnd(flow, step)),
    ...overdue(flow, now),
  ];
}
