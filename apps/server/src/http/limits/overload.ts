import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from '../errors/api-error.ts';
import { createEventLoopDelay } from './event-loop-delay.ts';

export interface OverloadOptions {
  /** Requests are shed above this mean event-loop delay, in milliseconds; 0 turns the guard off. */
  maxDelayMs: number;
  /** Returns the current mean delay, in milliseconds. Default: measured once the app listens. */
  delayMs?: () => number;
}

const RETRY_AFTER_SECONDS = 2;
/** Shared by all responses, because an overloaded server should not collect stack traces. */
const OVERLOADED = new ApiError('overloaded', { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } });

/**
 * Rejects requests with 503 and `Retry-After` while the event loop is late, instead of slowing down for everyone.
 * Keeps the connection open, because clients would reopen it and Node accepts about one per loop iteration.
 */
export const overloadGuard = fp<OverloadOptions>(
  async (app, { maxDelayMs, delayMs = measureDelay(app) }) => {
    if (maxDelayMs === 0) return;
    app.addHook('onRequest', (request, _reply, done) => {
      const isOverloaded = delayMs() > maxDelayMs;
      if (isOverloaded && request.routeOptions.config?.limits !== 'none') done(OVERLOADED);
      else done();
    });
  },
  { name: 'overload-guard', dependencies: ['error-handler'] },
);

function measureDelay(app: FastifyInstance): () => number {
  const delay = createEventLoopDelay();
  app.addHook('onListen', async () => delay.start());
  app.addHook('onClose', async () => delay.stop());
  return delay.meanMs;
}
