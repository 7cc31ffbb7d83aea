import type { Api } from '../api.ts';

const CREDIT_CARD = { type: 'creditCard', handle: 'credit-card' };

export const payment: Api = {
  values: () => ({
    availablePaymentOptions: [CREDIT_CARD],
    selectedPaymentOptions: [CREDIT_CARD],
    localizedFields: [],
  }),
};
