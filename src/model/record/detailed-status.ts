/** Detailed statuses that the vendor documents, compared as status names are. */
import type { KnownChannel } from './channel.ts';
import { statusKey } from './status.ts';

/** Vendor's pages "SMS detailed statuses" and "Viber detailed statuses". More may appear at any time. */
const names = {
  Sms: {
    sent: 'Sent',
    delivered: 'Delivered',
    undelivered: 'Undelivered',
    failed: 'Failed',
    undeliveredOnHandset: 'Undelivered on Handset',
    unknownNumber: 'Unknown Number',
    roaming: 'Roaming',
    callBarred: 'Call Barred',
    unknownStatus: 'Unknown Status',
    carrierViolation: 'Carrier Violation',
    expired: 'Expired',
  },
  Viber: {
    notViberUser: 'Not Viber User',
    optedOut: 'Opted Out',
    systemFailure: 'System Failure',
    messageRejected: 'Message Rejected',
    timedOut: 'Timed Out',
    unsupportedEquipment: 'Unsupported Equipment',
    ttlExpired: 'TTL Expired',
  },
} as const satisfies Partial<Record<KnownChannel, Readonly<Record<string, string>>>>;

export type DetailedStatusId = keyof (typeof names)['Sms'] | keyof (typeof names)['Viber'];

/** As the vendor spells them. */
export const detailedStatusNames: Readonly<Record<DetailedStatusId, string>> = { ...names.Sms, ...names.Viber };

const idByKey = new Map(
  Object.entries(detailedStatusNames).map(([id, name]) => [statusKey(name), id as DetailedStatusId]), // its keys are ids
);

/** The documented status a name stands for, whatever channel it came from; null for one that is not documented. */
export function readDetailedStatus(name: string): DetailedStatusId | null {
  return idByKey.get(statusKey(name)) ?? null;
}
