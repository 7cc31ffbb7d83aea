import type { Api } from '../api.ts';

export const orderConfirmation: Api = {
  values: ({ scene: { order, buyer } }) => ({
    orderConfirmation: {
      order: { id: order.id },
      number: order.confirmationNumber,
      isFirstOrder: buyer.ordersCount === 0,
    },
  }),
};
