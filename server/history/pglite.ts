/** PGlite, PostgreSQL inside this process: in a thread of its own, on disk or in memory. */
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { type Database, DatabaseError, type Row, type Statement } from './database.ts';
import thread from './pglite-thread.mjs?raw';

interface Waiting {
  readonly resolve: (rows: Row[][]) => void;
  readonly reject: (error: DatabaseError) => void;
}

/** What the thread posts; it is our own code, and nothing else has its port. */
type Answer =
  | { readonly id: number; readonly results: Row[][] }
  | { readonly id: number; readonly message: string; readonly code?: string };

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #nextId = 0;
  #ended: DatabaseError | null = null;

  constructor(dataDir: string) {
    const module = createRequire(import.meta.url).resolve('@electric-sql/pglite');
    this.#worker = new Worker(thread, { eval: true, workerData: { module, dataDir } });
    this.#worker.on('message', (answer: Answer) => this.#take(answer));
    this.#worker.on('error', (error) => this.#end(new DatabaseError('The embedded database broke.', null, error)));
    this.#worker.on('exit', () => this.#end(new DatabaseError('The embedded database has ended.', null)));
    this.#worker.unref();
  }

  /** Settles once the database is open. */
  opened(): Promise<Row[][]> {
    return this.#wait(this.#nextId++);
  }

  ask(request: { readonly statements: readonly Statement[] } | { readonly close: true }): Promise<Row[][]> {
    const id = this.#nextId++;
    const answered = this.#wait(id);
    if (this.#ended === null) this.#worker.postMessage({ id, ...request });
    return answered;
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  #wait(id: number): Promise<Row[][]> {
    if (this.#ended !== null) return Promise.reject(this.#ended);
    // The process does not end while somebody waits; an idle database holds nobody up.
    this.#worker.ref();
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }));
  }

  #take(answer: Answer): void {
    const asker = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    if ('results' in answer) asker?.resolve(answer.results);
    else asker?.reject(new DatabaseError(answer.message, answer.code ?? null));
  }

  #end(error: DatabaseError): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(this.#ended);
    this.#waiting.clear();
  }
}

/** Opens the database in a folder, which is made where there is none, or in memory for null. */
export async function openPglite(folder: string | null): Promise<Database> {
  const worker = new Thread(folder ?? 'memory://');
  try {
    await worker.opened();
  } catch (error) {
    await worker.stop();
    throw error;
  }
  return {
    kind: 'pglite',
    run: (statements) => worker.ask({ statements }),
    close: async () => {
      await worker.ask({ close: true }).catch(() => {});
      await worker.stop();
    },
  };
}
