import type { PersonalData } from '../privacy/personal-data.ts';
import { deleteLegacyClaims } from './records.ts';

/**
 * Erases the stored responses of writes about the customer, including those of staff. Exports nothing: the
 * features export the same data from their own tables.
 */
export const idempotencyPersonalData: PersonalData = {
  export: async () => undefined,

  async eraseCustomer(transaction, { shop, customerId }) {
    await transaction
      .deleteFrom('idempotency_records')
      .where('shop', '=', shop)
      .where('customer_id', '=', customerId)
      .execute();
    await deleteLegacyClaims(transaction); // all rows, because none names a customer
  },

  async eraseShop(transaction, shop, limit) {
    const { numDeletedRows } = await transaction
      .deleteFrom('idempotency_records')
      .where('id', 'in', (query) =>
        query.selectFrom('idempotency_records').select('id').where('shop', '=', shop).limit(limit),
      )
      .executeTakeFirstOrThrow();
    await deleteLegacyClaims(transaction);
    return numDeletedRows === BigInt(limit);
  },
};
