/** Findings: what in a record does not add up, with the figures and the JSON paths that prove it. */
import type { JsonPath } from './json.ts';

export type Severity = 'info' | 'warning' | 'problem';

/** Every finding's code. `docs/findings.md` explains each under a heading of the same name; a test holds them together. */
export const findingCodes = [
  'price-total-differs',
  'latency-unit',
  'latency-disagrees',
  'failover-not-listed',
  'failover-missing',
  'delivered-twice',
  'expired-after-delivery',
  'termination-channel-mismatch',
  'flow-status-mismatch',
  'parts-missing',
  'parts-doubled',
  'parts-count-differs',
  'times-out-of-order',
  'steps-overlap',
  'updated-before-newest',
  'ended-after-ttl',
  'unfinished-past-ttl',
  'recipient-differs',
  'country-differs',
  'unknown-status',
  'unknown-value',
  'field-wrong-type',
  'status-code',
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** A figure in a finding's sentence; the catalogue writes each by its kind, in the reader's language. */
export type Figure =
  | { readonly kind: 'money'; readonly value: string }
  | { readonly kind: 'duration'; readonly ms: number }
  | { readonly kind: 'count'; readonly value: number }
  | { readonly kind: 'time'; readonly at: number }
  /** Text of the record: shown as it stands, masked when `personal`. */
  | { readonly kind: 'text'; readonly value: string; readonly personal: boolean }
  | { readonly kind: 'steps'; readonly indexes: readonly number[] };

export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Steps it speaks of; empty when it is about the flow. */
  readonly stepIndexes: readonly number[];
  /** The fields that prove it, at least one. */
  readonly paths: readonly JsonPath[];
  /** By the names the catalogue's sentence for this code uses. */
  readonly figures: Readonly<Record<string, Figure>>;
}
