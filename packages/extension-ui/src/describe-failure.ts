import type { ApiFailure } from '@session-token/extension-client';

/** How a failure is drawn. */
export interface FailureDescription {
  /** Key of the locales under which `heading` and `text` tell what happened and what to do. */
  topic: string;
  canRetry: boolean;
  /** What to quote when asking for help: the server's code and request id. */
  reference: string | undefined;
}

/** Where the failure happened, as far as that changes what there is to say. */
export interface FailureContext {
  /** Whether the host lets the extension call a server at all. */
  hasNetworkAccess: boolean;
  /** Drawn in an editor, which has no token before the first save. */
  isPreview: boolean;
}

export function describeFailure(failure: ApiFailure, context: FailureContext): FailureDescription {
  const { reason } = failure;
  switch (reason) {
    case 'refused': {
      const { code, requestId, retryable } = failure;
      return describe(`refused.${topicOfCode(code)}`, retryable, `${code} · ${requestId}`);
    }
    case 'unexpected_response':
      return describe(reason, true, `HTTP ${failure.status}`);
    case 'timeout':
      return describe(reason, true);
    case 'offline':
      // Without the capability a call fails for good, and may look like a network that is down.
      return context.hasNetworkAccess ? describe(reason, true) : describe('fetch_blocked', false);
    case 'fetch_blocked':
    case 'invalid_base_url':
      return describe(reason, false);
    case 'token_failed':
    case 'token_withheld':
      return context.isPreview ? describe('preview', false) : describe('no_token', true);
  }
}

function describe(topic: string, canRetry: boolean, reference?: string): FailureDescription {
  return { topic, canRetry, reference };
}

/** Many codes, few sentences: what the reader can do is the same. The code itself is drawn beside. */
function topicOfCode(code: string): string {
  switch (code) {
    case 'rate_limited':
    case 'overloaded':
    case 'request_timeout':
    case 'database_unavailable':
    case 'idempotency_in_progress':
      return 'busy';
    case 'expired':
    case 'not_yet_valid':
    case 'issued_in_future':
      return 'clock';
    case 'bad_signature':
    case 'wrong_audience':
      return 'setup';
    case 'customer_required':
      return 'sign_in';
    default:
      return 'other';
  }
}
