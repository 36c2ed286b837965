/** The flow: a record's messages grouped into the steps of its chain, with statuses, times and prices read. */
import type { Big } from 'big.js';
import type { Channel } from '../record/channel.ts';
import type { FlowRecord } from '../record/record.ts';
import type { MessageStatus, StatusClass } from '../record/status.ts';
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
 * `partlyDelivered`: `open` of the parts neither arrived nor came back, as far as the record tells. `unheard`: a call was
 * completed, and the record does not show that a person heard it.
 */
export type Outcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'partlyDelivered'; readonly delivered: number; readonly total: number; readonly open: number }
  | { readonly kind: 'unheard'; readonly by: Answerer }
  | { readonly kind: 'expiredAfterDelivery'; readonly expiredAt: EpochMs | null }
  | { readonly kind: 'notDelivered' }
  | { readonly kind: 'notSent'; readonly reason: NotSentReason }
  | { readonly kind: 'unknown' };
export type OutcomeKind = Outcome['kind'];

/** Who took a call that no person is known to have heard; `nobody`: it lasted 0 s. */
export type Answerer = 'machine' | 'unknown' | 'nobody';

export type PartState = StatusClass | 'missing';

/** One part of a step: an SMS part, or the one message of any other step. */
export interface Part {
  readonly number: number | null;
  /** The report that counts, among `reports`: a delivery before anything else. */
  readonly message: Message;
  readonly reports: readonly [Message, ...Message[]];
  readonly state: PartState;
  /** A later report that says of a delivered part that it was not; null where there is none. */
  readonly reportedOtherwise: Message | null;
}

export interface StepParts {
  /** As the record orders them. */
  readonly list: readonly Part[];
  /** The most parts that the record speaks of; more than `list` has where some are missing. */
  readonly total: number;
  /** Every number of parts the record gives, ascending; empty where it gives none, several where it contradicts itself. */
  readonly counts: readonly number[];
}

/** One channel's try in a flow. */
export interface Step {
  /** Place in the chain, from 0. People see `index + 1`. */
  readonly index: number;
  readonly channel: Channel;
  readonly order: number | null;
  /** At least one, by part number, then by place in the record. */
  readonly messages: readonly [Message, ...Message[]];
  readonly parts: StepParts;
  readonly outcome: Outcome;
  /** A message whose reason says the opposite of its status; null where none does. */
  readonly contradiction: { readonly message: Message; readonly reason: string } | null;
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

/**
 * What the TTL had to do with the end of a step. `byMs` is how far before or after the deadline the step ended; of
 * `expiredOff`, a step that says that it expired at a time which is not its TTL's end, it is negative for before.
 */
export type TtlRelation =
  | { readonly kind: 'none' }
  | { readonly kind: 'expired'; readonly byMs: DurationMs }
  | { readonly kind: 'expiredOff'; readonly byMs: DurationMs }
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

/**
 * When the recipient was reached. `seen`: the delivery itself is not in the record, only that it was seen then. `atMost`:
 * it was reached at that time or before (a call's end, or the expiry of a message that had been delivered).
 */
export interface Reach {
  readonly kind: 'delivered' | 'seen' | 'answered';
  readonly at: EpochMs;
  readonly atMost: boolean;
}

/** Two times of a record that cannot both be right. `stepIndex` null: the flow's own. */
export type ClockDoubt =
  /** A status date before its message's creation. */
  | { readonly kind: 'statusBeforeCreation'; readonly stepIndex: number; readonly byMs: DurationMs }
  | { readonly kind: 'messageBeforeFlow'; readonly stepIndex: number; readonly byMs: DurationMs }
  | { readonly kind: 'updatedBeforeCreation'; readonly stepIndex: null; readonly byMs: DurationMs }
  /**
   * Off by whole quarters of an hour, as times of different zones are. `zone`: the IANA zone of the message's country
   * where its clock differs from UTC by as much. `against`: what the times would agree with.
   */
  | {
      readonly kind: 'zone';
      readonly stepIndex: number;
      readonly byMs: DurationMs;
      readonly zone: string | null;
      readonly against: 'latency' | 'creation' | 'flow' | 'nextStep';
    };

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
  /** True where its own status says so. A flow of unknown status neither runs nor has ended. */
  readonly ended: boolean;
  /** First recipient the record names. */
  readonly recipient: string | null;
  /** Every recipient of its messages in the order of the chain; forms that can be one number stand once. */
  readonly recipients: readonly string[];
  readonly country: string | null;
  /** The step that first reached the recipient in full, else in part; also where the flow says that it failed. */
  readonly reachedBy: number | null;
  /** When that was; null where nobody was reached, the flow failed, or the record's times do not tell. */
  readonly reach: Reach | null;
  /** Times that contradict each other: what is told of them is doubtful. */
  readonly clockDoubts: readonly ClockDoubt[];
  /** When the flow ended: the latest of `updatedAt` and the steps' ends, for a flow that ended; else null. */
  readonly endedAt: EpochMs | null;
}
