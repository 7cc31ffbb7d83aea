declare module '../database/tables.ts' {
  interface Tables {
    /** Requests of the privacy webhooks, kept after completion as evidence for the merchant. */
    privacy_requests: {
      /** `X-Shopify-Webhook-Id`, the same for all deliveries of one webhook. */
      webhook_id: string;
      kind: 'customer_export' | 'customer_erasure' | 'shop_erasure';
      shop: string;
      /** `null` for a whole shop, and once the customer was erased. */
      customer_id: string | null;
      /** Orders that the request names, as a JSON array of strings; `null` once it is completed. */
      order_ids: string | null;
      /** Milliseconds since the epoch. */
      received_at: number;
      /** `null` while the request is pending. */
      completed_at: number | null;
      /** JSON that the merchant hands to the customer; `null` for erasures, and again 30 days after completion. */
      export: string | null;
    };
  }
}

export {};
