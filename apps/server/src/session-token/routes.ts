import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SessionTokenResponse } from '@session-token/shared/schemas';
import { sessionOf } from './guard.ts';

/** `GET /session-token`: the verified claims of the caller's own token, and their meaning. */
export const sessionTokenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/session-token',
    {
      config: { callers: ['buyer', 'staff'] },
      schema: {
        summary: 'The verified claims and their meaning',
        tags: ['session token'],
        response: { 200: SessionTokenResponse },
      },
    },
    async (request) => sessionOf(request, 'buyer', 'staff'),
  );
};
