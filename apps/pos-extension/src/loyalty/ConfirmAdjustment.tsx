import type { Signal } from '@preact/signals';
import { type StaffClient, useWrite } from '@session-token/extension-client';
import type { AdjustmentRequest } from '@session-token/shared';
import { LoyaltyFailure } from './LoyaltyFailure.tsx';

interface ConfirmAdjustmentProps {
  client: StaffClient;
  customerId: string;
  adjustment: AdjustmentRequest;
  /** Set while the write is pending. */
  isAdjusting: Signal<boolean>;
  onDone: () => void;
  onLeave: () => void;
}

/** Asks for confirmation, sends the adjustment, and shows the outcome. */
export function ConfirmAdjustment(props: ConfirmAdjustmentProps) {
  const { client, customerId, adjustment, isAdjusting, onDone, onLeave } = props;
  const { i18n } = shopify;
  // POST /api/loyalty/customers/:customerId/adjustments
  const write = useWrite((idempotencyKey, signal) =>
    client.adjustPoints(customerId, adjustment, idempotencyKey, signal),
  );
  const state = write.state.value;

  async function confirm() {
    if (write.state.peek() === 'pending') return;
    isAdjusting.value = true;
    const result = await write.send();
    isAdjusting.value = false;
    if (!result?.ok) return;
    shopify.toast.show(countPoints('loyalty.done', result.value.entry.points, customerId));
    onDone();
  }
  if (state === undefined || state === 'pending') {
    return (
      <s-banner tone="info" heading={countPoints('loyalty.proposal', adjustment.points, customerId)}>
        <s-stack gap="small">
          <s-text>{adjustment.reason}</s-text>
          <s-stack direction="inline" gap="small">
            <s-button variant="primary" loading={state === 'pending'} onClick={confirm}>
              {i18n.translate('loyalty.proposal.confirm')}
            </s-button>
            {!state && <s-button onClick={onLeave}>{i18n.translate('loyalty.proposal.leave')}</s-button>}
          </s-stack>
        </s-stack>
      </s-banner>
    );
  }
  if (!state.ok) {
    const hint = i18n.translate('loyalty.proposal.retry_hint');
    return (
      <s-stack gap="small">
        <LoyaltyFailure failure={state} onRetry={confirm} retryHint={hint} />
        <s-button onClick={onLeave}>{i18n.translate('loyalty.proposal.leave')}</s-button>
      </s-stack>
    );
  }
  const { points, balance } = state.value.entry;
  return (
    <s-banner tone="success" heading={countPoints('loyalty.done', points, customerId)}>
      <s-stack gap="small">
        <s-text>{i18n.translate('loyalty.done.balance', { balance: i18n.formatNumber(balance) })}</s-text>
        <s-button onClick={onLeave}>{i18n.translate('loyalty.done.again')}</s-button>
      </s-stack>
    </s-banner>
  );
}

/** Returns a sentence about points that are added, or taken if negative. */
function countPoints(key: string, points: number, customerId: string): string {
  const count = Math.abs(points);
  return shopify.i18n.translate(`${key}.${points > 0 ? 'added' : 'taken'}`, {
    customerId,
    count,
    points: shopify.i18n.formatNumber(count),
  });
}
