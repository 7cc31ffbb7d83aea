import type { Api } from '../api.ts';

/** `buyerIdentity` of checkout and of the order status page. Follows the Buyer control. */
export const buyerIdentity: Api = {
  values: ({ state: { customer }, scene: { buyer } }) => ({
    'buyerIdentity.customer': customer && {
      id: `gid://shopify/Customer/${customer}`,
      ...buyer,
      fullName: `${buyer.firstName} ${buyer.lastName}`,
      image: { url: '' },
      acceptsMarketing: false,
      acceptsEmailMarketing: false,
      acceptsSmsMarketing: false,
      ordersCount: 3,
      storeCreditAccounts: [],
    },
    'buyerIdentity.email': buyer.email,
    'buyerIdentity.phone': buyer.phone,
    'buyerIdentity.purchasingCompany': undefined,
  }),
};
