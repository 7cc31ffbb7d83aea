import type { AdjustmentRequest, AdjustmentResponse, LoyaltyCustomerResponse } from '@session-token/shared';
import type { SendRequest } from '../request.ts';
import type { ApiResult } from '../result.ts';
import type { CallSignal } from '../timeout.ts';
import { isLoyaltyEntry, isLoyaltyMember } from './guards.ts';

/** The routes for staff. They reach only customers of the shop that the token names. */
export interface StaffLoyalty {
  /** `GET /api/loyalty/customers/:customerId`. Rejected with `customer_not_enrolled` for a customer who never joined. */
  findCustomer(customerId: string, signal?: CallSignal): Promise<ApiResult<LoyaltyCustomerResponse>>;
  /**
   * `POST /api/loyalty/customers/:customerId/adjustments`: adds points, or takes them if negative. Rejected with
   * `insufficient_points` if the balance would fall below zero. All retries of one confirmed adjustment share the
   * `idempotencyKey`.
   */
  adjustPoints(
    customerId: string,
    adjustment: AdjustmentRequest,
    idempotencyKey: string,
    signal?: CallSignal,
  ): Promise<ApiResult<AdjustmentResponse>>;
}

export function createStaffLoyalty(send: SendRequest): StaffLoyalty {
  // A person types the id. Encoding keeps it a single path segment.
  const pathOf = (customerId: string) => `/api/loyalty/customers/${encodeURIComponent(customerId)}`;
  return {
    findCustomer: (customerId, signal) => send({ path: pathOf(customerId), signal }, isLoyaltyMember),
    adjustPoints: (customerId, body, idempotencyKey, signal) =>
      send<AdjustmentResponse>(
        { path: `${pathOf(customerId)}/adjustments`, method: 'POST', body, idempotencyKey, signal },
        ({ entry }) => isLoyaltyEntry(entry),
      ),
  };
}
