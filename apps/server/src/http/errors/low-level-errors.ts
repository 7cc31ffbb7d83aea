import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { ApiErrorCode } from '@session-token/shared';
import { RAW_CORS_HEADERS } from '../cors.ts';
import { SECURITY_HEADERS } from '../security-headers.ts';
import { errorResponse } from './error-response.ts';
import { PLATFORM_ERRORS } from './error-table.ts';

const CODES: Record<string, keyof typeof PLATFORM_ERRORS> = {
  HPE_HEADER_OVERFLOW: 'header_fields_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
};

const DETAILS: Partial<Record<ApiErrorCode, string>> = {
  invalid_request: 'The bytes are not an HTTP/1.1 request.',
};

/** Responds to bytes that Node cannot parse as a request, in the shape of every error, and closes the connection. */
export function handleClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'invalid_request';
  const requestId = randomUUID();
  const body = JSON.stringify(errorResponse({ code, ...PLATFORM_ERRORS[code] }, requestId, DETAILS[code]));
  const headers = {
    ...SECURITY_HEADERS,
    ...RAW_CORS_HEADERS,
    connection: 'close',
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'x-request-id': requestId,
  };
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${PLATFORM_ERRORS[code].status} ${code}\r\n${head.join('')}\r\n${body}`);
}

/** A path without a route. */
const UNDECODABLE_PATH = '/undecodable-url';

/**
 * Routes a URL that cannot be decoded to the 404 handler (Fastify's `rewriteUrl`). By default, Fastify responds before
 * any hook runs, so without rate limit, log line and headers.
 */
export function rewriteUndecodableUrl({ url = '/' }: Pick<IncomingMessage, 'url'>): string {
  return isDecodable(url) ? url : UNDECODABLE_PATH;
}

/** Whether every percent sign in the path starts an encoded UTF-8 character. */
export function isDecodable(url: string): boolean {
  if (!url.includes('%')) return true;
  try {
    decodeURI(url.split(/[?#;]/, 1)[0] ?? '');
    return true;
  } catch {
    return false;
  }
}
