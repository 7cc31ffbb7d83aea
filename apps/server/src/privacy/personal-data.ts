import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** The customer of a shop that a privacy request names. */
export interface DataSubject {
  shop: string;
  customerId: string;
  /** The customer's orders that the request names, for features that store data by order. */
  orderIds: readonly string[];
}

/**
 * Exports and erases the customer data of one feature (Shopify, privacy law compliance). An erasure runs while no
 * idempotent write about the customer or the shop is pending.
 */
export interface PersonalData {
  /** Returns everything stored about the customer, as plain JSON; `undefined` if there is nothing. */
  export(db: Kysely<Tables>, customer: DataSubject): Promise<object | undefined>;
  /** Deletes everything stored about the customer. Does nothing if there is nothing. */
  eraseCustomer(transaction: Transaction<Tables>, customer: DataSubject): Promise<void>;
  /**
   * Deletes everything stored about a shop, up to `limit` customers. Returns whether anything may be left. The
   * caller repeats the call in new transactions until nothing is.
   */
  eraseShop(transaction: Transaction<Tables>, shop: string, limit: number): Promise<boolean>;
}
