import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from './api-error.ts';
import { errorResponse, toApiError } from './error-response.ts';
import { ERROR_TABLE } from './error-table.ts';
import { createMethodFinder } from './method-finder.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code of the error that the request ended with, for the log and the metrics. */
    errorCode: ApiErrorCode | null;
  }
}

/** Answers every error, unknown route and wrong method in one shape, with the headers that its status asks for. */
export const errorHandler = fp(
  async (app) => {
    app.decorateRequest('errorCode', null);
    app.setErrorHandler(sendError);

    const allowedMethods = createMethodFinder(app);
    app.setNotFoundHandler((request, reply) => {
      const allow = allowedMethods(request.url);
      sendError(
        allow.length > 0
          ? new ApiError('method_not_allowed', { headers: { allow: allow.join(', ') } })
          : new ApiError('not_found'),
        request,
        reply,
      );
    });
  },
  { name: 'error-handler' },
);

/** Answers in the shape, with the status and the headers of the error's code. */
export function sendError(thrown: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const error = toApiError(thrown);
  const { status } = ERROR_TABLE[error.code];
  request.errorCode = error.code;
  if (status === 500) request.log.error({ err: thrown }, 'request failed');
  reply
    .code(status)
    .headers(error.headers)
    .headers(authenticateHeader(status, error.code))
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorResponse(error.code, request.id, error.detail));
}

/**
 * RFC 6750 §3: a request without a token gets the bare challenge, a bad header `invalid_request`, a
 * refused token `invalid_token`, a token of the wrong kind `insufficient_scope`.
 */
function authenticateHeader(status: number, code: ApiErrorCode): Record<string, string> {
  if (code === 'missing_token') return { 'www-authenticate': 'Bearer' };
  if (code === 'malformed_authorization') return { 'www-authenticate': 'Bearer error="invalid_request"' };
  if (status === 401)
    return { 'www-authenticate': `Bearer error="invalid_token", error_description="${code}"` };
  if (status === 403)
    return { 'www-authenticate': `Bearer error="insufficient_scope", error_description="${code}"` };
  return {};
}
