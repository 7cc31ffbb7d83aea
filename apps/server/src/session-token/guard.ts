import {
  SessionTokenError,
  type SessionTokenVerifier,
  type VerifiedToken,
} from '@session-token/token-verify';
import {
  sessionTokenGuard as tokenGuard,
  sessionOf as verifiedSessionOf,
} from '@session-token/token-verify/fastify';
import type { FastifyRequest, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from '../http/errors/api-error.ts';
import { assertCaller, type Caller } from './callers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The verified session of the request. `null` before the guard has run, and outside its scope. */
    session: VerifiedToken | null;
  }
  interface FastifyContextConfig {
    /** The callers that may use the route. Required for every route in the guarded scope. */
    callers?: readonly Caller[];
  }
}

export interface GuardOptions {
  verifier: Pick<SessionTokenVerifier, 'verify'>;
  /** Called for every rejected token, before the response. May reject with another error for the response. */
  onRejected?: (request: FastifyRequest) => void | Promise<void>;
}

/**
 * Verifies the session token of every request in this scope and sets `request.session`. The error handler responds to
 * rejected tokens. Throws at start-up for a route that does not declare its callers.
 */
export const sessionTokenGuard = fp<GuardOptions>(
  async (app, { verifier, onRejected }) => {
    app.decorateRequest('session', null);
    app.addHook('onRoute', requireCallers);
    await app.register(tokenGuard, {
      verifier,
      cors: false, // `extensionCors` runs before anything that can reject a request
      async onRejected({ error }, request) {
        if (!(error instanceof SessionTokenError)) throw new ApiError(error.code);
        await onRejected?.(request);
        throw error;
      },
    });
    app.addHook('onRequest', (request, _reply, done) => {
      request.session = verifiedSessionOf(request);
      assertCaller(request.session, request.routeOptions.config.callers ?? []);
      done();
    });
  },
  { name: 'session-token-guard', dependencies: ['error-handler', 'cors'] },
);

function requireCallers(route: RouteOptions): void {
  if ((route.config?.callers ?? []).length > 0) return;
  throw new TypeError(`${route.method} ${route.url} is guarded and must declare its callers`);
}

/**
 * Returns the session of a guarded request, narrowed to these callers.
 *
 * @throws {ApiError} 403 for any other caller
 * @throws {TypeError} on a route outside the guarded scope
 */
export function sessionOf<C extends Caller>(request: FastifyRequest, ...callers: readonly C[]) {
  const { session } = request;
  if (!session) throw new TypeError(`${request.routeOptions.url} is outside the guarded scope`);
  assertCaller(session, callers);
  return session;
}
