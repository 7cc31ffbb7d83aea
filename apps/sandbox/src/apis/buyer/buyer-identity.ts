import { money, type Scene } from '../../scene/scene.ts';
import type { Api } from '../api.ts';

/** `buyerIdentity` of checkout and of the order status page. Follows the Buyer control. */
export const buyerIdentity: Api = {
  values: ({ state: { customer }, scene, scene: { buyer, company } }) => ({
    'buyerIdentity.customer': customer && toCustomer(scene, customer),
    'buyerIdentity.email': buyer.email,
    'buyerIdentity.phone': buyer.phone,
    // Only a customer of the company can buy for it.
    'buyerIdentity.purchasingCompany': customer && company,
  }),
};

const toCustomer = (scene: Scene, number: string) => {
  const { firstName, lastName, email, phone, storeCredit, ...buyer } = scene.buyer;
  return {
    id: `gid://shopify/Customer/${number}`,
    firstName,
    lastName,
    fullName: `${firstName} ${lastName}`,
    email,
    ...(phone && { phone }),
    image: { url: buyer.imageUrl },
    acceptsMarketing: buyer.acceptsEmailMarketing,
    acceptsEmailMarketing: buyer.acceptsEmailMarketing,
    acceptsSmsMarketing: buyer.acceptsSmsMarketing,
    ordersCount: buyer.ordersCount,
    storeCreditAccounts:
      storeCredit === undefined
        ? []
        : [{ id: 'gid://shopify/StoreCreditAccount/1', balance: money(scene, storeCredit) }],
  };
};
