import type { ApiErrorCode } from '@session-token/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';

/** How a request ended. */
export interface RequestEnd {
  request: FastifyRequest;
  /** 499 if the client closed the connection before it got the whole response. */
  status: number;
  durationMs: number;
  code: ApiErrorCode | 'client_closed_request' | undefined;
}

declare module 'fastify' {
  interface FastifyRequest {
    isEndRecorded: boolean;
  }
}

/**
 * Records the end of every request exactly once. If the client disconnects first, Fastify runs no `onResponse` hook
 * (fastify#6208), and no `onRequestAbort` hook once the body has been read.
 */
export const requestEnd = fp<{ record: ReadonlyArray<(end: RequestEnd) => void> }>(
  async (app, { record }) => {
    app.decorateRequest('isEndRecorded', false);
    app.addHook('onRequest', (request, reply, done) => {
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) end(request, reply, 499);
      });
      done();
    });
    app.addHook('onResponse', (request, reply, done) => {
      end(request, reply, reply.statusCode);
      done();
    });

    function end(request: FastifyRequest, reply: FastifyReply, status: number): void {
      if (request.isEndRecorded) return;
      request.isEndRecorded = true;
      const code = status === 499 ? 'client_closed_request' : (request.errorCode ?? undefined);
      const requestEnd = { request, status, durationMs: reply.elapsedTime, code } satisfies RequestEnd;
      for (const each of record) each(requestEnd);
    }
  },
  { name: 'request-end', dependencies: ['error-handler'] },
);
