import rateLimit from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from '../errors/api-error.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** Counts a refused token against its sender. Rejects with `rate_limited` past the stricter limit. */
    countRefusal: (request: FastifyRequest) => Promise<void>;
  }
}

export interface RateLimitOptions {
  /** Requests a minute from one client address; 0 turns both limits off. */
  perMinute: number;
}

const WINDOW_MS = 60_000;
/** Refused tokens a minute: a fifth of the requests. An honest extension sends one, then a fresh token. */
const REFUSAL_SHARE = 0.2;
/** Client addresses remembered at most; past that the least recently seen one is forgotten. */
const ADDRESSES = 50_000;

/** Limits the requests of one client address, with the `RateLimit` and `Retry-After` headers, and its refused tokens more strictly. */
export const addressRateLimit = fp<RateLimitOptions>(
  async (app, { perMinute }) => {
    if (perMinute === 0) {
      app.decorate('countRefusal', async () => {});
      return;
    }
    await app.register(rateLimit, {
      global: false,
      max: perMinute,
      timeWindow: WINDOW_MS,
      cache: ADDRESSES,
      enableDraftSpec: true,
      keyGenerator: clientAddress,
      errorResponseBuilder: (_request, context) =>
        new ApiError('rate_limited', { headers: { 'retry-after': String(Math.ceil(context.ttl / 1000)) } }),
    });
    app.addHook('onRequest', app.rateLimit());

    const refusals = app.createRateLimit({
      max: Math.max(1, Math.floor(perMinute * REFUSAL_SHARE)),
      timeWindow: WINDOW_MS,
      keyGenerator: clientAddress,
    });
    app.decorate('countRefusal', async (request: FastifyRequest) => {
      const result = await refusals(request);
      if (result.isAllowed || !result.isExceeded) return;
      throw new ApiError('rate_limited', { headers: { 'retry-after': String(result.ttlInSeconds) } });
    });
  },
  { name: 'address-rate-limit', dependencies: ['error-handler'] },
);

/** A client that has already reset its connection has no address; all of those share one count. */
function clientAddress(request: FastifyRequest): string {
  return request.ip ?? 'gone';
}
