import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { sessionTokenGuard } from '../../src/adapters/hono.ts';
import { CORS_HEADERS } from '../../src/http/cors.ts';
import { createVerifier, mint } from '../setup.ts';
import { testAdapter } from './contract.ts';

testAdapter('Hono', async (options, route) => {
  const app = new Hono();
  app.onError((_error, c) => c.text('broken', 500));
  app.get('/route', sessionTokenGuard(options), (c) => c.json(route(c.var.sessionToken)));
  app.use('/route', sessionTokenGuard(options));
  return async (init) => app.request('/route', init);
});

test.each([
  ['its own Response', () => new Response('own')],
  [
    'an error',
    () => {
      throw new Error('broken');
    },
  ],
])('the guard of Hono adds the CORS headers to %s', async (_what, handler) => {
  const app = new Hono();
  app.onError((_error, c) => c.text('broken', 500));
  app.use(sessionTokenGuard({ verifier: createVerifier() }));
  app.get('/route', handler);
  for (const path of ['/route', '/unknown']) {
    const response = await app.request(path, { headers: { authorization: `Bearer ${mint()}` } });
    expect(Object.fromEntries(response.headers)).toMatchObject(CORS_HEADERS);
  }
});
