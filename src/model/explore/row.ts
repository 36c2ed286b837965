/** A flow reduced to what Explore counts, filters and lists; plain values, so that a worker can hand it over. */
import { Big } from 'big.js';
import type { FindingCode, Severity } from '../findings/finding.ts';
import { findings } from '../findings/findings.ts';
import { doubtedSteps } from '../flow/clock-doubts.ts';
import type { Flow, Message, OutcomeKind, Step } from '../flow/flow.ts';
import { answeredAt } from '../flow/reports.ts';
import { isFailed, price } from '../readings/price.ts';
import type { Channel } from '../record/channel.ts';
import { statusKey } from '../record/status.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';

/** What a flow counts as. `unknown`: its status is missing or not documented, and nothing in it still waits. */
export type RowStatus = 'succeeded' | 'failed' | 'running' | 'unknown';

/** One step of the chain. */
export interface RowStep {
  readonly channel: Channel;
  readonly outcome: OutcomeKind;
  readonly status: string | null;
  readonly detailedStatus: string | null;
  readonly country: string | null;
  readonly operator: string | null;
  readonly sender: string | null;
  readonly label: string | null;
  readonly sentAt: EpochMs | null;
  /** From sending to end, of a call to its answer; null while it waits, when a time is missing or doubtful, or when it only tells that it was seen. */
  readonly tookMs: DurationMs | null;
  /** Sum of its messages, a decimal as text; null when none has a price. */
  readonly price: string | null;
  /** Of that, what was spent on messages that failed. */
  readonly failedPrice: string | null;
}

export interface FlowRow {
  readonly trackingId: string | null;
  readonly createdAt: EpochMs | null;
  readonly status: RowStatus;
  /** As Routee spells it. */
  readonly statusName: string | null;
  readonly statusCode: string | null;
  readonly terminationChannel: Channel | null;
  readonly steps: readonly RowStep[];
  /** Every recipient of its messages, each once. */
  readonly recipients: readonly string[];
  /** From the flow's creation until the recipient was first reached; null where the record gives only a bound. */
  readonly reachMs: DurationMs | null;
  /** From the flow's creation until its end. */
  readonly endMs: DurationMs | null;
  /** Exact sum of the messages; null when none has a price. */
  readonly price: string | null;
  readonly failedPrice: string | null;
  readonly findings: readonly { readonly code: FindingCode; readonly severity: Severity }[];
  readonly labels: readonly string[];
  readonly applicationId: string | null;
  readonly texts: readonly string[];
}

function rowStatus(flow: Flow): RowStatus {
  if (flow.running) return 'running';
  return flow.status.kind === 'succeeded' || flow.status.kind === 'failed' ? flow.status.kind : 'unknown';
}

function unique<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))];
}

/** Digits without an exponent, so that sums and comparisons need no number type. */
function decimal(value: Big | null): string | null {
  return value === null ? null : value.toFixed();
}

const since = (from: EpochMs | null, to: EpochMs | null) =>
  from === null || to === null || to < from ? null : to - from;

function tookMs(flow: Flow, step: Step): DurationMs | null {
  if (doubtedSteps(flow.clockDoubts).has(step.index)) return null;
  const [first] = step.messages;
  // When it was seen does not tell when it came.
  if (step.status.kind === 'reported' && statusKey(step.status.name) === 'seen') return null;
  const answered = step.outcome.kind === 'delivered' && first.content.kind === 'voice';
  return since(step.sentAt, answered ? answeredAt(first) : step.endedAt);
}

/** A bound is no time, and when it was seen is not when it came. */
function reachMs({ createdAt, reach }: Flow): DurationMs | null {
  return reach === null || reach.atMost || reach.kind === 'seen' ? null : since(createdAt, reach.at);
}

function sumOf(messages: readonly Message[]): Big | null {
  const prices = messages.flatMap((message) => message.price ?? []);
  return prices.length === 0 ? null : prices.reduce((sum, one) => sum.plus(one), new Big(0));
}

function rowStep(flow: Flow, step: Step): RowStep {
  const [first] = step.messages;
  const sum = sumOf(step.messages);
  return {
    channel: step.channel,
    outcome: step.outcome.kind,
    status: step.status.kind === 'reported' ? step.status.name : null,
    detailedStatus: step.detailedStatus,
    country: first.country,
    operator: first.content.kind === 'sms' ? first.content.operator : null,
    sender: first.from,
    label: first.label,
    sentAt: step.sentAt,
    tookMs: tookMs(flow, step),
    price: decimal(sum),
    failedPrice: sum === null ? null : decimal(sumOf(step.messages.filter(isFailed)) ?? new Big(0)),
  };
}

/** The row of a flow. `now` is used for findings alone. */
export function flowRow(flow: Flow, now: EpochMs): FlowRow {
  const messages = flow.steps.flatMap((step) => step.messages);
  const { sum, spentOnFailed } = price(flow);
  const found = new Map(findings(flow, now).map(({ code, severity }) => [code, { code, severity }]));
  return {
    trackingId: flow.trackingId,
    createdAt: flow.createdAt,
    status: rowStatus(flow),
    statusName: flow.status.kind === 'missing' ? null : flow.status.name,
    statusCode: flow.statusCode,
    terminationChannel: flow.terminationChannel,
    steps: flow.steps.map((step) => rowStep(flow, step)),
    recipients: unique(messages.map((message) => message.to)),
    reachMs: reachMs(flow),
    endMs: since(flow.createdAt, flow.endedAt),
    price: decimal(sum),
    failedPrice: sum === null ? null : decimal(spentOnFailed),
    findings: [...found.values()],
    labels: unique(messages.map((message) => message.label)),
    applicationId: flow.applicationId,
    texts: unique(
      messages.map(({ content }) => (content.kind === 'sms' || content.kind === 'viber' ? content.text : null)),
    ),
  };
}

/** The steps that Routee tried. */
export function sentSteps(row: FlowRow): RowStep[] {
  return row.steps.filter((step) => step.outcome !== 'notSent');
}
