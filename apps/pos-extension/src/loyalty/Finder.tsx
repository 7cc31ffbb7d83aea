import { useSignal } from '@preact/signals';
import type { LoyaltyDesk } from './loyalty-desk.ts';
import { parseCustomerId } from './parse-entries.ts';

interface FinderProps {
  desk: LoyaltyDesk;
}

/** Looks a customer up by id; the customer in the cart is at hand. */
export function Finder({ desk }: FinderProps) {
  const typed = useSignal(String(shopify.cart.current.value.customer?.id ?? ''));
  const isRefused = useSignal(false);
  const isBusy = desk.adjusting.proposal.value?.progress === 'under way';

  function find() {
    const customerId = parseCustomerId(typed.value);
    isRefused.value = customerId === undefined;
    if (customerId) desk.lookUp.find(customerId);
  }
  return (
    <s-section heading={shopify.i18n.translate('loyalty.finder.heading')}>
      <s-stack gap="small">
        <s-text-field
          label={shopify.i18n.translate('loyalty.finder.label')}
          value={typed.value}
          error={isRefused.value ? shopify.i18n.translate('loyalty.finder.error') : ''}
          onInput={(event) => {
            typed.value = event.currentTarget.value ?? '';
          }}
        />
        <s-button disabled={isBusy} onClick={find}>
          {shopify.i18n.translate('loyalty.finder.button')}
        </s-button>
      </s-stack>
    </s-section>
  );
}
