import type { Api } from '../api.ts';

const STEPS = [{ handle: 'checkout', label: 'Checkout', to: '/checkout', disabled: false }];

export const buyerJourney: Api = {
  values({ target }) {
    const isThankYou = target.startsWith('purchase.thank-you.');
    return {
      'buyerJourney.activeStep': { handle: isThankYou ? 'thank-you' : 'checkout' },
      'buyerJourney.completed': isThankYou,
      'buyerJourney.steps': STEPS,
    };
  },
};
