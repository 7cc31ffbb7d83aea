import { computed } from '@preact/signals';
import { createBuyerClient } from '@session-token/extension-client';
import type { SessionTokenResponse } from '@session-token/shared';
import { type Asked, ask } from '../ask.ts';
import type { BuyerHost } from './host.ts';
import { createMembership, type Membership } from './loyalty/membership.ts';

/** All that is known about the buyer. */
export interface Buyer {
  host: BuyerHost;
  /** What the server says about the buyer's token. */
  session: Asked<SessionTokenResponse>;
  loyalty: Membership;
}

/** Asks the server now, and again when the buyer changes. */
export function createBuyer(host: BuyerHost): Buyer {
  const identity = computed(() => host.buyer());
  const client = createBuyerClient({ apiBaseUrl: host.apiBaseUrl, getToken: host.getToken });

  const session = ask(() => {
    void identity.value;
    return client.readSession();
  });
  return {
    host,
    session,
    loyalty: createMembership(session, client),
  };
}

/** The customer that the token names; undefined for an anonymous buyer. */
export const customerIdOf = (session: SessionTokenResponse): string | undefined =>
  session.kind === 'buyer' ? session.customerId : undefined;
