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
  /** Runs before each transaction, which does not begin when this throws. */
  beforeWrite: () => void;
}

/**
 * Kysely over `node:sqlite`. Kysely brings a driver for the interface of `better-sqlite3`, so this adapts
 * `DatabaseSync` to it. Kysely hands out the one connection to one transaction or statement at a time.
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
 * Takes the write lock at the beginning of a transaction. A deferred transaction takes the lock at its first write,
 * and fails there without waiting when another process has written since its first read.
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

  /** SQLite has already rolled back when the disk was full or failed (sqlite.org/lang_transaction.html §3). */
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

/** Statements kept prepared. The server has fewer; others are prepared each time. */
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
