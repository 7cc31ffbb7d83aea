import { type Signal, useSignal } from '@preact/signals';
import { type Query, type StaffClient, useQuery } from '@session-token/extension-client';
import { Loading } from '@session-token/extension-ui';
import { Balance } from '@session-token/extension-ui/loyalty';
import type { AdjustmentRequest, LoyaltyCustomerResponse } from '@session-token/shared';
import { AdjustmentForm } from './AdjustmentForm.tsx';
import { ConfirmAdjustment } from './ConfirmAdjustment.tsx';
import { LoyaltyFailure } from './LoyaltyFailure.tsx';

interface CustomerProps {
  client: StaffClient;
  customerId: string;
  /** Set while an adjustment is pending. */
  isAdjusting: Signal<boolean>;
}

/** The points of one customer, and the form to adjust them. */
export function Customer({ client, customerId, isAdjusting }: CustomerProps) {
  // GET /api/loyalty/customers/:customerId
  const account = useQuery((signal) => client.findCustomer(customerId, signal));
  const adjustment = useSignal<AdjustmentRequest>();
  return (
    <s-section heading={shopify.i18n.translate('loyalty.customer.heading', { customerId })}>
      <s-stack gap="base">
        <Account account={account} />
        {adjustment.value ? (
          <ConfirmAdjustment
            client={client}
            customerId={customerId}
            adjustment={adjustment.value}
            isAdjusting={isAdjusting}
            onDone={account.refetch}
            onLeave={() => {
              adjustment.value = undefined;
              // The write may have succeeded without a response.
              account.refetch();
            }}
          />
        ) : (
          account.result.value?.ok && (
            <AdjustmentForm
              onSubmit={(submitted) => {
                adjustment.value = submitted;
              }}
            />
          )
        )}
      </s-stack>
    </s-section>
  );
}

function Account({ account }: { account: Query<LoyaltyCustomerResponse> }) {
  const result = account.result.value;
  if (!result) return <Loading label={shopify.i18n.translate('loyalty.customer.loading')} />;
  if (!result.ok) return <LoyaltyFailure failure={result} onRetry={account.refetch} />;
  return <Balance i18n={shopify.i18n} member={result.value} />;
}
