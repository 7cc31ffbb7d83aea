import { createStaffClient } from '@session-token/extension-client';
import { type Asked, ask, readApiBaseUrl } from '@session-token/extension-ui';
import type { SessionTokenResponse } from '@session-token/shared';
import { createLoyaltyDesk, type LoyaltyDesk } from './loyalty/loyalty-desk.ts';

/** All that the modal knows and can do. */
export interface Desk {
  /** What the server says about the token of the account that is logged in on the device. */
  session: Asked<SessionTokenResponse>;
  loyalty: LoyaltyDesk;
}

export function createDesk(): Desk {
  const client = createStaffClient({
    apiBaseUrl: readApiBaseUrl(),
    getToken: () => shopify.session.getSessionToken(),
  });
  return {
    session: ask(() => client.readSession()),
    loyalty: createLoyaltyDesk(client),
  };
}
