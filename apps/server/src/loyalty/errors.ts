import type { LOYALTY_ERROR_CODES } from '@session-token/shared/schemas';
import type { ErrorEntry } from '../http/errors/error-table.ts';

/**
 * Errors of the loyalty routes. Too few points is a conflict with the state of the account (RFC 9110
 * §15.5.10). It is not `retryable`: only a later change of the balance helps.
 */
export const LOYALTY_ERRORS: Readonly<Record<(typeof LOYALTY_ERROR_CODES)[number], ErrorEntry>> = {
  customer_not_enrolled: {
    status: 404,
    message: "This customer is not in the loyalty program of the token's shop.",
    retryable: false,
  },
  insufficient_points: {
    status: 409,
    message: 'The balance is smaller than the points to take; nothing changed.',
    retryable: false,
  },
  daily_credit_limit_reached: {
    status: 409,
    message: 'The staff of this shop cannot add that many points today (UTC); nothing changed.',
    retryable: false,
  },
};
