import type { ApiErrorCode, ErrorResponse } from '@session-token/shared';
import { SessionTokenError } from '@session-token/token-verify';
import { ApiError } from './api-error.ts';
import type { ErrorEntry, ErrorTable } from './error-table.ts';

/** The one shape in which every error leaves. */
export function errorResponse(
  { code, message, retryable }: ErrorEntry & { code: ApiErrorCode },
  requestId: string,
  detail?: string,
): ErrorResponse {
  return { code, message: detail ?? message, requestId, retryable };
}

/** What an error is answered with. An `ApiError` says it itself. */
export type ErrorAnswer = Pick<ApiError, 'code' | 'headers' | 'detail'>;

const NO_HEADERS = {};

/** Finds the answer to anything thrown. What is not known to be the client's fault is the server's: `internal_error`. */
export function answerTo(error: unknown, errorTable: ErrorTable): ErrorAnswer {
  if (error instanceof ApiError) return error;
  if (error instanceof SessionTokenError) {
    const { code, claim } = error;
    const detail = claim === undefined ? undefined : `${errorTable[code].message} (${claim})`;
    return { code, headers: NO_HEADERS, detail };
  }
  return { code: frameworkErrorCode(error), headers: NO_HEADERS, detail: validationDetail(error) };
}

const FRAMEWORK_STATUS_CODES: Record<number, ApiErrorCode> = {
  400: 'invalid_request',
  404: 'not_found',
  408: 'request_timeout',
  413: 'payload_too_large',
  414: 'invalid_request',
  415: 'unsupported_media_type',
  431: 'header_fields_too_large',
};

/** Fastify's own errors are told by their `FST_` code; a status on any other error is not to be trusted. */
function frameworkErrorCode(error: unknown): ApiErrorCode {
  if (!(error instanceof Error)) return 'internal_error';
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  if (typeof code !== 'string' || !code.startsWith('FST_') || typeof statusCode !== 'number')
    return 'internal_error';
  return FRAMEWORK_STATUS_CODES[statusCode] ?? 'internal_error';
}

/** Schema violations name the field and the rule, never the value. */
function validationDetail(error: unknown): string | undefined {
  const { validation, validationContext } = error as { validation?: unknown; validationContext?: string };
  if (!Array.isArray(validation)) return undefined;
  const [first] = validation as Array<{ instancePath?: string; message?: string }>;
  return `${validationContext}${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}.`;
}
