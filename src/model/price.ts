/** What a flow cost, in exact decimals. No currency is in the record: it is the account's. */
import type { Big } from 'big.js';

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

/** How the sum of the messages compares with `totalPrice`. `explainedBy`: the steps whose sum is `totalPrice`. */
export type PriceAgreement =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly difference: Big; readonly explainedBy: readonly number[] | null }
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
