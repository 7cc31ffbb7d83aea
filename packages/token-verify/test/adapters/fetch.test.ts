import { expect, test } from 'vitest';
import { createSessionTokenGuard } from '../../src/adapters/fetch.ts';
import { createVerifier, mint } from '../setup.ts';
import { testAdapter } from './contract.ts';

testAdapter('fetch', async (options, route) => {
  const { authenticate, withCors } = createSessionTokenGuard(options);
  const handle = async (request: Request) => {
    const { session, response } = await authenticate(request);
    return response ?? withCors(Response.json(route(session)));
  };
  // Stands in for the framework, which answers 500 to an error.
  return async (init) =>
    handle(new Request('https://app.example/route', init)).catch(() => new Response(null, { status: 500 }));
});

test('the CORS headers leave the rest of a response unchanged, and work for one that cannot be changed', async () => {
  const { withCors } = createSessionTokenGuard({ verifier: createVerifier() });
  const own = new Response('created', {
    status: 201,
    headers: { location: '/1', 'access-control-allow-origin': 'x' },
  });
  const response = withCors(own);
  expect([response.status, response.headers.get('location'), await response.text()]).toEqual([
    201,
    '/1',
    'created',
  ]);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(withCors(Response.redirect('https://app.example/')).headers.get('access-control-allow-origin')).toBe(
    '*',
  );
});

test('two Authorization headers are rejected', async () => {
  const { authenticate } = createSessionTokenGuard({ verifier: createVerifier() });
  const headers = new Headers({ authorization: `Bearer ${mint()}` });
  headers.append('authorization', `Bearer ${mint()}`);
  const { response } = await authenticate(new Request('https://app.example/', { headers }));
  expect(response?.status).toBe(400);
});
