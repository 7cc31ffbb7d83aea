import underPressure from '@fastify/under-pressure';
import fp from 'fastify-plugin';
import { ApiError } from '../errors/api-error.ts';

export interface OverloadOptions {
  /** Mean event-loop delay from which requests are shed, in milliseconds. Default 200. */
  maxEventLoopDelayMs?: number;
}

const SAMPLE_INTERVAL_MS = 500;
const RETRY_AFTER_SECONDS = 2;
/** One for all: an overloaded server should not collect stacks. */
const OVERLOADED = new ApiError('overloaded', { headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } });

/**
 * Sheds requests with 503 and `Retry-After` while the event loop is late, rather than slow down for all.
 * The connection stays open: closing it makes clients open new ones, which Node accepts one a loop turn.
 */
export const overloadGuard = fp<OverloadOptions>(
  async (app, { maxEventLoopDelayMs = 200 }) => {
    await app.register(underPressure, {
      maxEventLoopDelay: maxEventLoopDelayMs,
      sampleInterval: SAMPLE_INTERVAL_MS,
      pressureHandler: () => {
        throw OVERLOADED;
      },
    });
  },
  { name: 'overload-guard', dependencies: ['error-handler'] },
);
