import type { Dialect, Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/** Everything that differs between the databases. Queries and migrations are the same on all of them. */
export interface DatabaseAdapter {
  dialect: Dialect;
  /** Connects without a time limit on statements. Absent if statements have no limit. */
  migrationDialect?: Dialect;
  /** Whether time limits are set per transaction, so that reads need one, too. */
  readsInTransaction: boolean;
  /** Waits until no other process migrates. The lock ends with the transaction. */
  lockMigrations(transaction: Transaction<Tables>): Promise<void>;
  /** Takes a lock that ends with the transaction. Returns `false` at once while another process holds it. */
  tryLock(transaction: Transaction<Tables>, lockId: bigint): Promise<boolean>;
  /** Waits for locks that end with the transaction. A `shared` lock excludes only an `exclusive` lock with the same id. */
  lock(
    transaction: Transaction<Tables>,
    mode: 'shared' | 'exclusive',
    lockIds: readonly bigint[],
  ): Promise<void>;
  /** Checks, without writing, that the database would accept a write. @throws if it would not */
  assertWritable(db: Kysely<Tables>): Promise<void>;
  /** Performs a write that changes nothing, to test the disk. @throws if the write fails */
  writeNothing(db: Kysely<Tables>): Promise<void>;
  /** See `Database.purgeDeleted`. */
  purgeDeleted(db: Kysely<Tables>): Promise<boolean>;
  /** Classifies an error of the database. Returns `undefined` for errors of other code. */
  classify(error: unknown): Failure | undefined;
}

/**
 * `unavailable`: the database cannot be reached, is full or accepts no writes. The same statement may succeed
 * later.
 *
 * `rejected`: the database rejected the statement itself, so the server has a bug, or its user lacks a right.
 *
 * `startProblem` is set if waiting does not help: a starting server exits with this message.
 */
export type Failure = { code: string; startProblem?: string } & (
  | { kind: 'unavailable' }
  | { kind: 'rejected'; isAboutData: boolean }
);

/** Thrown if the server cannot start with this database. The message says what happened and what to do. */
export class DatabaseStartError extends Error {
  override readonly name = 'DatabaseStartError';
}

/**
 * Thrown if the database rejected a statement. Has none of the driver's fields, because PostgreSQL puts row values
 * there. Errors about data have no cause either, because its message quotes the value.
 */
export class StatementRejectedError extends Error {
  override readonly name = 'StatementRejectedError';
  readonly code: string;

  constructor({ code, isAboutData }: Failure & { kind: 'rejected' }, cause: unknown) {
    super(`the database rejected a statement (${code})`, isAboutData ? {} : { cause });
    this.code = code;
  }
}
