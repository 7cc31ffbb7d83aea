import { createHash } from 'node:crypto';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../src/features.ts';

/** Migrations of released versions, with the hash of their SQL. A release adds its own. */
const RELEASED: Record<string, string> = {
  '0001_single_use': '5a4616cb273847fb',
  '0002_loyalty': 'f8bb30e5439b2853',
  '0003_privacy': 'e1be3b8be6148af8',
  '0004_idempotency': 'e9d3280e01358f94',
  '0005_loyalty_daily_credits': 'e651f461103ca227',
  '0006_privacy_order_ids': '676e4af979a6b9b3',
};

/** Returns the statements of a migration, for SQLite. Runs none of them. */
async function statementsOf({ up }: Migration): Promise<string[]> {
  const statements: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (kysely) => new SqliteIntrospector(kysely),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  });
  await up(db);
  return statements;
}

test.each(Object.entries(RELEASED))('leaves %s as it was released', async (name, hash) => {
  const statements = await statementsOf(MIGRATIONS[name]!);

  const found = createHash('sha256').update(statements.join('\n')).digest('hex').slice(0, 16);
  expect(found, 'databases already ran this migration: add another one').toBe(hash);
});
