import { Validator } from '@seriousme/openapi-schema-validator';
import { SESSION_TOKEN_ERROR_CODES } from '@session-token/shared/schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { ERROR_TABLE } from '../src/features.ts';
import { createTestApp } from './test-app.ts';

const { app, get, mint } = await createTestApp();
const document = (await app.inject('/openapi.json')).json();

/** Validates a response body against the document's schema for this route and status. */
function violations(path: string, status: number, body: unknown): unknown[] {
  const ajv = new Ajv2020({ strict: false }).addSchema(document, 'openapi');
  const pointer = ['paths', path, 'get', 'responses', String(status), 'content', 'application/json', 'schema']
    .map((part) => part.replaceAll('/', '~1'))
    .join('/');
  const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
  return validate(body) ? [] : (validate.errors ?? []);
}

describe('/openapi.json', () => {
  test('is serialized once', async () => {
    const stringify = vi.spyOn(JSON, 'stringify');
    onTestFinished(() => stringify.mockRestore());
    await app.inject('/openapi.json');

    const documents = stringify.mock.calls.filter(([value]) => (value as { openapi?: unknown })?.openapi);
    expect(documents).toEqual([]);
  });

  test('is a valid OpenAPI 3.1 document', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(structuredClone(document))).toMatchObject({ valid: true });
  });

  test('requires the bearer token on every route of the API, and on no other', () => {
    expect(Object.keys(document.paths)).toContain('/api/session-token');
    for (const [path, item] of Object.entries<Record<string, { security?: unknown }>>(document.paths)) {
      const security = path.startsWith('/api/')
        ? [{ sessionToken: [] }]
        : path === '/webhooks'
          ? [{ webhookSignature: [] }]
          : undefined;
      for (const operation of Object.values(item)) expect(operation.security, path).toEqual(security);
    }
  });

  test('lists the callers of a route, and every error code of a rejected token', () => {
    const { description, responses } = document.paths['/api/session-token'].get;

    expect(description).toBe('Serves: buyer, staff.');
    for (const code of SESSION_TOKEN_ERROR_CODES) {
      expect(responses[ERROR_TABLE[code].status].description).toContain(`\`${code}\``);
    }
  });

  test.each([
    ['a customer', (): string => mint({ sub: 'gid://shopify/Customer/42' }), 200],
    ['an anonymous buyer', (): string => mint(), 200],
    ['staff', (): string => mint({}, { surface: 'pos' }), 200],
    ['a rejected token', (): string => 'garbage', 401],
  ] as const)('describes what the server really answers to %s', async (_name, token, status) => {
    const response = await get('/api/session-token', token());

    expect(response.statusCode).toBe(status);
    expect(violations('/api/session-token', status, response.json())).toEqual([]);
    expect(violations('/api/session-token', status, { kind: 'nobody' })).not.toEqual([]);
  });
});
