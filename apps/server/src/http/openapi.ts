import swagger from '@fastify/swagger';
import type { ApiErrorCode } from '@session-token/shared';
import { ErrorResponse, SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import type { FastifySchema, RouteOptions } from 'fastify';
import fp from 'fastify-plugin';
import server from '../../package.json' with { type: 'json' };
import type { ErrorTable } from './errors/error-table.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Error codes of the route itself, in addition to those of the guard, the limits and the schema. */
    errorCodes?: readonly ApiErrorCode[];
  }
}

/** Serves `GET /openapi.json`: the routes as OpenAPI 3.1, with the bearer scheme and every error code. */
export const openApi = fp(
  async (app) => {
    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Session token API',
          version: server.version,
          description:
            'For Shopify extensions with a session token. Only the verified claims identify the caller.',
        },
        components: {
          securitySchemes: {
            sessionToken: {
              type: 'http',
              scheme: 'bearer',
              bearerFormat: 'JWT',
              description:
                'What `shopify.sessionToken.get()` gives, in POS `shopify.session.getSessionToken()`.',
            },
            webhookSignature: {
              type: 'apiKey',
              in: 'header',
              name: 'X-Shopify-Hmac-Sha256',
              description: 'HMAC-SHA256 of the raw body, with the client secret as key, in base64.',
            },
          },
          schemas: { ErrorResponse: structuredClone(ErrorResponse) },
        },
      },
      transform: ({ schema, url, route }) => ({
        schema: describeRoute(schema ?? {}, route, app.errorTable),
        url,
      }),
    });
    // One buffer for all responses: if each were serialized, a client could fill the memory.
    let document: Buffer | undefined;
    app.get(
      '/openapi.json',
      { schema: { hide: true } as FastifySchema, logLevel: 'warn' },
      async (_request, reply) => {
        document ??= Buffer.from(JSON.stringify(app.swagger()));
        return reply.type('application/json; charset=utf-8').send(document);
      },
    );
  },
  { name: 'openapi', dependencies: ['error-handler'] },
);

/**
 * Returns every error code of a route: its own `errorCodes` and those of the guard, the limits and the validation.
 * Returns none for a route that declares neither callers nor codes.
 */
export function errorCodesOf({ config, schema = {} }: RouteOptions): ApiErrorCode[] {
  const { callers, errorCodes = [] } = config ?? {};
  if (!callers && errorCodes.length === 0) return [];
  if (!callers) return [...errorCodes, 'payload_too_large', 'overloaded', 'internal_error'];
  return [
    ...SESSION_TOKEN_ERROR_CODES,
    'malformed_authorization',
    ...callers.map((caller) => `${caller}_required` as const),
    ...(schema.params || schema.querystring || schema.body ? (['invalid_request'] as const) : []),
    ...(schema.body ? (['payload_too_large', 'unsupported_media_type'] as const) : []),
    'rate_limited',
    'overloaded',
    'internal_error',
    ...errorCodes,
  ];
}

function describeRoute(schema: FastifySchema, route: RouteOptions, errorTable: ErrorTable): FastifySchema {
  const codes = errorCodesOf(route);
  if (codes.length === 0) return schema;
  const described = {
    ...schema,
    response: { ...(schema.response as object), ...errorResponses(codes, errorTable) },
  };
  const { callers } = route.config ?? {};
  if (!callers) return described;
  return {
    ...described,
    description: `Serves: ${callers.join(', ')}.`,
    security: [{ sessionToken: [] }],
  } as FastifySchema;
}

function errorResponses(codes: readonly ApiErrorCode[], errorTable: ErrorTable): Record<number, unknown> {
  const byStatus = Object.groupBy(codes, (code) => errorTable[code].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, group = []]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${errorTable[code].message}`).join('\n\n'),
        content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorResponse' } } },
      },
    ]),
  );
}
