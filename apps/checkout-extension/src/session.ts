import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ApiResult, createBuyerClient } from '@session-token/extension-client';
import type { SessionTokenResponse } from '@session-token/shared';
import { readApiBaseUrl } from './api-base-url.ts';

export type SessionResult = ApiResult<SessionTokenResponse>;

export interface Session {
  /** What the server says about the buyer; undefined while it is being asked. */
  result: ReadonlySignal<SessionResult | undefined>;
  retry: () => void;
}

/**
 * Asks the server now, and again when the API's address changes (settings arrive late), when another
 * buyer logs in, and on `retry`.
 */
export function createSession(): Session {
  const result = signal<SessionResult>();
  const retries = signal(0);
  const apiBaseUrl = computed(() => readApiBaseUrl(shopify.settings.value));
  const buyerId = computed(() => shopify.buyerIdentity?.customer.value?.id);

  effect(() => {
    // Read as reasons to ask again; neither is sent, since the token names the buyer.
    void [buyerId.value, retries.value];
    let isStale = false;
    result.value = undefined;
    createBuyerClient({ apiBaseUrl: apiBaseUrl.value, getToken: () => shopify.sessionToken.get() })
      .readSession()
      .then((latest) => {
        if (!isStale) result.value = latest;
      });
    return () => {
      isStale = true;
    };
  });

  return { result, retry: () => retries.value++ };
}
