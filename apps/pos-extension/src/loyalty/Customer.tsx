import { Balance, Loading } from '@session-token/extension-ui/views';
import { AdjustmentForm } from './AdjustmentForm.tsx';
import { LoyaltyNotice } from './LoyaltyNotice.tsx';
import type { LoyaltyDesk } from './loyalty-desk.ts';
import { Proposed } from './Proposed.tsx';

interface CustomerProps {
  desk: LoyaltyDesk;
}

/** The customer who has been looked up: the points, and changing them. */
export function Customer({ desk }: CustomerProps) {
  const { lookUp, adjusting } = desk;
  const customerId = lookUp.customerId.value;
  if (!customerId) return null;
  const isMember = lookUp.account.result.value?.ok === true;
  const isProposed = adjusting.proposal.value !== undefined;
  return (
    <s-section heading={shopify.i18n.translate('loyalty.customer.heading', { customerId })}>
      <s-stack gap="base">
        <Account desk={desk} />
        {isProposed && <Proposed adjusting={adjusting} />}
        {isMember && !isProposed && <AdjustmentForm key={customerId} adjusting={adjusting} />}
      </s-stack>
    </s-section>
  );
}

function Account({ desk }: CustomerProps) {
  const { account } = desk.lookUp;
  const result = account.result.value;
  if (!result) return <Loading label={shopify.i18n.translate('loyalty.customer.loading')} />;
  if (!result.ok) return <LoyaltyNotice failure={result} onRetry={account.askAgain} />;
  return <Balance texts={shopify.i18n} member={result.value} />;
}
