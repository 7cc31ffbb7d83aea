import { type ReadonlySignal, signal } from '@preact/signals';
import type { StaffClient } from '@session-token/extension-client';
import { type Asked, ask } from '@session-token/extension-ui';
import type { LoyaltyCustomerResponse } from '@session-token/shared';

/** One customer at a time. */
export interface LookUp {
  /** Undefined before the first look-up. */
  customerId: ReadonlySignal<string | undefined>;
  account: Asked<LoyaltyCustomerResponse>;
  find: (customerId: string) => void;
}

export function createLookUp(client: StaffClient): LookUp {
  const customerId = signal<string>();
  const account = ask(() => (customerId.value ? client.findCustomer(customerId.value) : undefined));
  return {
    customerId,
    account,
    find(id) {
      if (id === customerId.peek()) account.askAgain();
      customerId.value = id;
    },
  };
}
