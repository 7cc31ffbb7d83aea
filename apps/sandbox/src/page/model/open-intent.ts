import type { Signal } from '@preact/signals';
import type { IntentQuery, IntentResponse } from '../../contract/host-views.ts';
import type { OpenIntent } from './sandbox-state.ts';

/** Opens a workflow of Shopify's in the page, in place of an open one. Resolves once the customer ends it. */
export function openIntent(
  intent: Signal<OpenIntent | undefined>,
  query: IntentQuery,
): Promise<IntentResponse> {
  intent.peek()?.end({ code: 'closed' });
  return new Promise((resolve) => {
    const end = (response: IntentResponse) => {
      intent.value = undefined;
      resolve(response);
    };
    intent.value = { query, end };
  });
}
