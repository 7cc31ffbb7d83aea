import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBearerToken } from '../http/authorization-header.ts';
import { CORS_HEADERS, PREFLIGHT_HEADERS } from '../http/cors.ts';
import type { GuardOptions } from '../http/guard-options.ts';
import { rejectionOf } from '../http/rejection.ts';
import type { VerifiedToken } from '../verified-token.ts';

/** Only the guard can set this property. */
const SESSION = Symbol('session');

type Next = (error?: unknown) => void;
type GuardedRequest = IncomingMessage & { [SESSION]?: VerifiedToken };

/**
 * Creates the middleware that guards all routes after it, of Express and of any other server that calls its
 * middleware with Node's request and response.
 */
export function sessionTokenGuard(options: GuardOptions<IncomingMessage>) {
  const { verifier, cors = true, onRejected } = options;
  return async (request: IncomingMessage, response: ServerResponse, next: Next) => {
    if (cors) setHeaders(response, CORS_HEADERS);
    if (cors && request.method === 'OPTIONS') return send(response, 204, PREFLIGHT_HEADERS);
    try {
      const unverifiedToken = readBearerToken(request.headers.authorization, request.rawHeaders);
      (request as GuardedRequest)[SESSION] = await verifier.verify(unverifiedToken);
    } catch (error) {
      return reject(error, request, response, next);
    }
    return next();
  };

  async function reject(error: unknown, request: IncomingMessage, response: ServerResponse, next: Next) {
    try {
      const rejection = rejectionOf(error);
      await onRejected?.(rejection, request);
      send(response, rejection.status, rejection.headers, JSON.stringify(rejection.body));
    } catch (other) {
      next(other);
    }
  }
}

/** Returns the verified session of a guarded request. @throws {TypeError} on a route that is not guarded */
export function sessionOf(request: IncomingMessage): VerifiedToken {
  const session = (request as GuardedRequest)[SESSION];
  if (!session) throw new TypeError('this route is not guarded: use sessionTokenGuard before it');
  return session;
}

type Headers = Readonly<Record<string, string>>;

function send(response: ServerResponse, status: number, headers: Headers, body?: string): void {
  setHeaders(response, headers);
  response.statusCode = status;
  response.end(body);
}

function setHeaders(response: ServerResponse, headers: Headers): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
