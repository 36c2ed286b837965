/** Hand-overs: why and how a flow went on from one step to the next. */

import { defaultFailoverOnStatuses, statusKey } from '../record/status.ts';
import { type DurationMs, type EpochMs, latestTime, roundingMs } from '../values/time.ts';
import type { Handover, Step, TriggerListing, TtlRelation } from './flow.ts';

/**
 * Detailed statuses that say a validity period ran out (vendor's lists of SMS and Viber detailed statuses). `Timed Out`
 * is none: the channel gave no answer, whatever the TTL.
 */
const expiryReasons = new Set(['expired', 'ttlexpired']);

/** When a step's TTL ends: its latest creation plus `ttl`; null when either is not known. */
export function ttlDeadline(step: Step): EpochMs | null {
  if (step.ttlMs === null || step.sentAt === null) return null;
  const created = step.messages.flatMap((message) => message.createdAt ?? []);
  const deadline = created.reduce((a, b) => Math.max(a, b), step.sentAt) + step.ttlMs;
  // No calendar holds what lies further off; a `ttl` so large is no time to wait until.
  return deadline <= latestTime ? deadline : null;
}

/** True when a step ended because its validity period ran out, by its status or its detailed status. */
export function endedByExpiry(step: Step): boolean {
  if (step.outcome.kind !== 'notDelivered' && step.outcome.kind !== 'expiredAfterDelivery') return false;
  const status = step.status.kind === 'reported' ? statusKey(step.status.name) : '';
  return status === 'expired' || expiryReasons.has(statusKey(step.detailedStatus ?? ''));
}

/** An expiry is reported up to this, or a tenth of the TTL, after the TTL's end; before it within the clocks' rounding. */
const latestNoticeMs = 60_000;

/** True when an end `byMs` after the TTL's end (negative: before) can be its running out. */
export function fitsTtl(byMs: DurationMs, ttlMs: DurationMs): boolean {
  return byMs >= -Math.max(roundingMs, ttlMs / 100) && byMs <= Math.max(latestNoticeMs, ttlMs / 10);
}

/** `ttl` as written, in a unit that it may have been meant in; Routee documents minutes (Failover OTP: seconds). */
export interface TtlUnit {
  readonly written: number;
  readonly unit: 'seconds' | 'hours';
}

/** The unit in which the written `ttl` would be the length that a step took until it expired; null for none. */
export function fittingTtlUnit(afterMs: DurationMs, ttlMs: DurationMs): TtlUnit | null {
  const units = [
    { unit: 'seconds', ms: ttlMs / 60 },
    { unit: 'hours', ms: ttlMs * 60 },
  ] as const;
  const found = units.find(({ ms }) => Math.abs(afterMs - ms) <= Math.max(roundingMs, ms / 20));
  return found === undefined ? null : { written: ttlMs / 60_000, unit: found.unit };
}

/** True where a step says that it expired and its times bear it out. */
export function ranOutTtl(step: Step): boolean {
  return ttlRelation(step).kind === 'expired';
}

/** What the TTL had to do with a step's end. */
export function ttlRelation(step: Step): TtlRelation {
  const deadline = ttlDeadline(step);
  if (deadline === null || step.endedAt === null) return { kind: 'none' };
  const byMs = step.endedAt - deadline;
  if (endedByExpiry(step)) return { kind: fitsTtl(byMs, step.ttlMs ?? 0) ? 'expired' : 'expiredOff', byMs };
  return byMs > 0 ? { kind: 'endedAfter', byMs } : { kind: 'endedBefore', byMs: -byMs };
}

/**
 * Is a step's status among its `failoverOnStatuses`, compared as the vendor does? A status that is not documented may be
 * another word for a listed one: that is not known.
 */
export function triggerListing(step: Step): TriggerListing {
  if (step.status.kind === 'missing') return 'unknown';
  const key = statusKey(step.status.name);
  const has = (names: readonly string[]) => names.some((name) => statusKey(name) === key);
  if (step.failoverOnStatuses !== null && has(step.failoverOnStatuses)) return 'listed';
  // What could not be read may have listed it, and of an unknown status nobody knows which listed one it stands for.
  if (step.triggersUnread || step.status.class === 'unknown') return 'unknown';
  if (step.failoverOnStatuses !== null) return 'notListed';
  if (step.channel.kind !== 'known') return 'unknown';
  return has(defaultFailoverOnStatuses[step.channel.name]) ? 'listedByDefault' : 'notListedByDefault';
}

function lastChange(step: Step): EpochMs | null {
  const times = step.messages.flatMap((message) => message.updatedAt ?? []);
  return step.endedAt ?? (times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)));
}

function handover(from: Step, to: Step): Handover {
  const at = lastChange(from);
  return {
    fromStep: from.index,
    toStep: to.index,
    trigger: from.status,
    detailedStatus: from.detailedStatus,
    listing: triggerListing(from),
    at,
    nextAt: to.sentAt,
    gapMs: at === null || to.sentAt === null ? null : to.sentAt - at,
    ttl: ttlRelation(from),
  };
}

/** Between every two sent steps that follow each other; steps never sent are passed over. */
export function handoversOf(steps: readonly Step[]): Handover[] {
  const sent = steps.filter((step) => step.outcome.kind !== 'notSent');
  return sent.slice(1).flatMap((to, index) => {
    const from = sent[index];
    return from === undefined ? [] : [handover(from, to)];
  });
}
