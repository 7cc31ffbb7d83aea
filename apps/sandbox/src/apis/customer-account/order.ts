import type { Api } from '../api.ts';

/** The order, and the ids that some targets are rendered for. */
export const order: Api = {
  values: ({ scene: { order, account, company } }) => ({
    order,
    orderId: order.id,
    fulfillmentId: account.fulfillmentId,
    returnId: account.returnId,
    locationId: company?.location.id ?? account.companyLocationId,
  }),
};
