import type { Api } from '../api.ts';

/** The query and the choice of the buyer. Each query starts the extension again, so `signal` (in the worker) never aborts. */
export const addressAutocomplete: Api = {
  values({ target, scene: { autocomplete, shippingAddress } }) {
    const { field, query, suggestion } = autocomplete;
    if (target.endsWith('.suggest')) {
      const { countryCode } = shippingAddress;
      return { target: { field, value: query, ...(countryCode && { selectedCountryCode: countryCode }) } };
    }
    return target.endsWith('.format-suggestion') ? { target: { selectedSuggestion: suggestion } } : {};
  },
  inert: ['signal'],
};
