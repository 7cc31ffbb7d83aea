/** Why a loyalty route refuses a valid request of the right caller. */
export const LOYALTY_ERROR_CODES = ['customer_not_enrolled', 'insufficient_points'] as const;
