import fp from 'fastify-plugin';
import { ApiError } from '../errors/api-error.ts';

export interface OverloadOptions {
  /** The current mean event-loop delay, in milliseconds. */
  eventLoopDelayMs: () => number;
}

/** Requests are shed above this delay. */
const MAX_EVENT_LOOP_DELAY_MS = 200;
const RETRY_AFTER_SECONDS = 2;
/** Shared by all responses: an overloaded server should not collect stacks. */
const OVERLOADED = new ApiError('overloaded', { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } });

/**
 * Rejects requests with 503 and `Retry-After` while the event loop is late, instead of slowing down for everyone.
 * Keeps the connection open: clients would reopen a closed one, and Node accepts about one per loop turn.
 */
export const overloadGuard = fp<OverloadOptions>(
  async (app, { eventLoopDelayMs }) => {
    app.addHook('onRequest', (request, _reply, done) => {
      const isOverloaded = eventLoopDelayMs() > MAX_EVENT_LOOP_DELAY_MS;
      if (isOverloaded && request.routeOptions.config?.limits !== 'none') done(OVERLOADED);
      else done();
    });
  },
  { name: 'overload-guard', dependencies: ['error-handler'] },
);
