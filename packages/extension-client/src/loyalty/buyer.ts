import type { EnrollmentResponse, LoyaltyResponse } from '@session-token/shared';
import type { SendRequest } from '../request.ts';
import type { ApiResult } from '../result.ts';
import type { CallSignal } from '../timeout.ts';
import { isLoyaltyMember, isLoyaltyResponse } from './guards.ts';

/** The routes for buyers who are logged in. Guests are rejected with `customer_required`. */
export interface BuyerLoyalty {
  /** `GET /api/loyalty`: the balance and the latest entries, or the points that joining credits. */
  readLoyalty(signal?: CallSignal): Promise<ApiResult<LoyaltyResponse>>;
  /** `POST /api/loyalty/enrollment`: joins. All retries of one click share the `idempotencyKey`. */
  joinLoyalty(idempotencyKey: string, signal?: CallSignal): Promise<ApiResult<EnrollmentResponse>>;
}

export const createBuyerLoyalty = (send: SendRequest): BuyerLoyalty => ({
  readLoyalty: (signal) => send({ path: '/api/loyalty', signal }, isLoyaltyResponse),
  joinLoyalty: (idempotencyKey, signal) =>
    send<EnrollmentResponse>(
      { path: '/api/loyalty/enrollment', method: 'POST', idempotencyKey, signal },
      ({ creditedPoints, account }) => typeof creditedPoints === 'number' && isLoyaltyMember(account),
    ),
});
