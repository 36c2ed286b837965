/** What a flow cost, in exact decimals. No currency is in the record: it is the account's. */
import { Big } from 'big.js';
import type { Flow, Message, Step } from '../flow/flow.ts';
import { partOf } from '../flow/parts.ts';
import { expiredAfterDelivery } from '../flow/reports.ts';

export interface MessagePrice {
  readonly messageIndex: number;
  readonly part: number | null;
  readonly price: Big | null;
}

export interface StepPrice {
  readonly stepIndex: number;
  readonly messages: readonly MessagePrice[];
  /** Sum over the messages that have a price; null when none has. */
  readonly sum: Big | null;
  /** The one price all its messages share, or null when they differ or one has none. */
  readonly each: Big | null;
  /** Of the sum over all steps, 0 to 1; null when there is no sum or the sum is 0. */
  readonly share: number | null;
  /** True when the step ended without delivering. */
  readonly failed: boolean;
}

/** Steps whose sum is `totalPrice`; with `oneEach`, when of every SMS only one part is counted. */
export interface Explanation {
  readonly steps: readonly number[];
  readonly oneEach: boolean;
}

/** How the sum of the messages compares with `totalPrice`. */
export type PriceAgreement =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly difference: Big; readonly explainedBy: Explanation | null }
  | { readonly kind: 'notComparable'; readonly why: 'noTotal' | 'noPrices' };

export interface PriceReading {
  /** Sent steps and those with a price, in the order of the chain. */
  readonly steps: readonly StepPrice[];
  readonly messageCount: number;
  readonly sum: Big | null;
  readonly total: Big | null;
  readonly agreement: PriceAgreement;
  readonly spentOnFailed: Big;
  /** Of the sum, 0 to 1; null when there is no sum or it is 0. */
  readonly failedShare: number | null;
  /** Decimals that show every price of this record without rounding: at least 2. */
  readonly decimals: number;
}

const zero = new Big(0);
/** Subsets of more steps than this are not searched for an explanation: 2^12 sums are quick, more seldom mean anything. */
const mostStepsToExplain = 12;

function sumOf(prices: readonly (Big | null)[]): Big | null {
  return prices.reduce<Big | null>((sum, price) => (price === null ? sum : (sum ?? zero).plus(price)), null);
}

function shareOf(part: Big | null, whole: Big | null): number | null {
  return part === null || whole === null || whole.eq(0) ? null : part.div(whole).toNumber();
}

function sharedPrice(prices: readonly (Big | null)[]): Big | null {
  const first = prices[0] ?? null;
  return first !== null && prices.every((price) => price?.eq(first) === true) ? first : null;
}

/** True for money spent on a try that ended without reaching anybody: a message that expired after delivery did. */
export function isFailed(message: Message): boolean {
  return (
    message.status.kind === 'reported' && message.status.class === 'notDelivered' && !expiredAfterDelivery(message)
  );
}

interface Amount {
  readonly stepIndex: number;
  readonly amount: Big;
}

/**
 * The steps whose amounts add up to `total`, or null when no selection does. Where several do, the one with the step
 * that ended the flow wins, then the one with fewer steps, then the one with the later steps.
 */
function stepsAddingUpTo(total: Big, amounts: readonly Amount[], endedBy: number | null): number[] | null {
  const priced = amounts.filter(({ amount }) => !amount.eq(0));
  if (priced.length > mostStepsToExplain) return null;
  let best: { indexes: number[]; rank: number } | null = null;
  for (let mask = 1; mask < 2 ** priced.length; mask++) {
    const chosen = priced.filter((_, place) => (mask >> place) & 1);
    if (sumOf(chosen.map(({ amount }) => amount))?.eq(total) !== true) continue;
    const indexes = chosen.map((step) => step.stepIndex);
    const rank = (endedBy !== null && indexes.includes(endedBy) ? 1000 : 0) - indexes.length * 10;
    if (best === null || rank >= best.rank) best = { indexes, rank };
  }
  return best?.indexes ?? null;
}

/** Which selection of steps gives `total`: by their whole prices, else with one part of every SMS. Null for neither. */
function explanation(steps: readonly StepPrice[], total: Big, endedBy: number | null): Explanation | null {
  const whole = steps.flatMap(({ stepIndex, sum }) => (sum === null ? [] : { stepIndex, amount: sum }));
  const byWhole = stepsAddingUpTo(total, whole, endedBy);
  if (byWhole !== null) return { steps: byWhole, oneEach: false };
  if (steps.every((step) => step.messages.length === 1)) return null;
  const single = steps.flatMap(({ stepIndex, each }) => (each === null ? [] : { stepIndex, amount: each }));
  const bySingle = stepsAddingUpTo(total, single, endedBy);
  return bySingle === null ? null : { steps: bySingle, oneEach: true };
}

function agreementOf(flow: Flow, steps: readonly StepPrice[], sum: Big | null): PriceAgreement {
  const total = flow.totalPrice;
  if (total === null) return { kind: 'notComparable', why: 'noTotal' };
  if (sum === null) return { kind: 'notComparable', why: 'noPrices' };
  if (sum.eq(total)) return { kind: 'agrees' };
  const endedBy = flow.terminationStep ?? flow.reachedBy;
  return { kind: 'differs', difference: sum.minus(total), explainedBy: explanation(steps, total, endedBy) };
}

/** Decimal places of a number as written: 0.035 has 3, 12 has 0. */
export function decimalsOf(value: Big): number {
  return Math.max(0, value.c.length - 1 - value.e);
}

/**
 * What a flow cost: each message's price as written, exact sums, shares, what failed tries cost, and whether the sum is
 * `totalPrice` (vendor's page "Failover tracking": `price`, `totalPrice`).
 */
export function price(flow: Flow): PriceReading {
  const counted = flow.steps.filter(
    (step) => step.outcome.kind !== 'notSent' || step.messages.some((message) => message.price !== null),
  );
  const sum = sumOf(counted.flatMap((step) => step.messages.map((message) => message.price)));
  const steps = counted.map((step) => stepPrice(step, sum));
  const messages = counted.flatMap((step) => step.messages);
  const spentOnFailed = sumOf(messages.map((message) => (isFailed(message) ? message.price : null))) ?? zero;
  const written = [
    ...messages.flatMap((message) => message.price ?? []),
    ...(flow.totalPrice ? [flow.totalPrice] : []),
  ];
  return {
    steps,
    messageCount: messages.length,
    sum,
    total: flow.totalPrice,
    agreement: agreementOf(flow, steps, sum),
    spentOnFailed,
    failedShare: shareOf(spentOnFailed, sum),
    decimals: written.reduce((most, value) => Math.max(most, decimalsOf(value)), 2),
  };
}

function stepPrice(step: Step, total: Big | null): StepPrice {
  const prices = step.messages.map((message) => message.price);
  const sum = sumOf(prices);
  return {
    stepIndex: step.index,
    messages: step.messages.map((message) => ({
      messageIndex: message.index,
      part: partOf(message),
      price: message.price,
    })),
    sum,
    each: sharedPrice(prices),
    share: shareOf(sum, total),
    failed: step.outcome.kind === 'notDelivered',
  };
}
