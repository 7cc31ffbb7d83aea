import type { StaffClient } from '@session-token/extension-client';
import { type Adjusting, createAdjusting } from './adjusting.ts';
import { createLookUp, type LookUp } from './look-up.ts';

/** Looking a customer up, and changing their points. */
export interface LoyaltyDesk {
  lookUp: LookUp;
  adjusting: Adjusting;
}

export function createLoyaltyDesk(client: StaffClient): LoyaltyDesk {
  const lookUp = createLookUp(client);
  return { lookUp, adjusting: createAdjusting(client, lookUp) };
}
