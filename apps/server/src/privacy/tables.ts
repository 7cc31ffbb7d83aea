declare module '../database/tables.ts' {
  interface Tables {
    /** What Shopify asked for: the inbox of the privacy webhooks, and the evidence that each was met. */
    privacy_requests: {
      /** `X-Shopify-Webhook-Id`, the same for all deliveries of one webhook. */
      webhook_id: string;
      kind: 'customer_export' | 'customer_erasure' | 'shop_erasure';
      shop: string;
      /** `null` for a whole shop, and once the customer was erased. */
      customer_id: string | null;
      /** Milliseconds since the epoch. */
      received_at: number;
      /** `null` until it is met. */
      completed_at: number | null;
      /** JSON for the merchant to hand on, of a `customer_export`; `null` again when it was kept long enough. */
      export: string | null;
    };
  }
}

export {};
