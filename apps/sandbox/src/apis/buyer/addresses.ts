import type { Api } from '../api.ts';

export const addresses: Api = {
  values: ({ target, scene: { shippingAddress, billingAddress, checkout } }) => ({
    shippingAddress,
    billingAddress,
    checkoutSettings: {
      orderSubmission: checkout.orderSubmission,
      ...(checkout.paymentTerms && { paymentTermsTemplate: checkout.paymentTerms }),
      shippingAddress: {
        isEditable: checkout.isShippingAddressEditable && target.startsWith('purchase.checkout.'),
      },
    },
  }),
};
