import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from '../errors/api-error.ts';
import { clientAddressKey } from './client-address.ts';
import { createLocalWindow, type LimitWindow, type SharedLimits } from './fixed-window.ts';

declare module 'fastify' {
  interface FastifyInstance {
    rejectionLimits: { tokens: RejectionLimit; webhooks: RejectionLimit };
  }
  interface FastifyContextConfig {
    /**
     * `none`: no limits, for health probes, which cost no more than a 429.
     * `overload`: the overload guard only, for routes that limit their rejected requests themselves.
     */
    limits?: 'none' | 'overload';
  }
}

/** Limits the rejected requests of a client address, but never its valid ones. */
export interface RejectionLimit {
  /** Counts a rejected request. @throws {ApiError} `rate_limited` if its address is past the limit */
  count(request: FastifyRequest): Promise<void>;
  /** Checks without counting. @throws {ApiError} `rate_limited` if the address has used up its limit */
  assertNotExhausted(request: FastifyRequest): Promise<void>;
}

export interface RateLimitOptions {
  /** Requests per minute and client address; 0 turns all limits off. */
  perMinute: number;
  /** Counts together with other instances. Default: this process counts for itself. */
  shared?: SharedLimits | undefined;
}

const WINDOW_MS = 60_000;
/** Share of the limit for rejected tokens and for rejected webhooks. Genuine clients send one, then a valid one. */
const REJECTION_SHARE = 0.2;
/** Maximum number of addresses per limit, about 5 MB. Beyond that, the least recently used are dropped. */
const MAX_ADDRESSES = 50_000;
const WINDOW = { windowMs: WINDOW_MS, maxKeys: MAX_ADDRESSES };

const NO_LIMIT: RejectionLimit = { count: async () => {}, assertNotExhausted: async () => {} };

/**
 * Limits the requests of a client address, with `RateLimit-*` headers and `Retry-After`. Limits rejected tokens and
 * webhooks more strictly. Covers every route, including 404s.
 */
export const ipRateLimit = fp<RateLimitOptions>(
  async (app, { perMinute, shared }) => {
    if (perMinute === 0) {
      app.decorate('rejectionLimits', { tokens: NO_LIMIT, webhooks: NO_LIMIT });
      return;
    }
    await app.register(rateLimit, {
      global: false, // the hook below also covers unknown routes
      max: perMinute,
      timeWindow: WINDOW_MS,
      cache: MAX_ADDRESSES,
      enableDraftSpec: true,
      keyGenerator: clientAddressKey,
      errorResponseBuilder: () => new ApiError('rate_limited'),
      ...(shared && { store: storeOf(shared.createWindow('requests', WINDOW)) }),
    });
    const limitRequest = app.rateLimit();
    app.addHook('onRequest', async function limitAddress(request, reply) {
      if (request.routeOptions.config?.limits === undefined) await limitRequest.call(app, request, reply);
    });
    const rejectionsPerMinute = Math.max(1, Math.floor(perMinute * REJECTION_SHARE));
    const createWindow = shared?.createWindow ?? createLocalWindow;
    app.decorate('rejectionLimits', {
      tokens: createRejectionLimit(
        createWindow('rejected-tokens', WINDOW),
        rejectionsPerMinute,
        'Too many rejected tokens from this address; the code of the earlier responses says why.',
      ),
      webhooks: createRejectionLimit(
        createWindow('rejected-webhooks', WINDOW),
        rejectionsPerMinute,
        'Too many webhooks without a valid signature from this address.',
      ),
    });
  },
  { name: 'ip-rate-limit', dependencies: ['error-handler'] },
);

/** `detail` names the limit that was hit, because RateLimit-Remaining counts all requests and may be above 0. */
function createRejectionLimit(rejections: LimitWindow, max: number, detail: string): RejectionLimit {
  const rateLimited = (seconds: number) =>
    new ApiError('rate_limited', { headers: { 'retry-after': String(seconds) }, detail });
  return {
    async count(request) {
      const { count, secondsLeft } = await rejections.count(clientAddressKey(request));
      if (count > max) throw rateLimited(secondsLeft);
    },
    async assertNotExhausted(request) {
      const { count, secondsLeft } = await rejections.peek(clientAddressKey(request));
      if (count >= max) throw rateLimited(secondsLeft);
    },
  };
}

/** Returns a store for @fastify/rate-limit that counts in this window. */
function storeOf(window: LimitWindow): FastifyRateLimitStoreCtor {
  return class Store {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
    ): void {
      void Promise.resolve(window.count(key)).then(({ count, secondsLeft }) =>
        callback(null, { current: count, ttl: secondsLeft * 1000 }),
      );
    }
    child() {
      return this;
    }
  };
}
