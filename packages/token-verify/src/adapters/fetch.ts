import { readBearerToken } from '../http/authorization-header.ts';
import { CORS_HEADERS, PREFLIGHT_HEADERS } from '../http/cors.ts';
import type { GuardOptions } from '../http/guard-options.ts';
import { rejectionOf } from '../http/rejection.ts';
import type { VerifiedToken } from '../verified-token.ts';

/** Either the verified session, or the response to send instead. */
export type Authentication =
  | { session: VerifiedToken; response?: undefined }
  | { session?: undefined; response: Response };

export interface FetchGuard {
  /** Returns the session of a request; or the response to a preflight or to a rejected token. */
  authenticate(request: Request): Promise<Authentication>;
  /** Copies your response and adds the CORS headers, without which no extension can read it. */
  withCors(response: Response): Response;
}

/**
 * Creates the guard of routes that get a `Request` and return a `Response`: Next.js, React Router, Cloudflare
 * Workers, Deno, Bun.
 */
export function createSessionTokenGuard(options: GuardOptions<Request>): FetchGuard {
  const { verifier, cors = true, onRejected } = options;
  const corsHeaders: Readonly<Record<string, string>> = cors ? CORS_HEADERS : {};
  return {
    async authenticate(request) {
      if (cors && request.method === 'OPTIONS') {
        return {
          response: new Response(null, { status: 204, headers: { ...corsHeaders, ...PREFLIGHT_HEADERS } }),
        };
      }
      try {
        return { session: await verifier.verify(readBearerToken(request.headers.get('authorization'))) };
      } catch (error) {
        const rejection = rejectionOf(error);
        await onRejected?.(rejection, request);
        const { status, headers, body } = rejection;
        return { response: Response.json(body, { status, headers: { ...headers, ...corsHeaders } }) };
      }
    },
    withCors(response) {
      const copy = new Response(response.body, response);
      for (const [name, value] of Object.entries(corsHeaders)) copy.headers.set(name, value);
      return copy;
    },
  };
}
