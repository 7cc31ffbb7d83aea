import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { BuyerSession, SessionTokenResponse, StaffSession } from '@session-token/shared/schemas';
import createSerializer from 'fast-json-stringify';
import { sessionOf } from './guard.ts';

/**
 * One serialiser a kind, as `kind` tells which it is. Of the schema's union Fastify would make one that
 * tries the branches at each response, a fifth of what a remembered token costs.
 */
const serializeKind = { buyer: createSerializer(BuyerSession), staff: createSerializer(StaffSession) };
const serializeSession = (session: SessionTokenResponse) => serializeKind[session.kind](session);

/** `GET /session-token`: the verified claims of the caller's own token, and what they mean. */
export const sessionTokenRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/session-token',
    {
      config: { callers: ['buyer', 'staff'] },
      schema: {
        summary: 'The verified claims, and what they mean',
        tags: ['session token'],
        response: { 200: SessionTokenResponse },
      },
      serializerCompiler: () => serializeSession as (body: unknown) => string,
    },
    async (request) => sessionOf(request, 'buyer', 'staff'),
  );
};
