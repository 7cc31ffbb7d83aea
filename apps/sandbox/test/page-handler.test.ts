import { createServer, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENDPOINTS } from '../src/contract/endpoints.ts';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { createEventStreams } from '../src/node/page-server/event-streams.ts';
import { createPageHandler } from '../src/node/page-server/page-handler.ts';

const mint = vi.fn(() => 'a.minted.token');
const setNetwork = vi.fn();
const page = {
  apiOrigin: 'http://127.0.0.1:1',
  setNetwork,
  authorizationOf: (id: number) => (id === 7 ? 'Bearer a.whole.token' : undefined),
  close: async () => {},
};
const handler = createPageHandler({
  assets: new Map(),
  streams: createEventStreams(),
  pages: { of: async () => page, left() {}, closeAll: async () => {} },
  extensions: [
    {
      state: () => ({ id: 'mine', revision: 1, problems: [] }),
      code: async (target, appUrl) => (target === 'known' ? `the bundle for ${appUrl}` : undefined),
    },
  ],
  frameOrigin: 'http://127.0.0.1:2',
  mint,
});
const server = createServer(handler);
let port: number;
beforeAll(async () => {
  port = await listenOnLoopback(server, 0);
});
afterAll(() => closeServer(server));
beforeEach(() => vi.clearAllMocks());

const inPage = (path: string, query = '') => `${path}?page=0123-4567-89ab${query}`;

type Headers = Record<string, string | undefined>;

/** By node:http, which lets a test set any header, `Host` included. */
async function call(method: string, path: string, headers: Headers = {}, body?: unknown) {
  const defined = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).filter(([, value]) => value);
  const request = send({
    port,
    host: '127.0.0.1',
    method,
    path,
    headers: Object.fromEntries(defined) as never,
  });
  request.end(body === undefined ? undefined : JSON.stringify(body));
  const response = await new Promise<import('node:http').IncomingMessage>((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
  });
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const fromPage = (): Headers => ({
  origin: `http://127.0.0.1:${port}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
});
const body = { target: 'purchase.checkout.block.render' };
const NETWORK = { server: 'down', delayMs: 250 };

describe('minting a token', () => {
  test('is for the page itself', async () => {
    const answer = await call('POST', inPage(ENDPOINTS.sessionToken), fromPage(), body);
    expect(answer).toMatchObject({ status: 200, body: '{"token":"a.minted.token"}' });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  });

  test.each<[string, Headers]>([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    [
      'a page on another port of this machine',
      { origin: 'http://127.0.0.1:9999', 'sec-fetch-site': 'same-site' },
    ],
    ["the extension's worker", { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    [
      'a browser that lies about the site',
      { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['a request that names no origin', { origin: undefined }],
    ['a program', { origin: undefined, 'sec-fetch-site': undefined }],
    ['a typed address', { origin: undefined, 'sec-fetch-site': 'none' }],
  ])('is refused to %s', async (_who, headers) => {
    const answer = await call('POST', inPage(ENDPOINTS.sessionToken), { ...fromPage(), ...headers }, body);
    expect(answer.status).toBe(403);
    expect(mint).not.toHaveBeenCalled();
  });

  test('is refused under another host name, as after DNS rebinding', async () => {
    const headers = { ...fromPage(), host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
    const answer = await call('POST', inPage(ENDPOINTS.sessionToken), headers, body);
    expect(answer.status).toBe(421);
    expect(mint).not.toHaveBeenCalled();
  });

  test.each([
    ['a form', { 'content-type': 'text/plain' }, body],
    ['no target', {}, {}],
    ['a body that is too long', {}, { ...body, padding: 'x'.repeat(5000) }],
  ])('is refused for %s', async (_what, headers, sent) => {
    const answer = await call('POST', inPage(ENDPOINTS.sessionToken), { ...fromPage(), ...headers }, sent);
    expect(answer.status).toBe(400);
    expect(mint).not.toHaveBeenCalled();
  });
});

test.each([
  ['GET', ENDPOINTS.events],
  ['GET', ENDPOINTS.extension],
  ['GET', ENDPOINTS.authorization],
  ['POST', ENDPOINTS.network],
  ['POST', ENDPOINTS.sessionToken],
])('%s %s is refused to a page of another site', async (method, path) => {
  const headers = { ...fromPage(), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const answer = await call(method, inPage(path), headers, method === 'POST' ? NETWORK : undefined);
  expect(answer.status).toBe(403);
  expect(setNetwork).not.toHaveBeenCalled();
});

test('the page steers its own proxy', async () => {
  const answer = await call('POST', inPage(ENDPOINTS.network), fromPage(), NETWORK);
  expect(answer.status).toBe(204);
  expect(setNetwork).toHaveBeenCalledWith(NETWORK);
});

test.each([{ server: 'up' }, { server: 'gone', delayMs: 0 }, { server: 'up', delayMs: 60_001 }])(
  'the proxy is not steered by %j',
  async (network) => {
    expect((await call('POST', inPage(ENDPOINTS.network), fromPage(), network)).status).toBe(400);
    expect(setNetwork).not.toHaveBeenCalled();
  },
);

test.each(['', '?page=', '?page=short', '?page=../../../etc'])(
  'a request that names no page (%s) is refused',
  async (query) => {
    const answer = await call('POST', `${ENDPOINTS.network}${query}`, fromPage(), NETWORK);
    expect(answer.status).toBe(400);
    expect(setNetwork).not.toHaveBeenCalled();
  },
);

test('a bundle has the address of the API of the page that asks', async () => {
  const path = (target: string) => inPage(ENDPOINTS.extension, `&extension=mine&target=${target}`);
  const { 'content-type': _, ...headers } = fromPage();
  expect(await call('GET', path('known'), headers)).toMatchObject({
    body: 'the bundle for http://127.0.0.1:1',
  });
  expect((await call('GET', path('other'), headers)).status).toBe(404);
});

test('the page may ask for the whole token of an exchange of its own', async () => {
  const path = (id: number) => inPage(ENDPOINTS.authorization, `&exchange=${id}`);
  expect(await call('GET', path(7), fromPage())).toMatchObject({ body: 'Bearer a.whole.token' });
  expect((await call('GET', path(8), fromPage())).status).toBe(404);
});

test('a link to the page works from anywhere, but no site may frame it', async () => {
  const answer = await call('GET', '/?fault=audience', { 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(200);
  expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test.each([
  ['on', 'connect-src http: https:'],
  ['off', "connect-src 'none'"],
])('with network access %s the policy of the frame has %s', async (network, policy) => {
  const answer = await call('GET', `${ENDPOINTS.frame}?network=${network}`);
  expect(answer.headers['content-security-policy']).toContain(policy);
});
