import type { Api } from '../api.ts';

/** The payment options, and the ones that the buyer has selected in the page. */
export const payment: Api = {
  values: ({ scene: { payment, checkout } }) => {
    const options = payment.options.map(({ type, handle }) => ({ type, handle }));
    return {
      availablePaymentOptions: options,
      selectedPaymentOptions: options.filter(({ handle }) => payment.selected.includes(handle)),
      localizedFields: checkout.localizedFields,
    };
  },
};
