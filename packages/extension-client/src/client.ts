import type { SessionTokenResponse } from '@session-token/shared';
import { type Call, type CallOptions, createCall } from './call.ts';
import { type BuyerLoyalty, createBuyerLoyalty } from './loyalty/buyer.ts';
import { createStaffLoyalty, type StaffLoyalty } from './loyalty/staff.ts';
import type { ApiResult } from './result.ts';

/** What any extension may ask. One function per route of the API; none ever throws. */
export interface SessionClient {
  /** `GET /api/session-token`: what the server read in the token, having verified it. */
  readSession(): Promise<ApiResult<SessionTokenResponse>>;
}

export type BuyerClient = SessionClient & BuyerLoyalty;
export type StaffClient = SessionClient & StaffLoyalty;

/** The API client of checkout and customer-account extensions, whose tokens are a buyer's. */
export function createBuyerClient(options: CallOptions): BuyerClient {
  const call = createCall(options);
  return { ...createSessionClient(call), ...createBuyerLoyalty(call) };
}

/** The API client of POS extensions, whose tokens are those of a member of the staff. */
export function createStaffClient(options: CallOptions): StaffClient {
  const call = createCall(options);
  return { ...createSessionClient(call), ...createStaffLoyalty(call) };
}

const createSessionClient = (call: Call): SessionClient => ({
  readSession: () =>
    call<SessionTokenResponse>(
      { path: '/api/session-token' },
      ({ kind, shop }) => typeof kind === 'string' && typeof shop === 'string',
    ),
});
