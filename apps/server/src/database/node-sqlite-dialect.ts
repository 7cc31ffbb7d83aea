import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';

export interface SqliteHooks {
  /** Runs before each transaction. If it throws, the transaction does not begin. */
  beforeWrite: () => void;
}

/**
 * Kysely dialect for `node:sqlite`. Adapts `DatabaseSync` to the interface of `better-sqlite3`, for which Kysely has
 * a driver. Kysely gives the one connection to one transaction or statement at a time.
 */
export class NodeSqliteDialect implements Dialect {
  readonly #database: DatabaseSync;
  readonly #hooks: SqliteHooks;

  constructor(database: DatabaseSync, hooks: SqliteHooks) {
    this.#database = database;
    this.#hooks = hooks;
  }

  createDriver(): SqliteDriver {
    return new ImmediateSqliteDriver(this.#database, this.#hooks);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db);
  }
}

/**
 * Takes the write lock when a transaction begins. A deferred transaction takes the lock at its first write, and
 * fails there without waiting if another process has written since its first read.
 */
class ImmediateSqliteDriver extends SqliteDriver {
  readonly #database: DatabaseSync;
  readonly #hooks: SqliteHooks;

  constructor(database: DatabaseSync, hooks: SqliteHooks) {
    super({ database: adapt(database) });
    this.#database = database;
    this.#hooks = hooks;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    this.#hooks.beforeWrite();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /** Tolerates that SQLite rolls back by itself if the disk is full or fails (sqlite.org/lang_transaction.html §3). */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** Lets the migrator run in a transaction, whose write lock keeps other processes out. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** Maximum number of cached prepared statements. The server needs fewer. */
const MAX_PREPARED = 100;

function adapt(database: DatabaseSync): SqliteDatabase {
  const prepared = new Map<string, StatementSync>();

  function prepare(sql: string): StatementSync {
    const known = prepared.get(sql);
    if (known) return known;
    const statement = database.prepare(sql);
    if (prepared.size < MAX_PREPARED) prepared.set(sql, statement);
    return statement;
  }

  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = prepare(sql);
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
        run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
        iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
      };
    },
  };
}
