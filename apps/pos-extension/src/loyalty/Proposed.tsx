import type { Adjusting, Proposal } from './adjusting.ts';
import { LoyaltyNotice } from './LoyaltyNotice.tsx';

interface ProposedProps {
  adjusting: Adjusting;
}

/** A change of points from the question whether to make it, to what came of it. */
export function Proposed({ adjusting }: ProposedProps) {
  const proposal = adjusting.proposal.value;
  if (!proposal) return null;
  const { progress } = proposal;
  const leave = (
    <s-button onClick={adjusting.leave}>{shopify.i18n.translate('loyalty.proposal.leave')}</s-button>
  );

  async function confirm() {
    const done = await adjusting.confirm();
    if (done) shopify.toast.show(countPoints('loyalty.done', done.entry.points));
  }
  if (progress === 'to confirm' || progress === 'under way') {
    const isUnderWay = progress === 'under way';
    return (
      <s-banner tone="info" heading={askToConfirm(proposal)}>
        <s-stack gap="small">
          <s-text>{proposal.adjustment.reason}</s-text>
          <s-stack direction="inline" gap="small">
            <s-button variant="primary" loading={isUnderWay} onClick={confirm}>
              {shopify.i18n.translate('loyalty.proposal.confirm')}
            </s-button>
            {!isUnderWay && leave}
          </s-stack>
        </s-stack>
      </s-banner>
    );
  }
  if (!progress.ok) {
    const hint = shopify.i18n.translate('loyalty.proposal.retry_hint');
    return (
      <s-stack gap="small">
        <LoyaltyNotice failure={progress} onRetry={confirm} retryHint={hint} />
        {leave}
      </s-stack>
    );
  }
  const { points, balance } = progress.value.entry;
  return (
    <s-banner tone="success" heading={countPoints('loyalty.done', points)}>
      <s-stack gap="small">
        <s-text>
          {shopify.i18n.translate('loyalty.done.balance', { balance: shopify.i18n.formatNumber(balance) })}
        </s-text>
        <s-button onClick={adjusting.leave}>{shopify.i18n.translate('loyalty.done.again')}</s-button>
      </s-stack>
    </s-banner>
  );
}

const askToConfirm = ({ customerId, adjustment }: Proposal) =>
  countPoints('loyalty.proposal', adjustment.points, { customerId });

/** A sentence on points that are added, or below zero taken. */
function countPoints(topic: string, points: number, replacements: Record<string, string> = {}): string {
  const count = Math.abs(points);
  return shopify.i18n.translate(`${topic}.${points > 0 ? 'added' : 'taken'}`, {
    ...replacements,
    count,
    points: shopify.i18n.formatNumber(count),
  });
}
