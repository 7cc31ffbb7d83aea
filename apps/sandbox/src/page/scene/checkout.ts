import { isRunnable } from '../../contract/surfaces.ts';
import type { UrlState } from '../../contract/url-state.ts';
import { buyerScene } from './buyer.ts';
import { cartSignals } from './cart.ts';
import type { Scene, SceneInput } from './scene-types.ts';
import { ADDRESS, BUYER, ORDER } from './shop.ts';

/** The `shopify` global in checkout and on the thank-you page (`StandardApi` and `CheckoutApi`, 2026-07). */
export function checkoutScene(input: SceneInput): Scene {
  const { state, target } = input;
  const { constants, signals } = buyerScene(input);
  const isThankYou = target.startsWith('purchase.thank-you.');
  return {
    constants: { ...constants, ...targetConstants(target) },
    signals: {
      ...signals,
      ...cartSignals(state),
      ...customerSignals(state),
      'buyerJourney.activeStep': { handle: isThankYou ? 'thank-you' : 'checkout' },
      'buyerJourney.completed': isThankYou,
      'buyerJourney.steps': [{ handle: 'checkout', label: 'Checkout', to: '/checkout', disabled: false }],
      appMetafields: [],
      appliedGiftCards: [],
      attributes: [],
      availablePaymentOptions: [],
      billingAddress: ADDRESS,
      checkoutSettings: { orderSubmission: 'ORDER', shippingAddress: { isEditable: true } },
      checkoutToken: 'sandbox-checkout',
      deliveryGroups: [],
      discountAllocations: [],
      discountCodes: [],
      instructions: cartInstructions(),
      note: undefined,
      selectedPaymentOptions: [],
      shippingAddress: ADDRESS,
      ...(isThankYou && { orderConfirmation: { order: { id: ORDER.id }, number: ORDER.confirmationNumber } }),
    },
  };
}

/** The ones that the customer switch changes. */
export function customerSignals({ customer }: Pick<UrlState, 'customer'>) {
  return {
    'buyerIdentity.customer': customer && {
      id: `gid://shopify/Customer/${customer}`,
      email: BUYER.email,
      firstName: BUYER.firstName,
      lastName: BUYER.lastName,
      fullName: `${BUYER.firstName} ${BUYER.lastName}`,
      acceptsMarketing: false,
      acceptsEmailMarketing: false,
      acceptsSmsMarketing: false,
      ordersCount: 3,
      storeCreditAccounts: [],
    },
    'buyerIdentity.email': BUYER.email,
    'buyerIdentity.phone': undefined,
    'buyerIdentity.purchasingCompany': undefined,
  };
}

/** What address autocompletion is asked about. */
function targetConstants(target: string): Record<string, unknown> {
  if (!isRunnable(target)) return {};
  return target.endsWith('.suggest')
    ? { target: { field: 'address1', value: '48 Har', selectedCountryCode: 'US' } }
    : { target: { selectedSuggestion: { id: '1', label: '48 Harbor Street, Portland' } } };
}

const cartInstructions = () => ({
  attributes: { canUpdateAttributes: false },
  delivery: { canSelectCustomAddress: false },
  discounts: { canUpdateDiscountCodes: false },
  lines: { canAddCartLine: false, canRemoveCartLine: false, canUpdateCartLine: false },
  metafields: { canDeleteCartMetafield: false, canSetCartMetafields: false },
  notes: { canUpdateNote: false },
});
