import { Check } from 'typebox/value';
import { INTERCEPT_ANSWER_SCHEMA, type InterceptAnswer } from '../../contract/intercept-answer.ts';
import type { Api } from '../api.ts';

type Steps = readonly (readonly [handle: string, label: string])[];

const ONE_PAGE: Steps = [['checkout', 'Checkout']];
const THREE_PAGES: Steps = [
  ['information', 'Information'],
  ['shipping', 'Shipping'],
  ['payment', 'Payment'],
];

/** The journey of the buyer. The target decides the active step, unless the scene does. */
export const buyerJourney: Api = {
  values({ target, scene: { checkout } }) {
    const steps = checkout.layout === 'three-page' ? THREE_PAGES : ONE_PAGE;
    const active = checkout.step ?? stepOf(target, checkout.layout);
    const position = steps.findIndex(([handle]) => handle === active);
    return {
      'buyerJourney.activeStep': { handle: active },
      'buyerJourney.completed': active === 'thank-you',
      'buyerJourney.steps': steps.map(([handle, label], index) => ({
        handle,
        label,
        to: handle === 'checkout' ? 'shopify:checkout' : `shopify:checkout/${handle}`,
        disabled: position >= 0 && index > position,
      })),
    };
  },
  host: {
    /** Receives the decision of the interceptors, not an interceptor. */
    'buyerJourney.intercept'(page, answer: InterceptAnswer) {
      if (Check(INTERCEPT_ANSWER_SCHEMA, answer)) page.answerIntercept(answer);
    },
  },
  isLogged: true,
};

function stepOf(target: string, layout: string): string {
  if (target.startsWith('purchase.thank-you.')) return 'thank-you';
  if (layout !== 'three-page') return 'checkout';
  if (/\.(shipping|pickup)-/.test(target)) return 'shipping';
  return target.includes('.payment-') || target.includes('.actions.') ? 'payment' : 'information';
}
