/** Codes with which a loyalty route rejects a valid request of the right caller. */
export const LOYALTY_ERROR_CODES = [
  'customer_not_enrolled',
  'insufficient_points',
  'daily_credit_limit_reached',
] as const;
