import { ADDRESS } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

export const addresses: Api = {
  values: ({ target }) => ({
    shippingAddress: ADDRESS,
    billingAddress: ADDRESS,
    checkoutSettings: {
      orderSubmission: 'ORDER',
      shippingAddress: { isEditable: target.startsWith('purchase.checkout.') },
    },
  }),
};
