import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { type ApiResult, createIdempotencyKey, type StaffClient } from '@session-token/extension-client';
import type { AdjustmentRequest, AdjustmentResponse } from '@session-token/shared';
import type { LookUp } from './look-up.ts';

/** A change of points that a person has put forward. */
export interface Proposal {
  readonly customerId: string;
  readonly adjustment: AdjustmentRequest;
  /** One for the proposal, whatever becomes of it: however often it is sent, it is done once. */
  readonly idempotencyKey: string;
  readonly progress: 'to confirm' | 'under way' | ApiResult<AdjustmentResponse>;
}

export interface Adjusting {
  proposal: ReadonlySignal<Proposal | undefined>;
  propose: (adjustment: AdjustmentRequest) => void;
  /** Sends the proposal, for the first time or again. Gives what has been done, if it has. */
  confirm: () => Promise<AdjustmentResponse | undefined>;
  /** Drops the proposal, and looks the customer up anew: it may have been done unheard. */
  leave: () => void;
}

/** For the customer who has been looked up; another look-up drops what was proposed. */
export function createAdjusting(client: StaffClient, lookUp: LookUp): Adjusting {
  const proposal = signal<Proposal>();
  effect(() => {
    void lookUp.customerId.value;
    proposal.value = undefined;
  });

  return {
    proposal,
    propose(adjustment) {
      const customerId = lookUp.customerId.peek();
      if (!customerId) return;
      proposal.value = {
        customerId,
        adjustment,
        idempotencyKey: createIdempotencyKey(),
        progress: 'to confirm',
      };
    },
    async confirm() {
      const confirmed = proposal.peek();
      if (!confirmed || confirmed.progress === 'under way') return;
      const sent: Proposal = { ...confirmed, progress: 'under way' };
      proposal.value = sent;
      const { customerId, adjustment, idempotencyKey } = sent;
      const progress = await client.adjustPoints(customerId, adjustment, idempotencyKey);
      if (proposal.peek() !== sent) return;
      proposal.value = { ...sent, progress };
      if (!progress.ok) return;
      lookUp.account.askAgain();
      return progress.value;
    },
    leave() {
      proposal.value = undefined;
      lookUp.account.askAgain();
    },
  };
}
