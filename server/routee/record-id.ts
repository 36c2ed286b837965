/** Whether a record is the one that was asked for. */
import type { Fetched } from './read-answer.ts';

/** `none`: the record names no tracking ID of its own, or none that is a text. */
export type RecordId = 'same' | 'differs' | 'none';

/** UUIDs are the same in capitals. */
export function isRecordOf({ ownId }: Pick<Fetched, 'ownId'>, trackingId: string): RecordId {
  if (ownId === null || ownId.trim() === '') return 'none';
  return ownId.trim().toLowerCase() === trackingId.toLowerCase() ? 'same' : 'differs';
}
