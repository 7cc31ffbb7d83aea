import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';

/** Settings of PostgreSQL that every transaction starts with, in milliseconds; 0 turns a limit off. */
export interface TransactionLimits {
  lock_timeout: number;
  statement_timeout: number;
  idle_in_transaction_session_timeout: number;
}

/**
 * Kysely's dialect without session state, so that it works behind a pooler that gives each transaction another
 * connection (PgBouncer in transaction mode): limits are set in the transaction, locks end with it.
 */
export class TransactionalPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #begin: string;

  constructor(config: PostgresDialectConfig, limits: TransactionLimits) {
    super(config);
    this.#config = config;
    // Several statements in one simple query: one round trip.
    this.#begin = ['begin', ...Object.entries(limits).map(([name, ms]) => `set local ${name} = ${ms}`)].join(
      '; ',
    );
  }

  override createDriver(): PostgresDriver {
    return new TransactionalPostgresDriver(this.#config, this.#begin);
  }

  override createAdapter(): PostgresAdapter {
    return new TransactionalPostgresAdapter();
  }
}

class TransactionalPostgresDriver extends PostgresDriver {
  readonly #begin: string;

  constructor(config: PostgresDialectConfig, begin: string) {
    super(config);
    this.#begin = begin;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(this.#begin));
  }

  /** Never throws, so that the error that led here is the one that is reported. */
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    // The connection is closed when this fails; PostgreSQL then rolls back by itself.
    await super.rollbackTransaction(connection).catch(() => {});
  }
}

/** Kysely's own lock belongs to the session. `lockMigrations` has taken one that belongs to the transaction. */
class TransactionalPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
