import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { ApiError } from '../http/errors/api-error.ts';
import type { CreateWindow } from '../http/limits/fixed-window.ts';
import { startCleanup } from './cleanup.ts';
import { readIdempotencyKey } from './idempotency-key.ts';
import { createIdempotentWrites, type Write } from './idempotent-writes.ts';
import { createWriteLimit } from './limits.ts';
import { sendResult } from './reply.ts';

export interface IdempotentOptions {
  /** Rejects a request without `Idempotency-Key`, as `idempotency_key_required`. Default: the token is the key. */
  requireKey?: boolean;
  /**
   * The customer the write is about, whose erasure deletes the record; `null` for none. Default: the buyer
   * who is logged in or, for staff, the route's parameter `customerId`.
   */
  customerId?: string | null;
}

/**
 * Runs a write once and sends its result. A retry gets the first response. Route, key, session, parameters and body
 * come from the request.
 */
export type Idempotent = <Body extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  write: Write<Body>,
  options?: IdempotentOptions,
) => Promise<FastifyReply>;

declare module 'fastify' {
  interface FastifyInstance {
    idempotent: Idempotent;
  }
}

export interface IdempotencyPluginOptions {
  now: () => number;
  /** Creates the window that limits the writes of one caller per minute. Default: no limit. */
  createWindow?: CreateWindow;
}

/** Decorates the app with idempotent writes and deletes expired records every minute. */
export const idempotency = fp<IdempotencyPluginOptions>(
  async (app, { now, createWindow }) => {
    const countWrite = createWindow && createWriteLimit(createWindow);
    const runWrite = createIdempotentWrites({ database: app.database, now, countWrite });
    app.decorate('idempotent', async (request, reply, write, options = {}) => {
      const { session, method, routeOptions, params, query, body } = request;
      if (!session || routeOptions.url === undefined)
        throw new TypeError('a write outside the guarded scope');
      const key = readIdempotencyKey(request.raw);
      if (options.requireKey && key === undefined) throw new ApiError('idempotency_key_required');
      const scope = {
        session,
        method,
        route: routeOptions.url,
        key,
        request: { params, query, body: body ?? null },
      };
      return sendResult(reply, await runWrite(scope, customerOf(request, options), write));
    });

    let stopCleanup = async () => {};
    app.addHook('onReady', async () => {
      stopCleanup = startCleanup({ database: app.database, logger: app.log, now });
    });
    app.addHook('onClose', () => stopCleanup());
  },
  { name: 'idempotency', dependencies: ['database'] },
);

/** @throws {TypeError} if a staff route does not say which customer its write is about */
function customerOf(
  { session, params, routeOptions }: FastifyRequest,
  { customerId }: IdempotentOptions,
): string | null {
  if (customerId !== undefined) return customerId;
  if (session?.kind === 'buyer') return session.customerId ?? null;
  const { customerId: fromPath } = params as { customerId?: string };
  if (fromPath === undefined) throw new TypeError(`${routeOptions.url} must pass customerId, or null`);
  return fromPath;
}
