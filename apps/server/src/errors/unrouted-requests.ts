import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { RAW_CORS_HEADERS } from '../cors.ts';
import { sendError } from './error-handler.ts';
import { errorResponse } from './error-response.ts';
import { PLATFORM_ERRORS } from './error-table.ts';

/** Answers a request whose URL no router can take. Hooks do not run for it, so CORS is added here. */
export function answerUnroutableRequest(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  reply.headers(RAW_CORS_HEADERS);
  sendError(error, request, reply);
}

const CODES: Record<string, keyof typeof PLATFORM_ERRORS> = {
  HPE_HEADER_OVERFLOW: 'header_fields_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

/** Answers what Node could not parse as a request in the shape of every other error, then closes. */
export function answerUnparsedRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'invalid_request';
  const body = JSON.stringify(errorResponse({ code, ...PLATFORM_ERRORS[code] }, randomUUID(), DETAILS[code]));
  const headers = {
    ...RAW_CORS_HEADERS,
    'cache-control': 'no-store',
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${PLATFORM_ERRORS[code].status} ${code}\r\n${head.join('')}\r\n${body}`);
}

const DETAILS: Partial<Record<ApiErrorCode, string>> = {
  invalid_request: 'The bytes are not an HTTP/1.1 request.',
};
