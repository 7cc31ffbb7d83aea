import { useSignal } from '@preact/signals';
import { parseCustomerId } from './form-values.ts';

interface FinderProps {
  isDisabled: boolean;
  onFind: (customerId: string) => void;
}

/** Asks for a customer ID. Starts with the customer in the cart. */
export function Finder({ isDisabled, onFind }: FinderProps) {
  const typed = useSignal(String(shopify.cart.current.value.customer?.id ?? ''));
  const isInvalid = useSignal(false);

  function find() {
    const customerId = parseCustomerId(typed.value);
    isInvalid.value = customerId === undefined;
    if (customerId) onFind(customerId);
  }
  return (
    <s-section heading={shopify.i18n.translate('loyalty.finder.heading')}>
      <s-stack gap="small">
        <s-text-field
          label={shopify.i18n.translate('loyalty.finder.label')}
          value={typed.value}
          error={isInvalid.value ? shopify.i18n.translate('loyalty.finder.error') : ''}
          onInput={(event) => {
            typed.value = event.currentTarget.value ?? '';
          }}
        />
        <s-button disabled={isDisabled} onClick={find}>
          {shopify.i18n.translate('loyalty.finder.button')}
        </s-button>
      </s-stack>
    </s-section>
  );
}
