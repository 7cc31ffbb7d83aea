import type { Dialect, Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Everything that differs between the databases. Queries and migrations are the same on all of them. */
export interface DatabaseAdapter {
  dialect: Dialect;
  /** Connects without a limit on the time of a statement. Absent where statements have no limit. */
  migrationDialect?: Dialect;
  /** Whether the limits on time belong to a transaction, so that reads need one too. */
  readsInTransaction: boolean;
  /** Waits for other processes that migrate. The lock ends with the transaction. */
  lockMigrations(transaction: Transaction<Tables>): Promise<void>;
  /** Takes a lock that ends with the transaction. Returns `false` at once while another process holds it. */
  tryLock(transaction: Transaction<Tables>, lockId: bigint): Promise<boolean>;
  /** Waits for locks that end with the transaction. A `shared` one excludes only `exclusive` ones of the same id. */
  lock(
    transaction: Transaction<Tables>,
    mode: 'shared' | 'exclusive',
    lockIds: readonly bigint[],
  ): Promise<void>;
  /** Checks, without writing, that the database would accept a write. @throws when it would not */
  assertWritable(db: Kysely<Tables>): Promise<void>;
  /** Writes to the disk as any write does, and changes nothing. @throws when that fails */
  writeNothing(db: Kysely<Tables>): Promise<void>;
  /** See `Database.purgeDeleted`. */
  purgeDeleted(db: Kysely<Tables>): Promise<boolean>;
  /** Tells the database's failures from errors of the code around it. */
  classify(error: unknown): Failure | undefined;
}

/**
 * `unavailable`: the database was not reached, has no room or accepts no writes. The same statement may succeed
 * later. `startProblem` is set where waiting does not help: a server that starts gives up with this message.
 *
 * `rejected`: the database refused the statement itself, so the server has a bug.
 */
export type Failure =
  | { kind: 'unavailable'; code: string; startProblem?: string }
  | { kind: 'rejected'; code: string; isAboutData: boolean };

/** The server cannot start on this database. The message says what happened and what to do. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/**
 * The database refused a statement. Has none of the driver's fields, because PostgreSQL puts values of rows
 * there; errors about data have no cause either, because their message quotes the value.
 */
export class StatementRejectedError extends Error {
  override readonly name = 'StatementRejectedError';
  readonly code: string;

  constructor({ code, isAboutData }: Extract<Failure, { kind: 'rejected' }>, cause: unknown) {
    super(`the database rejected a statement (${code})`, isAboutData ? {} : { cause });
    this.code = code;
  }
}
