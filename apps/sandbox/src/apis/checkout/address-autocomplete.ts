import type { Api } from '../api.ts';

/** The query of address autocompletion. Its `signal` never aborts. */
export const addressAutocomplete: Api = {
  values({ target }) {
    if (target.endsWith('.suggest')) {
      return { target: { field: 'address1', value: '48 Har', selectedCountryCode: 'US' } };
    }
    if (!target.endsWith('.format-suggestion')) return {};
    return { target: { selectedSuggestion: { id: '1', label: '48 Harbor Street, Portland' } } };
  },
  create: () => ({ signal: new AbortController().signal }),
  inert: ['signal'],
};
