import type { Context, MiddlewareHandler } from 'hono';
import { readBearerToken } from '../http/authorization-header.ts';
import { CORS_HEADERS, PREFLIGHT_HEADERS } from '../http/cors.ts';
import type { GuardOptions } from '../http/guard-options.ts';
import { rejectionOf } from '../http/rejection.ts';
import type { VerifiedToken } from '../verified-token.ts';

/** The variables of a guarded route: `c.var.sessionToken`. */
export interface SessionTokenEnv {
  Variables: { sessionToken: VerifiedToken };
}

/** Creates the middleware that guards all routes after it. */
export function sessionTokenGuard(options: GuardOptions<Context>): MiddlewareHandler<SessionTokenEnv> {
  const { verifier, cors = true, onRejected } = options;
  return async (c, next) => {
    // Set on `c.res`, so that they stay whatever response the route returns.
    if (cors) for (const [name, value] of Object.entries(CORS_HEADERS)) c.res.headers.set(name, value);
    if (cors && c.req.method === 'OPTIONS') return c.body(null, 204, PREFLIGHT_HEADERS);
    try {
      c.set('sessionToken', await verifier.verify(readBearerToken(c.req.header('authorization'))));
    } catch (error) {
      const rejection = rejectionOf(error);
      await onRejected?.(rejection, c);
      return c.body(JSON.stringify(rejection.body), rejection.status, rejection.headers);
    }
    return next();
  };
}
