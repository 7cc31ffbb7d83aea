import type { SessionTokenResponse } from '@session-token/shared';
import { type Call, type CallOptions, createCall } from './call.ts';
import { createBuyerLoyalty } from './loyalty/buyer.ts';
import { createStaffLoyalty } from './loyalty/staff.ts';
import type { ApiResult } from './result.ts';

/** What any extension may ask. One function per route of the API; none ever throws. */
export interface SessionClient {
  /** `GET /api/session-token`: what the server read in the token, having verified it. */
  readSession(): Promise<ApiResult<SessionTokenResponse>>;
}

export type BuyerClient = ReturnType<typeof createBuyerClient>;
export type StaffClient = ReturnType<typeof createStaffClient>;

/** The API client of checkout and customer-account extensions, whose tokens are a buyer's. */
export function createBuyerClient(options: CallOptions) {
  const call = createCall(options);
  return {
    ...createSessionClient(call),
    ...createBuyerLoyalty(call),
  };
}

/** The API client of POS extensions, whose tokens are those of a member of the staff. */
export function createStaffClient(options: CallOptions) {
  const call = createCall(options);
  return {
    ...createSessionClient(call),
    ...createStaffLoyalty(call),
  };
}

const createSessionClient = (call: Call): SessionClient => ({
  readSession: () =>
    call<SessionTokenResponse>(
      { path: '/api/session-token' },
      ({ kind, shop }) => typeof kind === 'string' && typeof shop === 'string',
    ),
});
