import type { AdjustmentRequest, AdjustmentResponse, LoyaltyCustomerResponse } from '@session-token/shared';
import type { Call } from '../call.ts';
import type { ApiResult } from '../result.ts';
import { isEntry, isMember } from './shapes.ts';

/** What staff may do for customers of their own shop, which the server reads in the token. */
export interface StaffLoyalty {
  /** `GET /api/loyalty/customers/:customerId`: refused with `customer_not_enrolled` for who never joined. */
  findCustomer(customerId: string): Promise<ApiResult<LoyaltyCustomerResponse>>;
  /**
   * `POST /api/loyalty/customers/:customerId/adjustments`: adds points, or below zero takes them; refused
   * with `insufficient_points` where the balance would fall below zero. One `idempotencyKey` for each
   * adjustment that a person confirms, kept through all retries of it.
   */
  adjustPoints(
    customerId: string,
    adjustment: AdjustmentRequest,
    idempotencyKey: string,
  ): Promise<ApiResult<AdjustmentResponse>>;
}

export function createStaffLoyalty(call: Call): StaffLoyalty {
  // Typed by a person: encoded, so that it stays one segment of the path.
  const pathOf = (customerId: string) => `/api/loyalty/customers/${encodeURIComponent(customerId)}`;
  return {
    findCustomer: (customerId) => call({ path: pathOf(customerId) }, isMember),
    adjustPoints: (customerId, body, idempotencyKey) =>
      call<AdjustmentResponse>(
        { path: `${pathOf(customerId)}/adjustments`, method: 'POST', body, idempotencyKey },
        ({ entry }) => isEntry(entry),
      ),
  };
}
