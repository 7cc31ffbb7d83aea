import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from '../errors/api-error.ts';
import { createFixedWindow } from './fixed-window.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a refused token against its sender. Throws `rate_limited` past the stricter limit. */
    countRefusal: (request: FastifyRequest) => void;
  }
}

export interface RateLimitOptions {
  /** Requests a minute from one client address; 0 turns both limits off. */
  perMinute: number;
}

const WINDOW_MS = 60_000;
/** Refused tokens a minute: a fifth of the requests. An honest extension sends one, then a fresh token. */
const REFUSAL_SHARE = 0.2;
/** `RateLimit-Remaining` is of all requests and still above 0 then, and to wait mends nothing. */
const TOO_MANY_REFUSALS = 'Too many refused tokens from this address; the code before this one says why.';
/** Client addresses remembered at most, about 5 MB; past that those not seen lately are forgotten. */
const MAX_ADDRESSES = 50_000;

/**
 * Limits the requests of one client address, with the `RateLimit` headers (draft-ietf-httpapi-ratelimit-headers-07
 * and its predecessors) and `Retry-After`, and its refused tokens more strictly.
 */
export const addressRateLimit = fp<RateLimitOptions>(
  async (app, { perMinute }) => {
    if (perMinute === 0) {
      app.decorate('countRefusal', () => {});
      return;
    }
    const requests = createFixedWindow({ windowMs: WINDOW_MS, maxKeys: MAX_ADDRESSES });
    const refusals = createFixedWindow({ windowMs: WINDOW_MS, maxKeys: MAX_ADDRESSES });
    const refusalsPerMinute = Math.max(1, Math.floor(perMinute * REFUSAL_SHARE));

    app.addHook('onRequest', (request, reply, done) => {
      const { count, secondsLeft } = requests.count(clientAddress(request));
      setRateLimitHeaders(reply, perMinute, Math.max(0, perMinute - count), secondsLeft);
      if (count > perMinute) done(rateLimited(secondsLeft));
      else done();
    });
    app.decorate('countRefusal', (request) => {
      const { count, secondsLeft } = refusals.count(clientAddress(request));
      if (count > refusalsPerMinute) throw rateLimited(secondsLeft, TOO_MANY_REFUSALS);
    });
  },
  { name: 'address-rate-limit', dependencies: ['error-handler'] },
);

function setRateLimitHeaders(
  reply: FastifyReply,
  limit: number,
  remaining: number,
  secondsLeft: number,
): void {
  reply
    .header('ratelimit-limit', limit)
    .header('ratelimit-remaining', remaining)
    .header('ratelimit-reset', secondsLeft);
}

function rateLimited(secondsLeft: number, detail?: string): ApiError {
  return new ApiError('rate_limited', {
    headers: { 'retry-after': String(secondsLeft) },
    ...(detail && { detail }),
  });
}

/** A client that has already reset its connection has no address; all of those share one count. */
function clientAddress(request: FastifyRequest): string {
  return request.ip ?? 'gone';
}
