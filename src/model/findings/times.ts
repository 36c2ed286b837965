/** Findings on times: latency, order, TTL. */

import type { Flow, Handover, Message, Step } from '../flow/flow.ts';
import { endedByExpiry, fittingTtlUnit, ttlRelation } from '../flow/handover.ts';
import { overdue } from '../flow/overdue.ts';
import { wasSent } from '../flow/reach.ts';
import { latency } from '../readings/latency.ts';
import { clockErrorMs, type DurationMs, type EpochMs, roundingMs } from '../values/time.ts';
import { decider, fieldPath, fieldPaths, rootPath, stepsOf } from './evidence.ts';
import type { Finding } from './finding.ts';

/** An expiry is noticed a little after the TTL: up to this, or 1 % of the TTL, is how it should be. */
const expiryNoticeMs = 5000;
/** Steps whose status dates are told to be a zone off: nothing else is made of them. */
function offSteps(flow: Flow): ReadonlySet<number> {
  return new Set(
    flow.clockDoubts.flatMap((doubt) => (doubt.kind === 'zone' && doubt.against !== 'flow' ? doubt.stepIndex : [])),
  );
}

/** Times that a zone would set right. */
function zoneFindings(flow: Flow): Finding[] {
  return flow.clockDoubts.flatMap((doubt): Finding[] => {
    const step = doubt.kind === 'zone' ? flow.steps[doubt.stepIndex] : undefined;
    if (doubt.kind !== 'zone' || step === undefined) return [];
    const { byMs, zone, against } = doubt;
    const fields = fieldPaths(
      flow,
      [decider(step)],
      ...(against === 'latency' ? (['latency'] as const) : []),
      'createdAt',
      'statusDate',
    );
    return [
      {
        code: 'zone-offset',
        severity: 'warning',
        stepIndexes: [step.index],
        paths: against === 'flow' ? [rootPath(flow, 'createdAt'), ...fields] : fields,
        channel: step.channel,
        byMs,
        zone,
        against,
      },
    ];
  });
}

function latencyFindings(flow: Flow): Finding[] {
  const messages = new Map(flow.steps.flatMap((step) => step.messages.map((message) => [message.index, message])));
  const off = offSteps(flow);
  return latency(flow)
    .steps.filter(({ stepIndex }) => !off.has(stepIndex))
    .flatMap((step) =>
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
  const off = offSteps(flow);
  const judged = flow.steps.filter((step) => wasSent(step) && !off.has(step.index)).flatMap((step) => step.messages);
  const early = judged.flatMap((message) => lag(message.createdAt, message.updatedAt, message));
  const zoned = flow.clockDoubts.some((doubt) => doubt.kind === 'zone' && doubt.against === 'flow');
  const beforeFlow = zoned ? [] : messages.flatMap((message) => lag(flow.createdAt, message.createdAt, message));
  const ahead = judged.flatMap((message) => {
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

/** The flow's own times the wrong way round. */
function flowOrder(flow: Flow): Finding[] {
  const doubt = flow.clockDoubts.find(({ kind }) => kind === 'updatedBeforeCreation');
  if (doubt === undefined) return [];
  const paths = [rootPath(flow, 'createdAt'), rootPath(flow, 'updatedAt')];
  const about = { stepIndexes: [], paths, channel: null, byMs: doubt.byMs, count: 1 };
  return [{ code: 'times-out-of-order', severity: 'warning', why: 'updatedBeforeCreation', ...about }];
}

/** The next step was sent while the one before was still being tried. */
function overlap(flow: Flow, handover: Handover, off: ReadonlySet<number>): Finding[] {
  const from = flow.steps[handover.fromStep];
  const to = flow.steps[handover.toStep];
  if (from === undefined || to === undefined || from.sentAt === null || to.sentAt === null) return [];
  if (off.has(from.index)) return [];
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
  // Told already: by a zone, or as an order of its own times.
  if (flow.clockDoubts.some(({ kind }) => kind === 'zone' || kind === 'updatedBeforeCreation')) return [];
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

/** An expiry that its TTL does not explain. */
function offTtl(flow: Flow, step: Step): Finding[] {
  if (step.ttlMs === null || ttlRelation(step).kind !== 'expiredOff') return [];
  if (step.sentAt === null || step.endedAt === null || step.endedAt < step.sentAt) return [];
  const afterMs = step.endedAt - step.sentAt;
  return [
    {
      code: 'expired-off-ttl',
      severity: 'warning',
      stepIndexes: [step.index],
      paths: fieldPaths(flow, [decider(step)], 'status', 'ttl', 'createdAt', 'statusDate'),
      channel: step.channel,
      afterMs,
      ttlMs: step.ttlMs,
      fits: fittingTtlUnit(afterMs, step.ttlMs),
    },
  ];
}

function unfinished(flow: Flow, now: EpochMs): Finding[] {
  const due = overdue(flow, now);
  if (due === null) return [];
  const step = due.stepIndex === null ? flow.steps.findLast(wasSent) : flow.steps[due.stepIndex];
  const proof =
    step === undefined ? [rootPath(flow, 'createdAt')] : fieldPaths(flow, [decider(step)], 'ttl', 'createdAt');
  return [
    {
      code: 'unfinished-past-ttl',
      severity: 'problem',
      stepIndexes: step === undefined ? [] : [step.index],
      paths: [rootPath(flow, 'status'), ...proof],
      channel: due.stepIndex === null ? null : (step?.channel ?? null),
      since: due.since,
      ttlMs: due.ttlMs,
      byDefault: due.byDefault,
      now,
    },
  ];
}

/** What does not add up in the times; `now` only for a flow that should long have ended. */
export function timeFindings(flow: Flow, now: EpochMs): Finding[] {
  const off = offSteps(flow);
  const judged = flow.steps.filter((step) => wasSent(step) && !off.has(step.index));
  return [
    ...latencyFindings(flow),
    ...zoneFindings(flow),
    ...flowOrder(flow),
    ...orderFindings(flow, now),
    ...flow.handovers.flatMap((handover) => overlap(flow, handover, off)),
    ...staleUpdate(flow),
    ...judged.flatMap((step) => [...lateEnd(flow, step), ...offTtl(flow, step)]),
    ...unfinished(flow, now),
  ];
}
