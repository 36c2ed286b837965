/** A PostgreSQL server, shared by several gateways. */
import pg from 'pg';
import { type Database, DatabaseError, type Row, type Statement } from './database.ts';

/** Connections of one gateway; PostgreSQL allows 100 in all unless it is told otherwise. */
const mostConnections = 4;
const connectMs = 3000;
const statementMs = 10_000;

function databaseError(error: unknown): DatabaseError {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
  // The message may hold the address or a value; the code does not.
  return new DatabaseError(code === null ? 'PostgreSQL cannot be asked.' : `PostgreSQL: ${code}`, code, error);
}

async function transaction(client: pg.PoolClient, statements: readonly Statement[]): Promise<Row[][]> {
  const results: Row[][] = [];
  await client.query('begin');
  for (const { sql, params } of statements) results.push((await client.query<Row>(sql, [...params])).rows);
  await client.query('commit');
  return results;
}

/** The server at `postgres://…`. Connects when it is first asked; rejects within seconds while it is away. */
export function openPostgres(url: string): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: mostConnections,
    connectionTimeoutMillis: connectMs,
    statement_timeout: statementMs,
    query_timeout: statementMs + 1000,
    application_name: 'cascade',
    allowExitOnIdle: true,
  });
  // An idle connection that breaks is replaced by the next call; without a listener it would end the process.
  pool.on('error', () => {});
  // Nor may one that breaks between two statements of a transaction: the next statement says so.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    kind: 'postgres',
    run: async (statements) => {
      let client: pg.PoolClient;
      try {
        client = await pool.connect();
      } catch (error) {
        throw databaseError(error);
      }
      try {
        const results = await transaction(client, statements);
        client.release();
        return results;
      } catch (error) {
        // A connection in the middle of a transaction is of no use to the next one.
        client.release(true);
        throw databaseError(error);
      }
    },
    close: () => pool.end(),
  };
}
