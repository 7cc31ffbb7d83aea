import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { SessionTokenResponse } from '@session-token/shared/schemas';
import { sessionOf } from './guard.ts';

/** `GET /session-token`: returns the verified claims of the caller's token, and what they mean. */
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
