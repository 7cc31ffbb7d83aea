import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { createAllowedMethods } from './allowed-methods.ts';
import { ApiError } from './api-error.ts';
import { errorResponse, toApiError } from './error-response.ts';
import type { ErrorEntry, ErrorTable } from './error-table.ts';
import { toLoggableError } from './loggable-error.ts';
import { isDecodable } from './low-level-errors.ts';

declare module 'fastify' {
  interface FastifyInstance {
    errorTable: ErrorTable;
  }
  interface FastifyRequest {
    /** The code of the error response, for the log and the metrics. */
    errorCode: ApiErrorCode | null;
  }
}

/** Responds to errors, unknown routes and wrong methods in one shape, with the headers that the status requires. */
export const errorHandler = fp<{ errorTable: ErrorTable }>(
  async (app, { errorTable }) => {
    app.decorate('errorTable', errorTable);
    app.decorateRequest('errorCode', null);
    app.setErrorHandler(sendError);

    const allowedMethods = createAllowedMethods(app);
    app.setNotFoundHandler((request, reply) => {
      if (!isDecodable(request.originalUrl)) {
        const detail = 'The URL is not percent-encoded correctly.';
        return sendError(new ApiError('invalid_request', { detail }), request, reply);
      }
      const allow = allowedMethods(request.url).join(', ');
      const error = allow
        ? new ApiError('method_not_allowed', { headers: { allow } })
        : new ApiError('not_found');
      return sendError(error, request, reply);
    });
  },
  { name: 'error-handler' },
);

/** Responds to a thrown value with the status and headers of its code. */
function sendError(thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (hasClientLeft(request)) {
    reply.hijack(); // the client has left; the request log records the abort
    return;
  }
  const { errorTable } = request.server;
  const { code, headers, detail } = toApiError(thrown, errorTable);
  const { status } = errorTable[code];
  request.errorCode = code;
  if (status === 500) request.log.error({ err: toLoggableError(thrown) }, 'request failed');
  const challenge = wwwAuthenticateChallenge(errorTable[code], code);
  if (challenge) reply.header('www-authenticate', challenge);
  reply
    .code(status)
    .headers(headers)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorResponse({ code, ...errorTable[code] }, request.id, detail));
}

/** Whether the connection ended in the middle of the request's body. */
function hasClientLeft({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

/** A caller that the route does not serve gets `insufficient_scope` (RFC 6750 §3.1). */
function wwwAuthenticateChallenge({ status, challenge }: ErrorEntry, code: ApiErrorCode): string | undefined {
  return status === 403 ? `Bearer error="insufficient_scope", error_description="${code}"` : challenge;
}
