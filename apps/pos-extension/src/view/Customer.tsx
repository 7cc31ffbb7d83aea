import { Balance, Loading } from '@session-token/extension-ui/views';
import type { Desk } from '../desk/desk.ts';
import { AdjustmentForm } from './AdjustmentForm.tsx';
import { Proposed } from './Proposed.tsx';
import { StaffNotice } from './StaffNotice.tsx';

interface CustomerProps {
  desk: Desk;
}

/** The customer who has been looked up: the points, and changing them. */
export function Customer({ desk }: CustomerProps) {
  const { lookUp, adjusting } = desk;
  const customerId = lookUp.customerId.value;
  if (!customerId) return null;
  const isMember = lookUp.account.result.value?.ok === true;
  const isProposed = adjusting.proposal.value !== undefined;
  return (
    <s-section heading={shopify.i18n.translate('customer.heading', { customerId })}>
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
  if (!result) return <Loading label={shopify.i18n.translate('customer.loading')} />;
  if (!result.ok) return <StaffNotice failure={result} onRetry={account.askAgain} />;
  return <Balance texts={shopify.i18n} member={result.value} />;
}
