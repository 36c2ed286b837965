/** Since when an open flow should have gone on or ended, judged by the step that waits. */

import { type DurationMs, type EpochMs, latestTime } from '../values/time.ts';
import type { Flow, Step } from './flow.ts';
import { ttlDeadline } from './handover.ts';

/** `ttl` where a step names none (vendor's page "Send failover": SMS 1200 minutes, Viber 10). */
const defaultTtlMs: Readonly<Record<string, DurationMs>> = { Sms: 1200 * 60_000, Viber: 10 * 60_000 };
/** Calls have no TTL; none rings or is talked for longer than this without a word from Routee. */
const longestCallMs = 60 * 60_000;
/** An end is reported up to this, or a hundredth of the TTL, after it came. */
const noticeMs = 60_000;
/** And a flow goes on to its next step, or sends its first, within this. */
const betweenStepsMs = 10 * 60_000;

export interface Overdue {
  /** The step that waits; null where none does, and the flow should have gone on. */
  readonly stepIndex: number | null;
  /** When it should have ended. */
  readonly since: EpochMs;
  /** The TTL that ended then; null for a call and between steps. */
  readonly ttlMs: DurationMs | null;
  /** True for a TTL that is Routee's default, not the record's. */
  readonly byDefault: boolean;
}

interface Due extends Overdue {
  readonly graceMs: DurationMs;
}

function stepDue(step: Step): Due | null {
  if (step.sentAt === null) return null;
  const name = step.channel.kind === 'known' ? step.channel.name : '';
  const own = ttlDeadline(step);
  if (own !== null && step.ttlMs !== null) {
    const graceMs = Math.max(noticeMs, step.ttlMs / 100);
    return { stepIndex: step.index, since: own, ttlMs: step.ttlMs, byDefault: false, graceMs };
  }
  if (step.ttlMs !== null) return null;
  const ttlMs = defaultTtlMs[name] ?? null;
  if (ttlMs === null && name !== 'Voice') return null;
  const since = step.sentAt + (ttlMs ?? longestCallMs);
  return { stepIndex: step.index, since, ttlMs, byDefault: true, graceMs: Math.max(noticeMs, (ttlMs ?? 0) / 100) };
}

function betweenDue(since: EpochMs | null): Due | null {
  return since === null ? null : { stepIndex: null, since, ttlMs: null, byDefault: false, graceMs: betweenStepsMs };
}

function dueOf({ steps, createdAt }: Flow): Due | null {
  const sent = steps.filter((step) => step.outcome.kind !== 'notSent');
  const waiting = sent.findLast((step) => step.outcome.kind === 'waiting');
  if (waiting !== undefined) return stepDue(waiting);
  const last = sent.at(-1);
  // What was delivered and may yet be seen, or ends the flow, is another matter (`flow-status-mismatch`).
  if (last !== undefined && last.outcome.kind !== 'notDelivered') return null;
  return betweenDue(last === undefined ? createdAt : last.endedAt);
}

/** Null for a flow that does not run, that is not late yet, or whose times and statuses do not tell. */
export function overdue(flow: Flow, now: EpochMs): Overdue | null {
  if (!flow.running || flow.steps.length === 0) return null;
  const due = dueOf(flow);
  if (due === null || due.since > latestTime || now - due.since <= due.graceMs) return null;
  const { stepIndex, since, ttlMs, byDefault } = due;
  return { stepIndex, since, ttlMs, byDefault };
}
