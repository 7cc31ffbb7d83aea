import { ORDER } from '../../fixtures/shop.ts';
import type { Api } from '../api.ts';

export const orderConfirmation: Api = {
  values: () => ({
    orderConfirmation: { order: { id: ORDER.id }, number: ORDER.confirmationNumber, isFirstOrder: false },
  }),
};
