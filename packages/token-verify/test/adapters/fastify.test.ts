import fastify from 'fastify';
import { expect, test } from 'vitest';
import { sessionOf, sessionTokenGuard } from '../../src/adapters/fastify.ts';
import { createVerifier, mint } from '../setup.ts';
import { testAdapter } from './contract.ts';

testAdapter('Fastify', async (options, route) => {
  const app = fastify();
  await app.register(async (scope) => {
    await scope.register(sessionTokenGuard, options);
    scope.get('/route', async (request) => route(sessionOf(request)));
  });
  return async ({ method = 'GET', headers = {} }) => {
    const response = await app.inject({ method: method as 'GET', url: '/route', headers });
    const { statusCode: status, body } = response;
    return new Response(body || null, { status, headers: response.headers as Record<string, string> });
  };
});

test('the guard of Fastify leaves routes outside its scope alone, and they have no session', async () => {
  const app = fastify();
  app.get('/open', async () => 'open');
  app.get('/mistake', async (request) => sessionOf(request));
  await app.register(
    async (scope) => {
      await scope.register(sessionTokenGuard, { verifier: createVerifier() });
      scope.get('/route', async (request) => sessionOf(request).shop);
    },
    { prefix: '/api' },
  );
  const headers = { authorization: `Bearer ${mint()}` };
  expect((await app.inject('/open')).body).toBe('open');
  expect((await app.inject({ url: '/mistake', headers })).json().message).toContain(
    '/mistake is not guarded',
  );
  expect((await app.inject({ url: '/api/route', headers })).body).toBe('sandbox.myshopify.com');
  expect((await app.inject({ url: '/api/unknown' })).statusCode).toBe(404);
  expect((await app.inject({ url: '/api/route', method: 'OPTIONS' })).statusCode).toBe(204);
});
