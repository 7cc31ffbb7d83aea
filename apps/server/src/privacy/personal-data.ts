import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A customer of a shop, as a privacy request names them. */
export interface DataSubject {
  shop: string;
  customerId: string;
  /** The customer's orders that the request names, for features that store data by order. */
  orderIds: readonly string[];
}

/**
 * Exports and erases the customer data of one feature (Shopify, privacy law compliance). Erasures run while no
 * idempotent write about the customer, or in the shop, is pending.
 */
export interface PersonalData {
  /** Returns everything stored about the customer, as plain JSON; `undefined` if there is nothing. */
  export(db: Kysely<Tables>, customer: DataSubject): Promise<object | undefined>;
  /** Deletes everything stored about the customer. Does nothing if there is nothing. */
  eraseCustomer(transaction: Transaction<Tables>, customer: DataSubject): Promise<void>;
  /**
   * Deletes everything stored about a shop, `limit` customers at most. Returns whether anything may be left: it is
   * called again, in another transaction, until nothing is.
   */
  eraseShop(transaction: Transaction<Tables>, shop: string, limit: number): Promise<boolean>;
}
