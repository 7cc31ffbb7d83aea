import type { ApiErrorCode } from '@session-token/shared';
import { SessionTokenError } from '@session-token/token-verify';
import type { FastifyInstance, preHandlerHookHandler } from 'fastify';
import { describe, expect, test } from 'vitest';
import { ApiError } from '../src/http/errors/api-error.ts';
import { createTestApp } from './test-app.ts';

const LEAK = 'hunter2';

class BrokenError extends Error {
  override get message(): string {
    throw new Error(LEAK);
  }
}

/** All kinds of values that code can throw, by name. */
const ODD_VALUES: Record<string, () => unknown> = {
  undefined: () => undefined,
  null: () => null,
  false: () => false,
  zero: () => 0,
  'an empty string': () => '',
  'a string': () => LEAK,
  'a number': () => 404,
  'a bigint': () => 404n,
  'a symbol': () => Symbol(LEAK),
  'a function': () => () => LEAK,
  'an object like an error': () => ({ statusCode: 404, code: 'FST_ERR_NOT_FOUND', message: LEAK }),
  'a frozen object': () => Object.freeze({ secret: LEAK }),
  'a frozen error': () => Object.freeze(new Error(LEAK)),
  'an object without a prototype': () => Object.assign(Object.create(null), { message: LEAK }),
  'an object whose getters throw': () => ({
    get code() {
      throw new Error(LEAK);
    },
    get message() {
      throw new Error(LEAK);
    },
  }),
  'an error whose getters throw': () => new BrokenError(),
  'a proxy that throws': () =>
    new Proxy(new Error(LEAK), {
      get() {
        throw new Error(LEAK);
      },
      getPrototypeOf() {
        throw new Error(LEAK);
      },
    }),
  'an error with a status, a code and headers': () =>
    Object.assign(new Error(LEAK), { statusCode: 404, code: 'not_found', headers: { [LEAK]: '1' } }),
  'an error with validation details': () =>
    Object.assign(new Error(LEAK), { validation: [{ message: LEAK }], validationContext: LEAK }),
  'an error that is its own cause': () => {
    const error = new Error(LEAK);
    error.cause = error;
    return error;
  },
  'an ApiError of an unknown code': () => new ApiError(LEAK as ApiErrorCode),
  'a SessionTokenError of an unknown code': () => new SessionTokenError(LEAK as 'expired'),
  'a promise': () => Promise.resolve(LEAK),
};

/** Places where a value can be thrown. Each adds a route at this path. */
const PLACES: Record<string, (app: FastifyInstance, path: string, fail: () => never) => void> = {
  'a route': (app, path, fail) => void app.get(path, () => fail()),
  'an async route': (app, path, fail) => void app.get(path, async () => fail()),
  'an onRequest hook': (app, path, fail) =>
    void app.get(path, { onRequest: (_request, _reply, _done) => fail() }, async () => LEAK),
  'an async onRequest hook': (app, path, fail) =>
    void app.get(path, { onRequest: async () => fail() }, async () => LEAK),
  'a preParsing hook': (app, path, fail) =>
    void app.get(path, { preParsing: (_request, _reply, _payload, _done) => fail() }, async () => LEAK),
  'a preValidation hook': (app, path, fail) =>
    void app.get(path, { preValidation: (_request, _reply, _done) => fail() }, async () => LEAK),
  'a preHandler': (app, path, fail) =>
    void app.get(path, { preHandler: [(_request, _reply, _done) => fail()] }, async () => LEAK),
  'an async preHandler': (app, path, fail) =>
    void app.get(path, { preHandler: async () => fail() }, async () => LEAK),
  'a hook of a plugin': (app, path, fail) =>
    void app.register(async (scope) => {
      const hook: preHandlerHookHandler = (_request, _reply, _done) => fail();
      scope.addHook('preHandler', hook);
      scope.get(path, async () => LEAK);
    }),
  'an async hook of a plugin': (app, path, fail) =>
    void app.register(async (scope) => {
      scope.addHook('preParsing', async () => fail());
      scope.get(path, async () => LEAK);
    }),
};

const cases = Object.keys(PLACES).flatMap((place) =>
  Object.keys(ODD_VALUES).map((value) => ({
    place,
    value,
    path: `/test/${place}/${value}`.replaceAll(' ', '-'),
  })),
);
const { app, logLines } = await createTestApp({
  extend: (extended) => {
    for (const { place, value, path } of cases) {
      PLACES[place]?.(extended, path, () => {
        throw ODD_VALUES[value]?.();
      });
    }
  },
});

describe('throwing', () => {
  test.each(cases)('$value in $place is a plain internal_error', async ({ path }) => {
    const response = await app.inject(path);

    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({
      code: 'internal_error',
      message: 'Internal error; see the server log for this requestId.',
      requestId: response.headers['x-request-id'],
      retryable: true,
    });
    expect(JSON.stringify(response.headers)).not.toContain(LEAK);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'no-store',
    });
    const failures = logLines().filter(
      ({ reqId, msg }) => reqId === response.json().requestId && msg === 'request failed',
    );
    expect(failures).toHaveLength(1);
  });

  test('logs the type of a value that is not an error, but not the value', async () => {
    const { headers } = await app.inject('/test/a-route/a-frozen-object');
    const line = logLines().find(
      ({ reqId, msg }) => reqId === headers['x-request-id'] && msg === 'request failed',
    );

    expect(JSON.stringify(line)).toContain('A value of type object was thrown');
    expect(JSON.stringify(line)).not.toContain(LEAK);
  });
});
