import { createServer, request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENDPOINTS } from '../src/contract/endpoints.ts';
import { createEventStreams } from '../src/node/event-streams.ts';
import { closeServer, listenOnLoopback } from '../src/node/listen.ts';
import { createPageHandler } from '../src/node/page-handler.ts';

const mint = vi.fn(() => 'a.minted.token');
const setNetwork = vi.fn();
const handler = createPageHandler({
  assets: new Map(),
  streams: createEventStreams(),
  extensionState: () => ({ revision: 1, problems: [] }),
  extensionCode: () => 'the bundle',
  mint,
  setNetwork,
});
const server = createServer(handler);
let port: number;
beforeAll(async () => {
  port = await listenOnLoopback(server, 0);
});
afterAll(() => closeServer(server));
beforeEach(() => vi.clearAllMocks());

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

describe('minting a token', () => {
  test('is for the page itself', async () => {
    const answer = await call('POST', ENDPOINTS.sessionToken, fromPage(), body);
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
    const answer = await call('POST', ENDPOINTS.sessionToken, { ...fromPage(), ...headers }, body);
    expect(answer.status).toBe(403);
    expect(mint).not.toHaveBeenCalled();
  });

  test('is refused under another host name, as after DNS rebinding', async () => {
    const headers = { ...fromPage(), host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
    const answer = await call('POST', ENDPOINTS.sessionToken, headers, body);
    expect(answer.status).toBe(421);
    expect(mint).not.toHaveBeenCalled();
  });

  test.each([
    ['a form', { 'content-type': 'text/plain' }, body],
    ['no target', {}, {}],
    ['a body that is too long', {}, { ...body, padding: 'x'.repeat(5000) }],
  ])('is refused for %s', async (_what, headers, sent) => {
    const answer = await call('POST', ENDPOINTS.sessionToken, { ...fromPage(), ...headers }, sent);
    expect(answer.status).toBe(400);
    expect(mint).not.toHaveBeenCalled();
  });
});

test.each([
  ['GET', ENDPOINTS.events],
  ['GET', ENDPOINTS.extension],
  ['POST', ENDPOINTS.network],
])('%s %s is refused to a page of another site', async (method, path) => {
  const headers = { ...fromPage(), origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const answer = await call(method, path, headers, method === 'POST' ? { serverDown: true } : undefined);
  expect(answer.status).toBe(403);
  expect(setNetwork).not.toHaveBeenCalled();
});

test('the page steers the proxy', async () => {
  const answer = await call('POST', ENDPOINTS.network, fromPage(), { serverDown: true });
  expect(answer.status).toBe(204);
  expect(setNetwork).toHaveBeenCalledWith({ serverDown: true });
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
