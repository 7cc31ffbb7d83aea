import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from './api-error.ts';
import { answerTo, errorResponse } from './error-response.ts';
import type { ErrorTable } from './error-table.ts';
import { createMethodFinder } from './method-finder.ts';

declare module 'fastify' {
  interface FastifyInstance {
    errorTable: ErrorTable;
  }
  interface FastifyRequest {
    /** The code of the error that the request ended with, for the log and the metrics. */
    errorCode: ApiErrorCode | null;
  }
}

/** Answers every error, unknown route and wrong method in one shape, with the headers that its status asks for. */
export const errorHandler = fp<{ errorTable: ErrorTable }>(
  async (app, { errorTable }) => {
    app.decorate('errorTable', errorTable);
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
  const { errorTable } = request.server;
  const { code, headers, detail } = answerTo(thrown, errorTable);
  const { status } = errorTable[code];
  request.errorCode = code;
  if (status === 500) request.log.error({ err: thrown }, 'request failed');
  const challenge = authenticateChallenge(status, code);
  if (challenge) reply.header('www-authenticate', challenge);
  reply
    .code(status)
    .headers(headers)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(errorResponse({ code, ...errorTable[code] }, request.id, detail));
}

/**
 * RFC 6750 §3: a request without a token gets the bare challenge, a bad header `invalid_request`, a
 * refused token `invalid_token`, a token of the wrong kind `insufficient_scope`.
 */
function authenticateChallenge(status: number, code: ApiErrorCode): string | undefined {
  if (code === 'missing_token') return 'Bearer';
  if (code === 'malformed_authorization') return 'Bearer error="invalid_request"';
  // Not a registered scheme (RFC 9110 §11.6.1 requires one): the signature that Shopify sends has its own header.
  if (code === 'bad_webhook_signature') return 'Shopify-Hmac-Sha256';
  if (status === 401) return `Bearer error="invalid_token", error_description="${code}"`;
  if (status === 403) return `Bearer error="insufficient_scope", error_description="${code}"`;
  return undefined;
}
