import { readFile } from 'node:fs/promises';
import type { FastifySchema, RouteOptions } from 'fastify';
import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { afterAll, describe, expect, test } from 'vitest';
import { ApiError } from '../src/http/errors/api-error.ts';
import { sessionTokenGuard } from '../src/session-token/guard.ts';
import { createTestApp } from './test-app.ts';

const { app, routes } = await createTestApp();
afterAll(() => app.close());

/** Fastify adds a HEAD route to each GET route, and @fastify/cors answers OPTIONS for every URL. */
const endpoints = routes.filter(({ method }) => method !== 'HEAD' && method !== 'OPTIONS');
const nameOf = ({ method, url }: RouteOptions) => `${method} ${url}`;
const documents = await readFile(new URL('../../../docs/api.md', import.meta.url), 'utf8');

interface Endpoint {
  endpoint: string;
  callers: string[];
  errorCodes: string[];
}

/** Parses the rows of all tables: endpoint, callers, what it returns, own error codes. */
function parseEndpoints(markdown: string): Endpoint[] {
  const rows = markdown.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  return rows.flatMap(([, endpoint = '', callers = '', , codes = '']) => {
    if (!/^`[A-Z]+ \//.test(endpoint)) return [];
    const errorCodes = [...codes.matchAll(/`(\w+)`/g)].map(([, code]) => code!);
    return [{ endpoint: endpoint.replaceAll('`', ''), callers: callers.split(', '), errorCodes }];
  });
}

describe('docs/api.md', () => {
  const documented = parseEndpoints(documents);

  test('has every route of the server, and no other', () => {
    expect(documented.map(({ endpoint }) => endpoint).toSorted()).toEqual(endpoints.map(nameOf).toSorted());
  });

  test.each(endpoints.map((route) => [nameOf(route), route] as const))(
    'has the callers and codes of %s',
    (name, route) => {
      const { callers, errorCodes } = documented.find(({ endpoint }) => endpoint === name)!;

      expect(errorCodes.toSorted()).toEqual([...(route.config?.errorCodes ?? [])].toSorted());
      if (route.config?.callers) expect(callers.toSorted()).toEqual([...route.config.callers].toSorted());
      else expect(callers).toEqual([name === 'POST /webhooks' ? 'Shopify' : 'anyone']);
    },
  );
});

test.each(endpoints.filter(({ config }) => config?.callers).map((route) => [nameOf(route), route] as const))(
  'only fields of a schema leave the server: %s',
  (_name, { schema }) => {
    const statuses = Object.keys((schema?.response ?? {}) as object);

    expect(statuses.filter((status) => /^2\d\d$/.test(status))).not.toEqual([]);
  },
);

/** Values that `Text` of @session-token/shared rejects. Every enum, format and pattern must reject them, too. */
const UNSAFE_TEXTS = [
  '',
  ' ',
  '\u200b',
  'a\u0000',
  'a\nb',
  'a\u0085',
  'a\u202eb',
  'a\u2066b',
  'a\u2028',
  '\ud800a',
];
const inAscii = (text: string) =>
  JSON.stringify(text).replace(/[^ -~]/g, (character) => `U+${character.charCodeAt(0).toString(16)}`);

type Json = { [key: string]: unknown };

/** Returns a schema and every schema inside it. */
function schemasIn(value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap(schemasIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Json, ...Object.values(value).flatMap(schemasIn)];
}

const partsOf = (schema: FastifySchema | undefined) =>
  (['body', 'querystring', 'params', 'headers'] as const).flatMap((part) =>
    schema?.[part] ? [[part, JSON.parse(JSON.stringify(schema[part])) as Json] as const] : [],
  );
const parts = endpoints.flatMap((route) =>
  partsOf(route.schema).map(([part, schema]) => {
    // `readIdempotencyKey` validates this header; idempotent-writes.test.ts has the keys that it rejects.
    delete (schema.properties as Json)['idempotency-key'];
    return [part, nameOf(route), schema] as const;
  }),
);

describe('every request schema', () => {
  test.each(parts.filter(([part]) => part === 'body' || part === 'querystring'))(
    'rejects unknown fields: the %s of %s',
    (_part, _route, schema) => {
      const objects = schemasIn(schema).filter(({ type }) => type === 'object');

      expect(objects.length).toBeGreaterThan(0);
      for (const object of objects) expect(object).toHaveProperty('additionalProperties', false);
    },
  );

  test.each(parts)('rejects unsafe text in every string: the %s of %s', (_part, _route, schema) => {
    for (const string of schemasIn(schema).filter(({ type }) => type === 'string')) {
      const accepted = UNSAFE_TEXTS.filter((text) => Value.Check(string as TSchema, text));
      expect(accepted.map(inAscii), `use Text() for ${JSON.stringify(string)}`).toEqual([]);
    }
  });

  test.each(endpoints.map((route) => [nameOf(route), route] as const))(
    'covers every path parameter of %s',
    (_name, route) => {
      const names = [...route.url.matchAll(/:(\w+)/g)].map(([, name]) => name);
      const params = route.schema?.params as { properties: object } | undefined;

      expect(Object.keys(params?.properties ?? {})).toEqual(names);
    },
  );
});

test('a test fails if a route answers a code that it does not declare', async () => {
  const guarded = await createTestApp({
    extend: (extended) => {
      extended.register(async (scope) => {
        await scope.register(sessionTokenGuard, {
          verifier: { verify: async () => SESSION } as never,
        });
        const answer = async () => {
          throw new ApiError('not_found');
        };
        scope.get('/undeclared', { config: { callers: ['buyer'] } }, answer);
        scope.get('/declared', { config: { callers: ['buyer'], errorCodes: ['not_found'] } }, answer);
      });
    },
  });

  await expect(guarded.get('/undeclared', 'any')).rejects.toThrow(
    'GET /undeclared answered not_found, which it does not declare',
  );
  expect((await guarded.get('/declared', 'any')).json().code).toBe('not_found');
  await guarded.app.close();
});

const SESSION = {
  kind: 'buyer',
  shop: 'a.myshopify.com',
  tokenId: 't',
  issuedAt: 1,
  expiresAt: 2,
  claims: {},
};
