import { buyerScene } from './buyer.ts';
import { cartSignals } from './cart.ts';
import { customerSignals } from './checkout.ts';
import type { Scene, SceneInput } from './scene-types.ts';
import { ADDRESS, ORDER } from './shop.ts';

/**
 * The `shopify` global in customer accounts (`StandardApi` and `OrderStatusApi`, 2026-07). A guest is
 * somebody who followed the link in an e-mail, and has not logged in.
 */
export function customerAccountScene(input: SceneInput): Scene {
  const { state } = input;
  const { constants, signals } = buyerScene(input);
  return {
    constants: { ...constants, orderId: ORDER.id },
    signals: {
      ...signals,
      ...cartSignals(state),
      ...customerSignals(state),
      'authenticatedAccount.customer': state.customer && { id: `gid://shopify/Customer/${state.customer}` },
      'authenticatedAccount.purchasingCompany': undefined,
      authenticationState: state.customer ? 'fully_authenticated' : 'pre_authenticated',
      appMetafields: [],
      appliedGiftCards: [],
      attributes: [],
      billingAddress: ADDRESS,
      checkoutSettings: { orderSubmission: 'ORDER', shippingAddress: { isEditable: false } },
      checkoutToken: 'sandbox-checkout',
      customerPrivacy: { allowedProcessing: {}, metafields: [], visitorConsent: {}, shouldShowBanner: false },
      discountAllocations: [],
      discountCodes: [],
      note: undefined,
      order: ORDER,
      shippingAddress: ADDRESS,
    },
  };
}
