import type { IntentOptions, IntentQuery } from '../../contract/host-views.ts';
import type { Api } from '../api.ts';

/** Opens a workflow of Shopify's in the page, where the customer completes, closes or fails it. */
export const intents: Api = {
  host: {
    'intents.invoke': (page, query: unknown, options?: IntentOptions) => {
      const ended = page.openIntent(parseIntent(query, options));
      return { ended: () => ended };
    },
  },
};

/**
 * Reads an intent in either form: an object, or `action:type[,value][?params]`.
 * @throws TypeError unless it is the one intent that Shopify documents: replacing the payment method of a
 * subscription contract.
 */
export function parseIntent(query: unknown, options: IntentOptions = {}): IntentQuery {
  const intent = typeof query === 'string' ? { ...parseUrl(query), ...options } : (query as IntentQuery);
  const { action, type, value, data } = Object(intent) as Partial<IntentQuery>;
  if (action !== 'open' || type !== 'shopify/SubscriptionContract') {
    throw new TypeError('The only intent is open:shopify/SubscriptionContract.');
  }
  if (typeof value !== 'string' || !value.startsWith('gid://shopify/SubscriptionContract/')) {
    throw new TypeError('The intent needs a value: the id of a subscription contract.');
  }
  if (data?.field !== 'paymentMethod')
    throw new TypeError("The intent needs data: { field: 'paymentMethod' }.");
  return { action, type, value, data };
}

function parseUrl(url: string): IntentQuery | undefined {
  const [, action, type, value, query] = /^(\w+):([\w/]+)(?:,([^?]+))?(?:\?(.*))?$/.exec(url) ?? [];
  if (!action || !type) return undefined;
  const data = query === undefined ? undefined : Object.fromEntries(new URLSearchParams(query));
  return { action, type, ...(value && { value }), ...(data && { data }) };
}
