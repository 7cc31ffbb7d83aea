/** The page's question to the interceptors of an extension, before the buyer's journey goes on. */
export interface InterceptRequest {
  id: number;
  /** Whether the extension has the capability `block_progress`, and the merchant allows it. */
  canBlockProgress: boolean;
}

/** The event that carries an `InterceptRequest`. */
export const INTERCEPT_EVENT = 'buyerJourney.intercept';

/** How long an interceptor may take. Shopify documents no limit. */
export const INTERCEPTOR_TIMEOUT_MS = 5_000;
