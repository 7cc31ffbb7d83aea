import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresAdapter,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
} from 'kysely';

/** PostgreSQL time limits that every transaction sets, in milliseconds; 0 turns a limit off. */
export interface TransactionLimits {
  lock_timeout: number;
  statement_timeout: number;
  idle_in_transaction_session_timeout: number;
}

/**
 * Kysely's PostgreSQL dialect without session state. It works behind a pooler that may use another connection for
 * each transaction (PgBouncer in transaction mode): limits are set in the transaction, and locks end with it.
 */
export class TransactionalPostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;
  readonly #begin: string;

  constructor(config: PostgresDialectConfig, limits: TransactionLimits) {
    super(config);
    this.#config = config;
    // Sends several statements in one simple query, so in one round trip.
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

  /** Never throws, so that the original error is reported. */
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    // If this fails, the connection is closed and PostgreSQL rolls back by itself.
    await super.rollbackTransaction(connection).catch(() => {});
  }
}

/** Skips Kysely's own lock, which belongs to the session. `lockMigrations` takes one that belongs to the transaction. */
class TransactionalPostgresAdapter extends PostgresAdapter {
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}
