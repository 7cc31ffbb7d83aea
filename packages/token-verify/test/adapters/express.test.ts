import { once } from 'node:events';
import { createServer, type RequestListener, type Server, request as sendRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, expect, test } from 'vitest';
import { sessionOf, sessionTokenGuard } from '../../src/adapters/express.ts';
import { createVerifier, mint } from '../setup.ts';
import { testAdapter } from './contract.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  servers.push(server);
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

testAdapter('Express', async (options, route) => {
  const app = express();
  app.set('env', 'test'); // does not print errors
  app.use('/route', sessionTokenGuard(options));
  app.get('/route', (request, response) => {
    response.json(route(sessionOf(request)));
  });
  const url = await listen(app);
  return (init) => fetch(`${url}/route`, init);
});

test('the guard of Express works with the request and response of Node', async () => {
  const guard = sessionTokenGuard({ verifier: createVerifier() });
  const url = await listen((request, response) => {
    guard(request, response, () => response.end(sessionOf(request).shop));
  });
  expect(await (await fetch(url, { headers: { authorization: `Bearer ${mint()}` } })).text()).toBe(
    'sandbox.myshopify.com',
  );
});

test('sessionOf fails on a route that is not guarded', () => {
  expect(() => sessionOf({} as never)).toThrow(TypeError);
});

test('the guard of Express rejects two Authorization headers', async () => {
  const guard = sessionTokenGuard({ verifier: createVerifier() });
  const url = new URL(await listen((request, response) => guard(request, response, () => response.end())));
  const value = `Bearer ${mint()}`;
  // An array of raw headers, because fetch would join them.
  const headers = ['Host', url.host, 'Authorization', value, 'authorization', value];
  const sent = sendRequest({ host: url.hostname, port: url.port, headers }).end();
  const [response] = await once(sent, 'response');
  expect(response.statusCode).toBe(400);
  response.resume();
});
