import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, vi } from 'vitest';
import { createSender } from '../src/request.ts';

async function listen(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

test.each([301, 302, 303, 307, 308])('follows no redirect with status %i', async (status) => {
  const followed = vi.fn();
  await using other = await listen((request, response) => {
    followed(request.url);
    response.end('{}');
  });
  for (const location of ['/elsewhere', `${other.url}/elsewhere`]) {
    await using api = await listen((request, response) => {
      if (request.url !== '/api/writes') followed(request.url);
      response.writeHead(status, { Location: location }).end();
    });
    // A write without a key is not retried.
    const result = await createSender({ apiBaseUrl: api.url, getToken: async () => 'token-1' })(
      { path: '/api/writes', method: 'POST' },
      () => true,
    );
    expect(result).toEqual({ ok: false, reason: 'offline' });
  }
  expect(followed).not.toHaveBeenCalled();
});
