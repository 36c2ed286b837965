/** The flow: a record's messages grouped into the steps of its chain, with statuses, times and prices read. */
import type { Big } from 'big.js';
import type { Channel } from '../record/channel.ts';
import type { FlowRecord } from '../record/record.ts';
import type { MessageStatus } from '../record/status.ts';
import type { JsonPath } from '../values/json.ts';
import type { DurationMs, EpochMs } from '../values/time.ts';

/** The flow's own status (page "Failover tracking", root field `status`), matched without regard to case. */
export type FlowStatus =
  | { readonly kind: 'queued' | 'inProgress' | 'succeeded' | 'failed'; readonly name: string }
  | { readonly kind: 'unknown'; readonly name: string }
  | { readonly kind: 'missing' };

/** One object of `messages`, read. Null means the record does not say (absent, null, '' or of the wrong type). */
export interface Message {
  /** Place in the record's `messages`. */
  readonly index: number;
  readonly path: JsonPath;
  readonly channel: Channel;
  readonly order: number | null;
  readonly status: MessageStatus;
  readonly detailedStatus: string | null;
  readonly description: string | null;
  readonly createdAt: EpochMs | null;
  /** When the status was last set: `status.updatedDate`. */
  readonly updatedAt: EpochMs | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly country: string | null;
  readonly price: Big | null;
  /** `messageId` of SMS and Voice (the same on all parts of one SMS), `trackingId` of Viber. */
  readonly messageId: string | null;
  readonly label: string | null;
  readonly ttlMs: DurationMs | null;
  readonly failoverOnStatuses: readonly string[] | null;
  /** True where the record's own list could not be read whole: nothing may be concluded from what it lacks. */
  readonly triggersUnread: boolean;
  readonly content: MessageContent;
}

export type MessageContent =
  | {
      readonly kind: 'sms';
      readonly text: string | null;
      readonly smsId: string | null;
      readonly operator: string | null;
      readonly part: number | null;
      readonly parts: number | null;
      /** As the record writes it; its unit is uncertain (milliseconds by the reference, seconds by its example). */
      readonly latency: number | null;
    }
  | {
      readonly kind: 'viber';
      readonly text: string | null;
      readonly imageUrl: string | null;
      readonly action: { readonly caption: string | null; readonly targetUrl: string | null } | null;
      readonly file: { readonly name: string | null; readonly type: string | null; readonly url: string | null } | null;
      readonly video: {
        readonly url: string | null;
        readonly thumbnailUrl: string | null;
        readonly sizeMb: number | null;
        readonly durationS: number | null;
      } | null;
      readonly template: {
        readonly id: string | null;
        readonly language: string | null;
        readonly params: readonly { readonly name: string; readonly value: string }[];
      } | null;
      readonly inboundUrl: string | null;
      readonly expireOnDelivery: boolean | null;
      readonly expiredOnDeliveryAt: EpochMs | null;
    }
  | { readonly kind: 'voice'; readonly durationS: number | null; readonly answeredBy: string | null }
  | { readonly kind: 'other' };

/** Why a declared step was not sent. `stepIndex` is the step that made it needless. */
export type NotSentReason =
  | { readonly kind: 'notNeeded'; readonly stepIndex: number }
  | { readonly kind: 'flowEnded' }
  | { readonly kind: 'notYet' }
  | { readonly kind: 'unexplained' };

/**
 * What became of a step. `expiredAfterDelivery`: Viber delivered it, then set it EXPIRED because `expireOnDelivery`
 * is true and nobody saw it within the TTL. `unknown`: the record gives no status, or one that is not documented.
 */
export type Outcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'partlyDelivered'; readonly delivered: number; readonly total: number }
  | { readonly kind: 'expiredAfterDelivery'; readonly expiredAt: EpochMs | null }
  | { readonly kind: 'notDelivered' }
  | { readonly kind: 'notSent'; readonly reason: NotSentReason }
  | { readonly kind: 'unknown' };
export type OutcomeKind = Outcome['kind'];

/** One channel's try in a flow. */
export interface Step {
  /** Place in the chain, from 0. People see `index + 1`. */
  readonly index: number;
  readonly channel: Channel;
  readonly order: number | null;
  /** At least one, by part number, then by place in the record. */
  readonly messages: readonly [Message, ...Message[]];
  readonly outcome: Outcome;
  /** The status that decided the outcome: of the first message that was not delivered, else of the first. */
  readonly status: MessageStatus;
  readonly detailedStatus: string | null;
  /** Earliest `createdAt` of its messages; null when none is known or the step was not sent. */
  readonly sentAt: EpochMs | null;
  /** Latest status date once every message has a final status; null before, or when not known. */
  readonly endedAt: EpochMs | null;
  readonly ttlMs: DurationMs | null;
  readonly failoverOnStatuses: readonly string[] | null;
  /** As of its messages. */
  readonly triggersUnread: boolean;
}

/** Is the trigger among the step's `failoverOnStatuses`? `default` lists are Routee's, for a step that names none. */
export type TriggerListing = 'listed' | 'notListed' | 'listedByDefault' | 'notListedByDefault' | 'unknown';

/** What the TTL had to do with the end of a step. `byMs` is how far before or after the deadline the step ended. */
export type TtlRelation =
  | { readonly kind: 'none' }
  | { readonly kind: 'expired'; readonly byMs: DurationMs }
  | { readonly kind: 'endedBefore'; readonly byMs: DurationMs }
  | { readonly kind: 'endedAfter'; readonly byMs: DurationMs };

/** From one sent step to the next sent one. */
export interface Handover {
  readonly fromStep: number;
  readonly toStep: number;
  /** The status that made the flow go on. */
  readonly trigger: MessageStatus;
  readonly detailedStatus: string | null;
  readonly listing: TriggerListing;
  /** When the trigger was set; null when the record does not say. */
  readonly at: EpochMs | null;
  /** When the next step was sent. */
  readonly nextAt: EpochMs | null;
  /** `nextAt - at`; negative when the steps overlap. */
  readonly gapMs: DurationMs | null;
  readonly ttl: TtlRelation;
}

export interface Flow {
  readonly record: FlowRecord;
  readonly trackingId: string | null;
  readonly status: FlowStatus;
  /** What ended the flow; null while it runs or when the record does not say. */
  readonly terminationChannel: Channel | null;
  /** The step of the termination channel, where exactly one or the last sent one of several fits; else null. */
  readonly terminationStep: number | null;
  /** "0".."3" for a failed flow, or another text as it stands. */
  readonly statusCode: string | null;
  readonly totalPrice: Big | null;
  readonly originatingService: string | null;
  readonly applicationId: string | null;
  readonly flowKind: string | null;
  readonly createdAt: EpochMs | null;
  readonly updatedAt: EpochMs | null;
  /** In the order of the chain; empty for a record without messages. */
  readonly steps: readonly Step[];
  readonly handovers: readonly Handover[];
  /** True while the flow's own status is Queued or InProgress (or missing, with a step still waiting). */
  readonly running: boolean;
  /** First recipient the record names. */
  readonly recipient: string | null;
  readonly country: string | null;
  /** When the recipient was first reached (earliest end of a delivering step), null when never or not known. */
  readonly reachedAt: EpochMs | null;
  /** The step that first reached the recipient. */
  readonly reachedBy: number | null;
  /** When the flow ended: the latest of `updatedAt` and the steps' ends, for a flow that ended; else null. */
  readonly endedAt: EpochMs | null;
}
