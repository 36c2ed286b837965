/** Opens the history that is set, its tables made. The databases' code is loaded here, and only when it is needed. */
import type { HistorySettings } from '../config.ts';
import type { Database } from './database.ts';
import { migrate } from './migrations.ts';

async function opened({ store }: HistorySettings): Promise<Database> {
  if (store.kind === 'postgres') return (await import('./postgres.ts')).openPostgres(store.url);
  const { openPglite } = await import('./pglite.ts');
  return openPglite(store.kind === 'folder' ? store.folder : null);
}

/** Rejects where the database cannot be opened or its tables cannot be made; then nothing is left open. */
export async function openHistory(settings: HistorySettings): Promise<Database> {
  const database = await opened(settings);
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close().catch(() => {});
    throw error;
  }
}
