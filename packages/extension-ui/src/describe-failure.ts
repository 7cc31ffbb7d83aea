import type { ApiFailure } from '@session-token/extension-client';

export interface FailureDescription {
  /** Groups failures by what a developer or staff member can do about them. Keys of the locales end in it. */
  messageKey: string;
  canRetry: boolean;
  /** The API's error code, or the client's reason. See docs/troubleshooting.md. */
  code: string;
  /** Reference for support: the request id, which is in the server's log, or else the code. */
  reference: string;
}

export interface FailureContext {
  /** Whether the host grants the capability `network_access`. */
  hasNetworkAccess: boolean;
  /** Whether the block is in the editor, which has no token before the first save. */
  isEditor: boolean;
  /** Whether the version is not published, so that buyers never see it. */
  isDevelopment: boolean;
}

export function describeFailure(failure: ApiFailure, context: FailureContext): FailureDescription {
  const { reason } = failure;
  switch (reason) {
    case 'rejected': {
      const { code, requestId, retryable } = failure;
      return describe(messageKeyOf(code), retryable, code, requestId || code);
    }
    case 'unexpected_response':
      return describe(reason, true, `${reason} ${failure.status}`);
    case 'timeout':
    case 'aborted':
      return describe('timeout', true, reason);
    case 'offline':
      // Without the capability every call fails, which may look like a network failure.
      return context.hasNetworkAccess ? describe(reason, true) : describe('fetch_blocked', false);
    case 'fetch_blocked':
    case 'invalid_base_url':
      return describe(reason, false);
    case 'token_failed':
    case 'token_withheld':
      return context.isEditor ? describe('preview', false, reason) : describe('no_token', true, reason);
  }
}

const describe = (
  messageKey: string,
  canRetry: boolean,
  code = messageKey,
  reference = code,
): FailureDescription => ({ messageKey, canRetry, code, reference });

/** Returns the message key of a code. Many codes share a message. */
function messageKeyOf(code: string): string {
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
    default:
      return 'other_code';
  }
}
