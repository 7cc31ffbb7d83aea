import type { Api } from '../api.ts';

/** The order, and the ids that some targets are rendered for. */
export const order: Api = {
  values: ({ scene: { order } }) => ({
    order,
    orderId: order.id,
    fulfillmentId: 'gid://shopify/Fulfillment/1',
    returnId: 'gid://shopify/Return/1',
    locationId: 'gid://shopify/CompanyLocation/1',
  }),
};
