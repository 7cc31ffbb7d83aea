import type { SessionTokenResponse } from '@session-token/shared';
import { createBuyerLoyalty } from './loyalty/buyer.ts';
import { createStaffLoyalty } from './loyalty/staff.ts';
import { type ClientOptions, createSender, type SendRequest } from './request.ts';
import type { ApiResult } from './result.ts';
import type { CallSignal } from './timeout.ts';

/** The routes that every extension may call. Each route of the API has one function, which never throws. */
export interface SessionClient {
  /** `GET /api/session-token`: the claims that the server verified. */
  readSession(signal?: CallSignal): Promise<ApiResult<SessionTokenResponse>>;
}

export type BuyerClient = ReturnType<typeof createBuyerClient>;
export type StaffClient = ReturnType<typeof createStaffClient>;

/** Creates the API client of checkout and customer-account extensions. */
export function createBuyerClient(options: ClientOptions) {
  const send = createSender(options);
  return Object.assign(
    {},
    createSessionClient(send),
    // One line per feature.
    createBuyerLoyalty(send),
  );
}

/** Creates the API client of POS extensions. */
export function createStaffClient(options: ClientOptions) {
  const send = createSender(options);
  return Object.assign(
    {},
    createSessionClient(send),
    // One line per feature.
    createStaffLoyalty(send),
  );
}

const createSessionClient = (send: SendRequest): SessionClient => ({
  readSession: (signal) =>
    send<SessionTokenResponse>(
      { path: '/api/session-token', signal },
      ({ kind, shop }) => typeof kind === 'string' && typeof shop === 'string',
    ),
});
