// @ts-check
/**
 * The thread that PGlite runs in: its queries keep the thread busy that runs them, and opening it takes seconds. Started
 * from its text, so that it needs no file of its own beside the built gateway.
 */
/** @typedef {{ sql: string, params: unknown[] }} Statement */
/** @typedef {{ id: number, statements: Statement[] } | { id: number, close: true }} Request */

(async () => {
  const { parentPort, workerData } = await import('node:worker_threads');
  if (parentPort === null) throw new Error('This runs in a worker thread alone');
  /** @type {typeof import('@electric-sql/pglite')} */
  const { PGlite } = await import(workerData.module);
  const database = await PGlite.create({ dataDir: workerData.dataDir });
  /** @param {Statement[]} statements */
  const run = (statements) =>
    database.transaction(async (transaction) => {
      const results = [];
      for (const { sql, params } of statements) results.push((await transaction.query(sql, params)).rows);
      return results;
    });
  /** @param {Request} request */
  const answer = async (request) => {
    if ('statements' in request) return run(request.statements);
    await database.close();
    return [];
  };
  parentPort.on('message', (/** @type {Request} */ request) => {
    answer(request).then(
      (results) => parentPort.postMessage({ id: request.id, results }),
      (error) =>
        parentPort.postMessage({ id: request.id, message: String(error?.message ?? error), code: error?.code }),
    );
  });
  parentPort.postMessage({ id: 0, results: [] });
})();
