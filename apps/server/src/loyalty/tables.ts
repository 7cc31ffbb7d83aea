declare module '../database/tables.ts' {
  interface Tables {
    /** One row per customer who joined. Times are milliseconds since the epoch. */
    loyalty_accounts: {
      shop: string;
      customer_id: string;
      balance: number;
      /** Number of entries, which is the sequence number of the latest. */
      entry_count: number;
      enrolled_at: number;
    };
    /** The ledger: one row per change of a balance. Rows never change. */
    loyalty_entries: {
      shop: string;
      customer_id: string;
      /** 1 for the account's first entry, without gaps. */
      sequence: number;
      kind: 'welcome' | 'adjustment';
      points: number;
      /** Balance after this entry. */
      balance: number;
      reason: string | null;
      /** Kind of the caller who made the change. */
      actor_kind: 'customer' | 'staff';
      actor_id: string;
      /** `jti` of the request's token. */
      token_id: string;
      idempotency_key: string | null;
      created_at: number;
    };
    /** Points that a shop's staff added on the latest day with an adjustment. One row per shop. */
    loyalty_daily_credits: {
      shop: string;
      /** UTC, as `2026-01-31`. */
      day: string;
      points: number;
    };
  }
}

export {};
