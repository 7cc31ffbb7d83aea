import type { Dialect, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** What differs between the databases; queries and migrations are the same on all of them. */
export interface DatabaseAdapter {
  dialect: Dialect;
  /** Another connection of the same kind, without a statement time limit. Absent where there is no such limit. */
  migrationDialect?: Dialect;
  /**
   * Takes a lock that ends with the transaction, at once or not at all: `false` while another process
   * holds it.
   */
  tryLock(transaction: Transaction<Tables>, lockId: bigint): Promise<boolean>;
  /** Tells the database's failures from those of the code around it. */
  classify(error: unknown): Failure | undefined;
}

/**
 * `unavailable`: the database could not be reached or had no room; the same statement may succeed later.
 * `rejected`: the database refused the statement itself, so the server has a bug.
 */
export type Failure = { kind: 'unavailable' | 'rejected'; code: string };

/** A database refused a statement. Without the driver's own fields, since PostgreSQL puts the values of rows in there. */
export class StatementRejectedError extends Error {
  override readonly name = 'StatementRejectedError';
  readonly code: string;

  constructor(code: string, cause: unknown) {
    super(`the database rejected a statement (${code})`, { cause });
    this.code = code;
  }
}
