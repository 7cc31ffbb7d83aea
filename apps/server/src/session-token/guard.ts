import {
  SessionTokenError,
  type SessionTokenVerifier,
  type VerifiedToken,
} from '@session-token/token-verify';
import type { FastifyRequest, HookHandlerDoneFunction, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import { readBearerToken } from './authorization-header.ts';
import { assertCaller, type Caller } from './callers.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The verified token of the request. `null` until the guard has run, and outside of its scope. */
    session: VerifiedToken | null;
  }
  interface FastifyContextConfig {
    /** Who the route serves. Every route in the guarded scope must say so. */
    callers?: readonly Caller[];
  }
}

export interface GuardOptions {
  verifier: Pick<SessionTokenVerifier, 'decide'>;
  /** Called for every rejected token before the response leaves; may reject with another error to send instead. */
  onRefused?: (request: FastifyRequest) => Promise<void>;
}

/**
 * Guards every route of the scope that it is registered in: verifies the session token of the request
 * and sets `request.session`. A route that does not declare its callers stops the start-up.
 */
export const sessionTokenGuard = fp<GuardOptions>(
  async (app, { verifier, onRefused }) => {
    app.decorateRequest('session', null);
    app.addHook('onRoute', requireCallers);
    app.addHook('onRequest', (request, _reply, done) => {
      let decision: VerifiedToken | Promise<VerifiedToken>;
      try {
        // Without a promise wherever the answer is known at once: one here costs a fifth of the throughput.
        decision = verifier.decide(readBearerToken(request.raw));
      } catch (error) {
        refuse(request, error, done);
        return;
      }
      if (decision instanceof Promise) {
        decision.then(
          (verified) => admit(request, verified, done),
          (error: unknown) => refuse(request, error, done),
        );
      } else admit(request, decision, done);
    });

    function refuse(request: FastifyRequest, error: unknown, done: HookHandlerDoneFunction): void {
      if (!onRefused || !(error instanceof SessionTokenError)) done(error as Error);
      else onRefused(request).then(() => done(error), done);
    }
  },
  { name: 'session-token-guard', dependencies: ['error-handler'] },
);

function requireCallers(route: RouteOptions): void {
  if ((route.config?.callers ?? []).length > 0) return;
  throw new TypeError(`${route.method} ${route.url} is guarded but does not say which callers it serves`);
}

function admit(request: FastifyRequest, verified: VerifiedToken, done: HookHandlerDoneFunction): void {
  request.session = verified;
  try {
    assertCaller(verified, request.routeOptions.config.callers ?? []);
  } catch (error) {
    done(error as Error);
    return;
  }
  done();
}

/** The session of a guarded request, narrowed to the callers that its route serves. */
export function sessionOf<C extends Caller>(request: FastifyRequest, ...callers: readonly C[]) {
  const { session } = request;
  if (!session) throw new TypeError(`${request.routeOptions.url} is outside the guarded scope`);
  assertCaller(session, callers);
  return session;
}
