import type { PersonalData } from '../privacy/personal-data.ts';
import './tables.ts';

/** Exports and erases a customer's points and every change of them. */
export const loyaltyPersonalData: PersonalData = {
  async export(db, { shop, customerId }) {
    const account = await db
      .selectFrom('loyalty_accounts')
      .select(['balance', 'enrolled_at'])
      .where('shop', '=', shop)
      .where('customer_id', '=', customerId)
      .executeTakeFirst();
    if (!account) return undefined;
    const entries = await db
      .selectFrom('loyalty_entries')
      .select(['sequence', 'kind', 'points', 'balance', 'reason', 'created_at'])
      .where('shop', '=', shop)
      .where('customer_id', '=', customerId)
      .orderBy('sequence')
      .execute();
    return {
      balance: account.balance,
      enrolledAt: new Date(account.enrolled_at).toISOString(),
      entries: entries.map(({ created_at, ...entry }) => ({
        ...entry,
        createdAt: new Date(created_at).toISOString(),
      })),
    };
  },

  async eraseCustomer(transaction, { shop, customerId }) {
    // Entries first: they reference the account.
    for (const table of ['loyalty_entries', 'loyalty_accounts'] as const) {
      await transaction
        .deleteFrom(table)
        .where('shop', '=', shop)
        .where('customer_id', '=', customerId)
        .execute();
    }
  },

  async eraseShop(transaction, shop, limit) {
    await transaction.deleteFrom('loyalty_daily_credits').where('shop', '=', shop).execute();
    const accounts = await transaction
      .selectFrom('loyalty_accounts')
      .select('customer_id')
      .where('shop', '=', shop)
      .orderBy('customer_id')
      .limit(limit)
      .execute();
    if (accounts.length === 0) return false;
    const customerIds = accounts.map((account) => account.customer_id);
    for (const table of ['loyalty_entries', 'loyalty_accounts'] as const) {
      await transaction
        .deleteFrom(table)
        .where('shop', '=', shop)
        .where('customer_id', 'in', customerIds)
        .execute();
    }
    return accounts.length === limit;
  },
};
