import { BUYER } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

/** `buyerIdentity` of checkout and of the order status page. Follows the Buyer control. */
export const buyerIdentity: Api = {
  values: ({ state: { customer } }) => ({
    'buyerIdentity.customer': customer && {
      id: `gid://shopify/Customer/${customer}`,
      email: BUYER.email,
      firstName: BUYER.firstName,
      lastName: BUYER.lastName,
      fullName: `${BUYER.firstName} ${BUYER.lastName}`,
      image: { url: '' },
      acceptsMarketing: false,
      acceptsEmailMarketing: false,
      acceptsSmsMarketing: false,
      ordersCount: 3,
      storeCreditAccounts: [],
    },
    'buyerIdentity.email': BUYER.email,
    'buyerIdentity.phone': undefined,
    'buyerIdentity.purchasingCompany': undefined,
  }),
};
