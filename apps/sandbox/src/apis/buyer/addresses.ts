import type { Api } from '../api.ts';

export const addresses: Api = {
  values: ({ target, scene: { shippingAddress, billingAddress } }) => ({
    shippingAddress,
    billingAddress,
    checkoutSettings: {
      orderSubmission: 'ORDER',
      shippingAddress: { isEditable: target.startsWith('purchase.checkout.') },
    },
  }),
};
