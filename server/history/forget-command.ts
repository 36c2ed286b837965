/** `forget flow ID…` and `forget recipient NUMBER…`: deletes from the history that is set, for whoever has to. */
import type { HistorySettings } from '../config.ts';
import type { Database } from './database.ts';
import { forgetFlow, forgetRecipient } from './forget.ts';
import { openHistory } from './open.ts';
import { historyKey } from './tracking-key.ts';

export const forgetUsage = 'Say what to forget: `forget flow TRACKING-ID…` or `forget recipient NUMBER…`.';

async function forgotten(database: Database, kind: 'flow' | 'recipient', what: readonly string[]): Promise<string> {
  let flows = 0;
  for (const one of what) {
    if (kind === 'recipient') flows += await forgetRecipient(database, one);
    else await forgetFlow(database, historyKey(one));
  }
  return kind === 'flow' ? 'Nothing of these flows is kept any more.' : `Deleted: ${flows} flows.`;
}

/**
 * What was done, as a sentence that repeats nothing personal. Rejects with a RangeError for words that mean nothing and for
 * a history that no other process can reach, and with a `DatabaseError`.
 */
export async function forget(words: readonly string[], settings: HistorySettings | null): Promise<string> {
  const [kind, ...what] = words;
  if ((kind !== 'flow' && kind !== 'recipient') || what.length === 0) throw new RangeError(forgetUsage);
  if (settings === null || settings.store.kind === 'memory') {
    throw new RangeError('No history is set that outlives the gateway: set HISTORY or HISTORY_URL as for the gateway.');
  }
  const database = await openHistory(settings);
  try {
    return await forgotten(database, kind, what);
  } finally {
    await database.close();
  }
}
