import type { EnrollmentResponse, LoyaltyResponse } from '@session-token/shared';
import type { Call } from '../call.ts';
import type { ApiResult } from '../result.ts';
import { isAccount, isMember } from './shapes.ts';

/** What a buyer who is logged in may do; anonymous ones are refused with `customer_required`. */
export interface BuyerLoyalty {
  /** `GET /api/loyalty`: the balance and the latest entries, or what joining would give. */
  readLoyalty(): Promise<ApiResult<LoyaltyResponse>>;
  /**
   * `POST /api/loyalty/enrollment`: joins. One `idempotencyKey` for each time the buyer decides to, kept
   * through all retries of it.
   */
  joinLoyalty(idempotencyKey: string): Promise<ApiResult<EnrollmentResponse>>;
}

export const createBuyerLoyalty = (call: Call): BuyerLoyalty => ({
  readLoyalty: () => call({ path: '/api/loyalty' }, isAccount),
  joinLoyalty: (idempotencyKey) =>
    call<EnrollmentResponse>(
      { path: '/api/loyalty/enrollment', method: 'POST', idempotencyKey },
      ({ creditedPoints, account }) => typeof creditedPoints === 'number' && isMember(account),
    ),
});
