/** A database that speaks PostgreSQL: several statements at a time, as one transaction. */

export interface Statement {
  readonly sql: string;
  readonly params: readonly unknown[];
}

/** A row as the database gives it, by column; parsed by whoever asked. */
export type Row = Readonly<Record<string, unknown>>;

export interface Database {
  readonly kind: 'pglite' | 'postgres';
  /**
   * Runs the statements in their order, all or none, and gives each one's rows. Rejects with a `DatabaseError` when one
   * is refused or the database cannot be reached.
   */
  readonly run: (statements: readonly Statement[]) => Promise<Row[][]>;
  /** What is under way ends first. */
  readonly close: () => Promise<void>;
}

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError';
  /** SQLSTATE (PostgreSQL's appendix "Error Codes"), or Node's code of a connection that failed; null where none was given. */
  readonly code: string | null;

  constructor(message: string, code: string | null, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}

export function statement(sql: string, ...params: readonly unknown[]): Statement {
  return { sql, params };
}

/** One statement's rows. */
export async function rowsOf(database: Database, sql: string, ...params: readonly unknown[]): Promise<Row[]> {
  return (await database.run([statement(sql, ...params)]))[0] ?? [];
}
