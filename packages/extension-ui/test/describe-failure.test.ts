import type { ApiFailure } from '@session-token/extension-client';
import {
  LOYALTY_ERROR_CODES,
  REQUEST_ERROR_CODES,
  SESSION_TOKEN_ERROR_CODES,
} from '@session-token/shared/schemas';
import { expect, test } from 'vitest';
import { describeFailure } from '../src/index.ts';

const LIVE = { hasNetworkAccess: true, isEditor: false, isDevelopment: false };

const rejected = (code: string, changes: Partial<ApiFailure & { reason: 'rejected' }> = {}): ApiFailure => ({
  reason: 'rejected',
  status: 401,
  code,
  message: 'for developers',
  requestId: 'req-1',
  retryable: false,
  retryAfterSeconds: undefined,
  ...changes,
});

/** Codes with a separate message. All others share `other_code`. */
const MESSAGE_KEYS: Readonly<Record<string, string>> = {
  rate_limited: 'busy',
  overloaded: 'busy',
  request_timeout: 'busy',
  database_unavailable: 'busy',
  idempotency_in_progress: 'busy',
  expired: 'clock',
  not_yet_valid: 'clock',
  issued_in_future: 'clock',
  bad_signature: 'setup',
  wrong_audience: 'setup',
};
const OTHER_CODES: readonly string[] = [
  ...LOYALTY_ERROR_CODES,
  'missing_token',
  'token_too_large',
  'malformed_token',
  'unsupported_algorithm',
  'unsupported_header',
  'missing_claim',
  'invalid_time',
  'lifetime_too_long',
  'bad_dest',
  'bad_issuer',
  'bad_subject',
  'bad_session_id',
  'bad_token_id',
  'malformed_authorization',
  'buyer_required',
  'staff_required',
  'customer_required',
  'bad_webhook_signature',
  'invalid_request',
  'not_found',
  'method_not_allowed',
  'payload_too_large',
  'unsupported_media_type',
  'header_fields_too_large',
  'internal_error',
  'idempotency_key_required',
  'idempotency_key_invalid',
  'idempotency_key_reused',
];

test('has a row for every code of the API', () => {
  const codes: string[] = [...SESSION_TOKEN_ERROR_CODES, ...REQUEST_ERROR_CODES];
  expect([...Object.keys(MESSAGE_KEYS), ...OTHER_CODES].toSorted()).toEqual(codes.toSorted());
});

test.each([
  ...Object.entries(MESSAGE_KEYS),
  ...[...OTHER_CODES, 'a_code_of_next_year', 'constructor', ''].map((code) => [code, 'other_code'] as const),
])('gives the code %j the message %s', (code, messageKey) => {
  expect(describeFailure(rejected(code), LIVE)).toEqual({
    messageKey,
    canRetry: false,
    code,
    reference: 'req-1',
  });
});

test('offers a retry exactly if the server says so', () => {
  for (const code of ['overloaded', 'bad_signature', 'a_code_of_next_year']) {
    expect(describeFailure(rejected(code, { retryable: true }), LIVE).canRetry).toBe(true);
    expect(describeFailure(rejected(code), LIVE).canRetry).toBe(false);
  }
});

test('uses the code as reference if the response has no request ID', () => {
  expect(describeFailure(rejected('expired', { requestId: '' }), LIVE).reference).toBe('expired');
});

test.each<[ApiFailure, string, boolean, string]>([
  [{ reason: 'invalid_base_url' }, 'invalid_base_url', false, 'invalid_base_url'],
  [{ reason: 'fetch_blocked' }, 'fetch_blocked', false, 'fetch_blocked'],
  [{ reason: 'token_withheld' }, 'no_token', true, 'token_withheld'],
  [{ reason: 'token_failed' }, 'no_token', true, 'token_failed'],
  [{ reason: 'offline' }, 'offline', true, 'offline'],
  [{ reason: 'timeout' }, 'timeout', true, 'timeout'],
  [{ reason: 'aborted' }, 'timeout', true, 'aborted'],
  [{ reason: 'unexpected_response', status: 502 }, 'unexpected_response', true, 'unexpected_response 502'],
])('gives %j the message %s', (failure, messageKey, canRetry, code) => {
  expect(describeFailure(failure, LIVE)).toEqual({ messageKey, canRetry, code, reference: code });
});

test('treats a failed request without the network capability as blocked', () => {
  expect(describeFailure({ reason: 'offline' }, { ...LIVE, hasNetworkAccess: false })).toMatchObject({
    messageKey: 'fetch_blocked',
    canRetry: false,
  });
});

test.each(['token_failed', 'token_withheld'] as const)('treats %s in the editor as a preview', (reason) => {
  expect(describeFailure({ reason }, { ...LIVE, isEditor: true }).messageKey).toBe('preview');
  expect(describeFailure({ reason }, { ...LIVE, isDevelopment: true }).messageKey).toBe('no_token');
});
