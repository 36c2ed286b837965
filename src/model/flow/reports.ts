/** What one message reports beyond its status: an expiry after delivery, an answer, a reason that excludes the status. */

import { type DetailedStatusId, readDetailedStatus } from '../record/detailed-status.ts';
import { statusKey } from '../record/status.ts';
import type { EpochMs } from '../values/time.ts';
import type { Message } from './flow.ts';

/** Reasons that say that nothing arrived (vendor's pages "SMS detailed statuses", "Viber detailed statuses"). */
const failures: ReadonlySet<DetailedStatusId> = new Set([
  'undelivered',
  'failed',
  'undeliveredOnHandset',
  'unknownNumber',
  'roaming',
  'callBarred',
  'carrierViolation',
  'expired',
  'notViberUser',
  'optedOut',
  'systemFailure',
  'messageRejected',
  'timedOut',
  'unsupportedEquipment',
  'ttlExpired',
]);
const deliveries: ReadonlySet<string> = new Set(['delivered', 'seen', 'completed', 'read']);

/** The reason of a message that says the opposite of its status; null where they agree or one is not known. */
export function contradictingReason(message: Message): string | null {
  const { status, detailedStatus } = message;
  if (status.kind === 'missing' || detailedStatus === null) return null;
  if (status.class === 'delivered') {
    const known = readDetailedStatus(detailedStatus);
    return known !== null && failures.has(known) ? detailedStatus : null;
  }
  const delivered = status.class === 'notDelivered' && deliveries.has(statusKey(detailedStatus));
  // A message that expired after its delivery may keep the delivery's reason.
  return delivered && !expiredAfterDelivery(message) ? detailedStatus : null;
}

/** True when a message was delivered and then set EXPIRED because nobody saw it (`expireOnDelivery`). */
export function expiredAfterDelivery({ content, status }: Message): boolean {
  const failed = status.kind === 'reported' && status.class === 'notDelivered';
  return content.kind === 'viber' && content.expiredOnDeliveryAt !== null && failed;
}

/** When a call was answered, from its end and its `duration`; null when either is missing or they do not fit its start. */
export function answeredAt(message: Message): EpochMs | null {
  const { content, createdAt, updatedAt } = message;
  if (content.kind !== 'voice' || content.durationS === null || content.durationS <= 0 || updatedAt === null)
    return null;
  const at = updatedAt - content.durationS * 1000;
  return createdAt !== null && at < createdAt ? null : at;
}
