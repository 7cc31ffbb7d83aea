import type { Api } from '../api.ts';

export const orderConfirmation: Api = {
  values: ({ scene: { order } }) => ({
    orderConfirmation: { order: { id: order.id }, number: order.confirmationNumber, isFirstOrder: false },
  }),
};
