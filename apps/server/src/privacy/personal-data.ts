import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A customer of a shop. */
export interface Customer {
  shop: string;
  customerId: string;
}

/** What a feature that keeps data of customers can do with it when Shopify asks (Shopify, privacy law compliance). */
export interface PersonalData {
  /** Everything kept of the customer, as JSON can hold it; `undefined` where there is nothing. */
  export(db: Kysely<Tables>, customer: Customer): Promise<object | undefined>;
  /** Deletes everything kept of the customer. Does nothing where there is nothing. */
  eraseCustomer(transaction: Transaction<Tables>, customer: Customer): Promise<void>;
  /**
   * Deletes what is kept of a shop, customers and all, `limit` customers at most. Returns whether anything
   * may be left: it is called again, in another transaction, until nothing is.
   */
  eraseShop(transaction: Transaction<Tables>, shop: string, limit: number): Promise<boolean>;
}
