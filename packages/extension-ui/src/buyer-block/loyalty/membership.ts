import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ApiResult, type BuyerClient, createIdempotencyKey } from '@session-token/extension-client';
import type { EnrollmentResponse, LoyaltyResponse, SessionTokenResponse } from '@session-token/shared';
import { type Asked, ask } from '../../ask.ts';
import { customerIdOf } from '../buyer.ts';

type Joining = 'under way' | ApiResult<EnrollmentResponse>;

/** The customer's part in the loyalty programme. */
export interface Membership {
  /** Not asked for anonymous buyers. */
  account: Asked<LoyaltyResponse>;
  /** How joining goes; undefined before the buyer has decided to. */
  joining: ReadonlySignal<Joining | undefined>;
  /** Joins, or tries again to: one decision of the buyer has one `Idempotency-Key`, however often it is sent. */
  join: () => Promise<void>;
}

/** Reads the account of the customer that `session` names. */
export function createMembership(
  session: Asked<SessionTokenResponse>,
  client: Pick<BuyerClient, 'readLoyalty' | 'joinLoyalty'>,
): Membership {
  const joining = signal<Joining>();
  let decision: { idempotencyKey: string } | undefined;

  const account = ask(() => {
    const verified = session.result.value;
    return verified?.ok && customerIdOf(verified.value) ? client.readLoyalty() : undefined;
  });
  effect(() => {
    // Another session may be another customer's: what one of them decided is not for the next.
    void session.result.value;
    decision = undefined;
    joining.value = undefined;
  });

  return {
    account,
    joining,
    async join() {
      if (joining.value === 'under way') return;
      decision ??= { idempotencyKey: createIdempotencyKey() };
      const mine = decision;
      joining.value = 'under way';
      const result = await client.joinLoyalty(mine.idempotencyKey);
      if (decision === mine) joining.value = result;
    },
  };
}
