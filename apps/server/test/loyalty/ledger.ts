import { sql } from 'kysely';
import { expect } from 'vitest';
import type { Database } from '../../src/database/database.ts';

interface Audit {
  balance: number;
  sum: number;
  entries: number;
  counted: number;
  latest: number;
}

/**
 * Recomputes an account's balance from its ledger. Expects the stored balance, a sequence without gaps and a
 * correct running balance in every entry. Returns the points of all entries in order.
 */
export async function expectLedgerAddsUp(
  database: Database,
  shop: string,
  customerId: string,
): Promise<number[]> {
  const { rows } = await database.read((db) =>
    sql<Audit>`
      select a.balance, a.entry_count as counted, cast(sum(e.points) as bigint) as sum,
        count(*) as entries, max(e.sequence) as latest
      from loyalty_accounts a join loyalty_entries e on e.shop = a.shop and e.customer_id = a.customer_id
      where a.shop = ${shop} and a.customer_id = ${customerId}
      group by a.shop, a.customer_id`.execute(db),
  );
  const [account] = rows;
  expect(account?.balance).toBe(account?.sum);
  expect(account?.entries).toBe(account?.counted);
  expect(account?.latest).toBe(account?.counted);

  const entries = await database.read((db) =>
    db
      .selectFrom('loyalty_entries')
      .select(['points', 'balance'])
      .where('shop', '=', shop)
      .where('customer_id', '=', customerId)
      .orderBy('sequence')
      .execute(),
  );
  let running = 0;
  for (const { points, balance } of entries) {
    running += points;
    expect(balance).toBe(running);
  }
  return entries.map(({ points }) => points);
}
