import type { ApiFailure } from '@session-token/extension-client';

/** How a failure is drawn. */
export interface FailureDescription {
  /** Key of the locales under which `heading` and `text` tell what happened and what to do. */
  topic: string;
  tone: 'info' | 'warning' | 'critical';
  canRetry: boolean;
  /** What to quote when asking for help: the server's code and request id. */
  reference: string | undefined;
}

export function describeFailure(failure: ApiFailure): FailureDescription {
  switch (failure.reason) {
    case 'refused':
      return describe(
        `refused.${topicOfCode(failure.code)}`,
        'critical',
        failure.retryable,
        `${failure.code} · ${failure.requestId}`,
      );
    case 'unexpected_response':
      return describe('unexpectedResponse', 'critical', true, `HTTP ${failure.status}`);
    case 'timeout':
      return describe('timeout', 'warning', true);
    case 'offline':
      // Without the capability a call fails for good, and may look like a network that is down.
      if (shopify.extension.capabilities.value.includes('network_access')) {
        return describe('offline', 'warning', true);
      }
      return describe('fetchBlocked', 'critical', false);
    case 'fetch_blocked':
      return describe('fetchBlocked', 'critical', false);
    case 'invalid_base_url':
      return describe('notConfigured', 'warning', false);
    case 'token_failed':
    case 'token_withheld':
      // In the checkout editor there is no token before the first save: a preview, not a fault.
      if (shopify.extension.editor) return describe('preview', 'info', false);
      return describe('noToken', 'warning', true);
  }
}

function describe(
  topic: string,
  tone: FailureDescription['tone'],
  canRetry: boolean,
  reference?: string,
): FailureDescription {
  return { topic, tone, canRetry, reference };
}

/** Many codes, few sentences: what the reader can do is the same. The code itself is drawn beside. */
function topicOfCode(code: string): string {
  switch (code) {
    case 'rate_limited':
    case 'overloaded':
    case 'request_timeout':
      return 'busy';
    case 'expired':
    case 'not_yet_valid':
    case 'issued_in_future':
      return 'clock';
    case 'bad_signature':
    case 'wrong_audience':
      return 'setup';
    case 'customer_required':
      return 'signIn';
    default:
      return 'other';
  }
}
