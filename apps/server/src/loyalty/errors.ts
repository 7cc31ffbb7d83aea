import type { LOYALTY_ERROR_CODES } from '@session-token/shared/schemas';
import type { ErrorEntry } from '../errors/error-table.ts';

/**
 * What the loyalty routes refuse. Too few points is a conflict with the state of the account (RFC 9110
 * §15.5.10), not a fault in the request, and not `retryable`: only a later change of the balance helps.
 */
export const LOYALTY_ERRORS: Readonly<Record<(typeof LOYALTY_ERROR_CODES)[number], ErrorEntry>> = {
  customer_not_enrolled: {
    status: 404,
    message: 'The shop of this token has no such customer in its loyalty programme.',
    retryable: false,
  },
  insufficient_points: {
    status: 409,
    message: 'The balance is smaller than the points to take. Nothing was changed.',
    retryable: false,
  },
};
