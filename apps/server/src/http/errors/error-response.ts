import type { ApiErrorCode, ErrorResponse } from '@session-token/shared';
import { SessionTokenError } from '@session-token/token-verify';
import { ApiError } from './api-error.ts';
import type { ErrorEntry, ErrorTable } from './error-table.ts';

/** Builds the body of every error response. */
export function errorResponse(
  { code, message, retryable }: ErrorEntry & { code: ApiErrorCode },
  requestId: string,
  detail?: string,
): ErrorResponse {
  return { code, message: detail ?? message, requestId, retryable };
}

/** The parts of a response that depend on the error. */
export type ErrorReply = Pick<ApiError, 'code' | 'headers' | 'detail'>;

const INTERNAL_ERROR: ErrorReply = { code: 'internal_error', headers: {}, detail: undefined };

/** Maps a thrown value to an error of the API. Unknown or unreadable values become `internal_error`. */
export function toApiError(thrown: unknown, errorTable: ErrorTable): ErrorReply {
  try {
    const reply = thrown instanceof Error ? fromError(thrown, errorTable) : INTERNAL_ERROR;
    return Object.hasOwn(errorTable, reply.code) ? reply : INTERNAL_ERROR;
  } catch {
    return INTERNAL_ERROR; // a getter or a proxy threw
  }
}

/** Returns the code of an error that this project throws. The codes of others, such as drivers, are no closed set. */
export function knownErrorCode(error: unknown): string | undefined {
  return error instanceof ApiError || error instanceof SessionTokenError ? error.code : undefined;
}

function fromError(error: Error, errorTable: ErrorTable): ErrorReply {
  if (error instanceof ApiError) return error;
  if (error instanceof SessionTokenError) {
    const { code, claim } = error;
    const detail = claim === undefined ? undefined : `${errorTable[code].message} (${claim})`;
    return { code, headers: {}, detail };
  }
  const code = frameworkErrorCode(error);
  return { code, headers: {}, detail: code === 'invalid_request' ? validationDetail(error) : undefined };
}

const FRAMEWORK_STATUS_CODES: Record<number, ApiErrorCode> = {
  400: 'invalid_request',
  404: 'not_found',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
};

/** Trusts the status of Fastify's own errors only (their code starts with `FST_`). */
function frameworkErrorCode(error: Error & { code?: unknown; statusCode?: unknown }): ApiErrorCode {
  const { code, statusCode } = error;
  if (typeof code !== 'string' || !code.startsWith('FST_') || typeof statusCode !== 'number')
    return 'internal_error';
  return FRAMEWORK_STATUS_CODES[statusCode] ?? 'internal_error';
}

/** Names the invalid field and the violated rule, but never the value. */
function validationDetail(
  error: Error & { validation?: unknown; validationContext?: string },
): string | undefined {
  const { validation, validationContext } = error;
  if (!Array.isArray(validation)) return undefined;
  const [first] = validation as Array<{ instancePath?: string; message?: string }>;
  return `${validationContext}${first?.instancePath ?? ''} ${first?.message ?? 'is not valid'}.`;
}
