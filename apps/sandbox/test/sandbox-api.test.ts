import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSandboxApi } from '../src/page/model/sandbox-api.ts';

const requests: string[] = [];
let respond: () => Promise<Response>;

beforeEach(() => {
  requests.length = 0;
  respond = async () => new Response('');
  vi.stubGlobal('localStorage', { getItem: () => 'key' });
  vi.stubGlobal('fetch', (url: string, { method = 'GET', body = '' }: RequestInit = {}) => {
    requests.push(`${method} ${url.replace(/\?.*/, '')} ${body}`.trim());
    return respond();
  });
});

afterEach(() => void vi.unstubAllGlobals());

const UP = { server: 'up', delayMs: 0 } as const;
const DOWN = { server: 'down', delayMs: 0 } as const;

test('a bundle is read once per build and target', async () => {
  const api = createSandboxApi();
  await api.bundle({ id: 'one', revision: 1 }, 'a');
  await api.bundle({ id: 'one', revision: 1 }, 'a');
  expect(requests).toEqual(['GET /extension.js', 'GET /extension.js.map']);
  await api.bundle({ id: 'one', revision: 1 }, 'b');
  await api.bundle({ id: 'two', revision: 1 }, 'a');
  await api.bundle({ id: 'one', revision: 2 }, 'a');
  expect(requests).toHaveLength(8);
});

test('the network is sent only when it changes, and every call waits for the response', async () => {
  const api = createSandboxApi();
  const { promise, resolve } = Promise.withResolvers<Response>();
  respond = () => promise;
  let settled = 0;
  for (const _ of [1, 2]) void api.setNetwork(UP).then(() => (settled += 1));
  await Promise.resolve();
  expect(settled).toBe(0);
  resolve(new Response(''));
  await vi.waitFor(() => expect(settled).toBe(2));
  respond = async () => new Response('');
  await api.setNetwork(DOWN);
  await api.setNetwork(UP);
  expect(requests.map((request) => JSON.parse(request.split(' ')[2]!).server)).toEqual(['up', 'down', 'up']);
});

test('a failed request is sent again on the next call', async () => {
  const api = createSandboxApi();
  respond = async () => Promise.reject(new TypeError('Failed to fetch'));
  await expect(api.setNetwork(UP)).rejects.toThrow('Failed to fetch');
  await expect(api.bundle({ id: 'one', revision: 1 }, 'a')).rejects.toThrow('Failed to fetch');
  await expect(api.workerRuntime()).rejects.toThrow('Failed to fetch');
  respond = async () => new Response('text');
  requests.length = 0;
  await api.setNetwork(UP);
  expect(await api.bundle({ id: 'one', revision: 1 }, 'a')).toEqual({ code: 'text', sourceMap: 'text' });
  expect((await api.workerRuntime()).size).toBe(4);
  expect(requests).toHaveLength(4);
});

test('after a reconnect, everything is read and sent again, because the page may have another address', async () => {
  const api = createSandboxApi();
  await api.setNetwork(UP);
  await api.bundle({ id: 'one', revision: 1 }, 'a');
  await api.openEventStream();
  requests.length = 0;
  await api.setNetwork(UP);
  await api.bundle({ id: 'one', revision: 1 }, 'a');
  expect(requests).toHaveLength(3);
});
