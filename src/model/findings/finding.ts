/** A finding: something in a record that does not add up, with the figures and the JSON paths that prove it. */
import type { Big } from 'big.js';
import type { Answerer, ClockDoubt } from '../flow/flow.ts';
import type { TtlUnit } from '../flow/handover.ts';
import type { Explanation } from '../readings/price.ts';
import type { Channel } from '../record/channel.ts';
import type { Expected, Unusable } from '../record/reading.ts';
import type { SmppMeaning } from '../record/smpp.ts';
import type { JsonPath } from '../values/json.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';

export type Severity = 'info' | 'warning' | 'problem';

/** What a finding says, by its code; the catalogue turns it into one sentence. */
export type FindingFacts =
  | {
      readonly code: 'price-total-differs';
      readonly sum: Big;
      readonly total: Big;
      readonly decimals: number;
      readonly explainedBy: Explanation | null;
    }
  /** Reported in seconds where the reference says milliseconds. `count` messages of the step; the figures are the first's. */
  | {
      readonly code: 'latency-unit' | 'latency-disagrees';
      readonly channel: Channel;
      readonly reported: number;
      readonly measuredMs: DurationMs;
      readonly count: number;
    }
  /** `late`: the status was set after the next step was sent, so it is not what triggered it. */
  | {
      readonly code: 'failover-not-listed';
      readonly from: Channel;
      readonly to: Channel;
      readonly status: string;
      readonly byDefault: boolean;
      readonly late: boolean;
    }
  | { readonly code: 'failover-missing'; readonly from: Channel; readonly to: Channel; readonly status: string }
  | { readonly code: 'delivered-twice'; readonly channels: readonly Channel[] }
  | {
      readonly code: 'expired-after-delivery';
      readonly channel: Channel;
      readonly at: EpochMs | null;
      readonly ttlMs: DurationMs | null;
    }
  /** The reason says the opposite of the status. */
  | {
      readonly code: 'reason-contradicts-status';
      readonly channel: Channel;
      readonly status: string;
      readonly reason: string;
    }
  /** A part was delivered by one report and not by a later one. */
  | {
      readonly code: 'reported-otherwise';
      readonly channel: Channel;
      readonly part: number | null;
      readonly first: string;
      readonly later: string;
    }
  /** A call was completed, and nobody is known to have heard it. */
  /** A call that nobody took, by its status, though the record says who did. `durationS` null: not in the record, or 0. */
  | {
      readonly code: 'call-contradicts-status';
      readonly status: string;
      readonly answeredBy: string;
      readonly durationS: number | null;
    }
  | { readonly code: 'call-unheard'; readonly by: Answerer; readonly answeredBy: string | null }
  | {
      readonly code: 'termination-channel-mismatch';
      readonly channel: Channel | null;
      readonly why: 'noSuchStep' | 'notSent' | 'notDelivered' | 'missing' | 'stillRunning' | 'notLast';
      /** The channel that was tried last. */
      readonly last: Channel | null;
    }
  | {
      readonly code: 'flow-status-mismatch';
      readonly status: string;
      readonly why: 'succeededNotDelivered' | 'failedButDelivered' | 'queuedButSent' | 'openButDone';
      readonly channel: Channel | null;
    }
  /** Some parts of an SMS of an ended flow have no final status, others were delivered. */
  | { readonly code: 'receipt-missing'; readonly channel: Channel; readonly open: number; readonly delivered: number }
  | {
      readonly code: 'parts-missing';
      readonly channel: Channel;
      readonly parts: number;
      readonly missing: number;
      /** The first few numbers that are missing; empty where its messages have no numbers. */
      readonly first: readonly number[];
    }
  | { readonly code: 'parts-doubled'; readonly channel: Channel; readonly doubled: readonly number[] }
  | { readonly code: 'parts-count-differs'; readonly channel: Channel; readonly counts: readonly number[] }
  | {
      readonly code: 'times-out-of-order';
      readonly why:
        | 'statusBeforeCreation'
        | 'messageBeforeFlow'
        | 'stepBeforePrevious'
        | 'inTheFuture'
        | 'updatedBeforeCreation';
      /** Null where it is about the flow’s own times. */
      readonly channel: Channel | null;
      readonly byMs: DurationMs;
      readonly count: number;
    }
  /** Times apart by what clocks of two zones are; `zone` is the one of the message's country, where it is. */
  | {
      readonly code: 'zone-offset';
      readonly channel: Channel;
      readonly byMs: DurationMs;
      readonly zone: string | null;
      readonly against: Extract<ClockDoubt, { kind: 'zone' }>['against'];
    }
  | { readonly code: 'steps-overlap'; readonly from: Channel; readonly to: Channel; readonly byMs: DurationMs }
  | { readonly code: 'updated-before-newest'; readonly byMs: DurationMs }
  | {
      readonly code: 'ended-after-ttl';
      readonly channel: Channel;
      readonly status: string;
      readonly ttlMs: DurationMs;
      readonly byMs: DurationMs;
    }
  /** It says that it expired, at a time which is not its TTL's end. `fits`: the unit in which `ttl` as written would be. */
  | {
      readonly code: 'expired-off-ttl';
      readonly channel: Channel;
      readonly afterMs: DurationMs;
      readonly ttlMs: DurationMs;
      readonly fits: TtlUnit | null;
    }
  /** `channel` null: no step waits, and the next should have been sent. `ttlMs` null: a call, or no step. */
  | {
      readonly code: 'unfinished-past-ttl';
      readonly channel: Channel | null;
      readonly since: EpochMs;
      readonly ttlMs: DurationMs | null;
      readonly byDefault: boolean;
      readonly now: EpochMs;
    }
  | { readonly code: 'recipient-differs'; readonly recipients: readonly string[] }
  | { readonly code: 'country-differs'; readonly countries: readonly string[] }
  /** `channel` null: the flow's own status. */
  | {
      readonly code: 'unknown-status';
      readonly channel: Channel | null;
      readonly status: string;
      /** The status it is the SMPP word for; null for any other. */
      readonly smpp: SmppMeaning | null;
      readonly count: number;
    }
  | {
      readonly code: 'unknown-value';
      readonly field: 'type' | 'terminationChannel' | 'statusCode' | 'country' | 'failoverOnStatuses';
      readonly value: string | null;
      readonly count: number;
    }
  /** `why`: it is another kind of value, can mean two things, has no time of day, or no field of the kind can be so large. */
  | {
      readonly code: 'field-wrong-type';
      readonly field: string;
      readonly expected: Expected;
      readonly why: Unusable;
      readonly count: number;
    }
  /** Of keys that stand twice in one object the last value is read. `same`: the values are alike. */
  | {
      readonly code: 'duplicate-keys';
      readonly keys: readonly string[];
      readonly count: number;
      readonly same: boolean;
    }
  /** Another flow came than was asked for. */
  | { readonly code: 'tracking-id-differs'; readonly asked: string; readonly found: string }
  /** The flow did not fail, so it should have none. */
  | { readonly code: 'status-code'; readonly statusCode: '0' | '1' | '2' | '3' }
  /**
   * From versions that were kept, not from one record: the status was last seen as `from` at `after`, and first seen as `to`
   * at `before`. `channel` null: the flow's own.
   */
  | {
      readonly code: 'receipt-after-end' | 'status-went-back';
      readonly channel: Channel | null;
      readonly from: string;
      readonly to: string;
      readonly after: EpochMs;
      readonly before: EpochMs;
    }
  /** The same of a price. `channel` null: totalPrice. */
  | {
      readonly code: 'price-changed';
      readonly channel: Channel | null;
      readonly from: Big;
      readonly to: Big;
      readonly decimals: number;
      readonly after: EpochMs;
      readonly before: EpochMs;
    };

export type FindingCode = FindingFacts['code'];

export type Finding = FindingFacts & {
  readonly severity: Severity;
  /** Steps it speaks of, ascending; empty when it is about the flow. */
  readonly stepIndexes: readonly number[];
  /** The fields that prove it, at least one; each stands in the record. */
  readonly paths: readonly JsonPath[];
};

/** Every code, once; `docs/findings.md` explains each under a heading of the same name. */
export const findingCodes = Object.keys({
  'price-total-differs': 0,
  'latency-unit': 0,
  'latency-disagrees': 0,
  'failover-not-listed': 0,
  'failover-missing': 0,
  'delivered-twice': 0,
  'expired-after-delivery': 0,
  'reason-contradicts-status': 0,
  'reported-otherwise': 0,
  'call-contradicts-status': 0,
  'call-unheard': 0,
  'termination-channel-mismatch': 0,
  'flow-status-mismatch': 0,
  'receipt-missing': 0,
  'parts-missing': 0,
  'parts-doubled': 0,
  'parts-count-differs': 0,
  'times-out-of-order': 0,
  'zone-offset': 0,
  'steps-overlap': 0,
  'updated-before-newest': 0,
  'ended-after-ttl': 0,
  'expired-off-ttl': 0,
  'unfinished-past-ttl': 0,
  'recipient-differs': 0,
  'country-differs': 0,
  'unknown-status': 0,
  'unknown-value': 0,
  'field-wrong-type': 0,
  'duplicate-keys': 0,
  'tracking-id-differs': 0,
  'status-code': 0,
  'receipt-after-end': 0,
  'status-went-back': 0,
  'price-changed': 0,
} satisfies Record<FindingCode, 0>) as FindingCode[]; // satisfies proved the keys
