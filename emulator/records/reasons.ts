/** The sentences Routee puts beside a detailed status (vendor's pages "SMS detailed statuses", "Viber detailed statuses"). */

const descriptions: Readonly<Record<string, string>> = {
  Queued: 'The message is queued for sending.',
  Sent: 'The message was sent to the carrier.',
  Delivered: 'The message was delivered to its recipient.',
  Seen: 'The message was seen by its recipient.',
  Undelivered: 'The message could not be delivered to its recipient.',
  Failed: 'The message could not be sent.',
  'Insufficient Balance': 'The balance of the account does not suffice to send the message.',
  'Undelivered on Handset': 'The handset is switched off or cannot be reached.',
  'Unknown Number': 'The number is not known to the carrier and may no longer exist.',
  Roaming: 'The handset is roaming and cannot accept the message.',
  'Call Barred': 'The recipient has blocked messages from this sender.',
  'Unknown Status': 'The carrier gave no reason.',
  'Carrier Violation': 'The carrier filtered the message as objectionable.',
  Expired: 'The validity period of the message has passed.',
  'Not Viber User': 'The recipient does not use Viber.',
  'Opted Out': 'The recipient does not accept messages from this sender.',
  'System Failure': 'The message could not be sent because of a system failure.',
  'Message Rejected': 'The message was rejected because of wrong parameters.',
  'Timed Out': 'Viber did not answer in time.',
  'Unsupported Equipment': 'The device of the recipient cannot show this kind of message.',
  'TTL Expired': 'The message was not delivered within its time to live.',
};

const detailByStatus: Readonly<Record<string, string>> = {
  queued: 'Queued',
  sent: 'Sent',
  delivered: 'Delivered',
  seen: 'Seen',
  undelivered: 'Undelivered',
  expired: 'TTL Expired',
  failed: 'Failed',
  unsent: 'Insufficient Balance',
};

/** The detailed status that goes with a status when a test names none. */
export function usualDetail(status: string): string {
  return detailByStatus[status.toLowerCase()] ?? status;
}

/** Routee's sentence for a detailed status; '' for one it has no sentence for. */
export function descriptionOf(detail: string): string {
  return descriptions[detail] ?? '';
}
