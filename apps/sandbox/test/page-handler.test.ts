import { request as send } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { ENDPOINTS, KEY_HEADER } from '../src/contract/endpoints.ts';
import type { GraphqlAnswer } from '../src/contract/graphql.ts';
import { PARAMETER_NAMES } from '../src/contract/url-state.ts';
import { closeServer, listenOnLoopback } from '../src/node/http/listen.ts';
import { createResilientServer } from '../src/node/http/resilient-server.ts';
import { createEventStreams } from '../src/node/page-server/event-streams.ts';
import { html } from '../src/node/page-server/html.ts';
import { createPageHandler } from '../src/node/page-server/page-handler.ts';

let serverOrigin: string | undefined = 'http://127.0.0.1:3';
const ANSWER = { status: 200, body: '{}', version: '2026-07', operation: 'query', warnings: [], notes: [] };
const KEY = 'k'.repeat(22);
const PREVIOUS_KEY = 'p'.repeat(22);
const mint = vi.fn(() => 'a.minted.token');
const answer = vi.fn(async (): Promise<GraphqlAnswer | undefined> => ANSWER);
const setNetwork = vi.fn();
const page = {
  apiOrigin: 'http://127.0.0.1:1',
  setNetwork,
  authorizationOf: (id: number) => (id === 7 ? 'Bearer a.whole.token' : undefined),
  close: async () => {},
};
const pagesOf = vi.fn(async (): Promise<typeof page | undefined> => page);
const handler = createPageHandler({
  assets: new Map([
    ['/page.js', { type: 'text/javascript', content: Buffer.from('page'), isImmutable: false }],
    [
      '/chunks/chunk-AB12CD34.js',
      { type: 'text/javascript', content: Buffer.from('chunk'), isImmutable: true },
    ],
  ]),
  streams: createEventStreams(),
  pages: { of: pagesOf, hasProxyOn: (port) => port === 1, hold: () => () => {}, closeAll: async () => {} },
  policy: { appOrigins: [], allowedHosts: ['images.example'] },
  extensions: [
    {
      state: () => ({ id: 'mine', revision: 1, problems: [] }),
      bundle: async (target, appUrl) =>
        target === 'known' ? { code: `the bundle for ${appUrl}`, sourceMap: 'its map' } : undefined,
    },
  ],
  frameOrigin: 'http://127.0.0.1:2',
  clientId: 'client',
  docsOrigin: async () => serverOrigin,
  runId: 'run-1',
  runKey: { key: KEY, accepted: [KEY, PREVIOUS_KEY] },
  serverState: () => ({ status: 'up', starts: 1 }),
  mint,
  graphql: { answer },
});
const server = createResilientServer(handler);
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

/** The first line of the event stream. */
function firstEvent(headers: Headers): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = send({
      port,
      host: '127.0.0.1',
      path: inPage(ENDPOINTS.events),
      headers: headers as never,
    });
    request.once('error', reject).once('response', (response) => {
      response.once('data', (chunk) => {
        resolve(JSON.parse(String(chunk).split('\n')[0]!));
        request.destroy();
      });
    });
    request.end();
  });
}

const fromPage = (): Headers => ({
  origin: `http://127.0.0.1:${port}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
  [KEY_HEADER]: KEY,
});
const body = { target: 'purchase.checkout.block.render' };
const NETWORK = { server: 'down', delayMs: 250 };

describe('minting a token', () => {
  test('works for the page itself', async () => {
    const response = await call('POST', inPage(ENDPOINTS.sessionToken), fromPage(), body);
    expect(response).toMatchObject({ status: 200, body: '{"token":"a.minted.token"}' });
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
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
    ['a request without fetch metadata', { 'sec-fetch-site': undefined }],
    ['a request of the same site only', { 'sec-fetch-site': 'same-site' }],
    ['a request that no page made', { 'sec-fetch-site': 'none' }],
  ])('rejects %s', async (_who, headers) => {
    const response = await call('POST', inPage(ENDPOINTS.sessionToken), { ...fromPage(), ...headers }, body);
    expect(response.status).toBe(403);
    expect(mint).not.toHaveBeenCalled();
  });

  test('rejects another host name, as after DNS rebinding', async () => {
    // The browser of a rebound page attests `same-origin`.
    const headers = { ...fromPage(), host: `evil.example:${port}`, origin: `http://evil.example:${port}` };
    const response = await call('POST', inPage(ENDPOINTS.sessionToken), headers, body);
    expect(response.status).toBe(421);
    expect(mint).not.toHaveBeenCalled();
  });

  test.each([
    ['a form', { 'content-type': 'text/plain' }, body],
    ['no target', {}, {}],
    ['a body that is too long', {}, { ...body, padding: 'x'.repeat(5000) }],
  ])('rejects %s', async (_what, headers, sent) => {
    const response = await call('POST', inPage(ENDPOINTS.sessionToken), { ...fromPage(), ...headers }, sent);
    expect(response.status).toBe(400);
    expect(mint).not.toHaveBeenCalled();
  });
});

describe.each([
  ['GET', ENDPOINTS.events],
  ['GET', ENDPOINTS.extension],
  ['GET', ENDPOINTS.sourceMap],
  ['GET', ENDPOINTS.authorization],
  ['POST', ENDPOINTS.network],
  ['POST', ENDPOINTS.sessionToken],
  ['POST', ENDPOINTS.graphql],
])('%s %s', (method, path) => {
  const ask = (headers: Headers) =>
    call(method, inPage(path), { ...fromPage(), ...headers }, method === 'POST' ? NETWORK : undefined);

  test.each<[string, Headers]>([
    ['a page of another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { origin: undefined, 'sec-fetch-site': 'same-site' }],
    ['a request without fetch metadata', { origin: undefined, 'sec-fetch-site': undefined }],
  ])('rejects %s', async (_who, headers) => {
    expect((await ask(headers)).status).toBe(403);
    expect(setNetwork).not.toHaveBeenCalled();
    expect(pagesOf).not.toHaveBeenCalled();
  });

  test.each([
    ['no key', undefined],
    ['an empty key', ''],
    ['the key of another run', 'o'.repeat(22)],
    ['the beginning of the key', KEY.slice(0, 21)],
    ['the key and more', `${KEY}k`],
  ])('rejects a request with %s', async (_what, key) => {
    expect((await ask({ [KEY_HEADER]: key })).status).toBe(401);
    expect(setNetwork).not.toHaveBeenCalled();
    expect(pagesOf).not.toHaveBeenCalled();
  });
});

test("a page of the previous run connects with that run's key and receives the new one", async () => {
  const hello = await firstEvent({ ...fromPage(), [KEY_HEADER]: PREVIOUS_KEY });
  expect(hello).toMatchObject({ name: 'hello', data: { runId: 'run-1', key: KEY } });
});

test.each(['/', '/gallery'])(
  'neither the page at %s nor its files need a key, nor contain it',
  async (path) => {
    const response = await call('GET', path, {});
    expect(response.status).toBe(200);
    expect(response.body).not.toContain(KEY);
    expect(JSON.stringify(response.headers)).not.toContain(KEY);
  },
);

test('rejects a request for one page too many', async () => {
  pagesOf.mockResolvedValueOnce(undefined);
  expect((await call('POST', inPage(ENDPOINTS.network), fromPage(), NETWORK)).status).toBe(503);
});

test('the page controls its own proxy', async () => {
  const response = await call('POST', inPage(ENDPOINTS.network), fromPage(), NETWORK);
  expect(response.status).toBe(204);
  expect(setNetwork).toHaveBeenCalledWith(NETWORK);
});

test.each([{ server: 'up' }, { server: 'gone', delayMs: 0 }, { server: 'up', delayMs: 60_001 }])(
  'rejects the network state %j',
  async (network) => {
    expect((await call('POST', inPage(ENDPOINTS.network), fromPage(), network)).status).toBe(400);
    expect(setNetwork).not.toHaveBeenCalled();
  },
);

test.each(['', '?page=', '?page=short', '?page=../../../etc'])(
  'rejects a request without a page id (%s)',
  async (query) => {
    const response = await call('POST', `${ENDPOINTS.network}${query}`, fromPage(), NETWORK);
    expect(response.status).toBe(400);
    expect(setNetwork).not.toHaveBeenCalled();
  },
);

test('builds the API address of the requesting page into a bundle', async () => {
  const path = (target: string) => inPage(ENDPOINTS.extension, `&extension=mine&target=${target}`);
  const { 'content-type': _, ...headers } = fromPage();
  expect(await call('GET', path('known'), headers)).toMatchObject({
    body: 'the bundle for http://127.0.0.1:1',
  });
  expect((await call('GET', path('other'), headers)).status).toBe(404);
  const map = path('known').replace(ENDPOINTS.extension, ENDPOINTS.sourceMap);
  expect((await call('GET', map, headers)).body).toBe('its map');
  expect((await call('GET', map.replace('known', 'other'), headers)).status).toBe(404);
});

describe('a GraphQL call', () => {
  const CALL = { api: 'admin', version: '2026-07', body: '{}', scene: {} };

  test('of the page is answered, with images of the page', async () => {
    const { status, body: answered } = await call('POST', inPage(ENDPOINTS.graphql), fromPage(), CALL);
    expect({ status, body: JSON.parse(answered) }).toEqual({ status: 200, body: ANSWER });
    const pageOrigin = `http://127.0.0.1:${port}`;
    expect(answer).toHaveBeenCalledExactlyOnceWith({ pageId: '0123-4567-89ab', pageOrigin, call: CALL });
    const { body: image } = await call('GET', `${ENDPOINTS.mockImage}?name=beans?width=64`);
    expect(image).toBe((await call('GET', `${ENDPOINTS.mockImage}?name=beans`)).body);
  });

  test.each([
    ['another API', { ...CALL, api: 'partner' }],
    ['no version', { ...CALL, version: undefined }],
    ['no body', { ...CALL, body: {} }],
    ['no scene', { ...CALL, scene: 'none' }],
    ['a customer that is not text', { ...CALL, customer: 42 }],
    ['more than 2 MB', { ...CALL, body: 'x'.repeat(2 * 1024 * 1024) }],
  ])('with %s gets 400', async (_what, wrong) => {
    expect((await call('POST', inPage(ENDPOINTS.graphql), fromPage(), wrong)).status).toBe(400);
    expect(answer).not.toHaveBeenCalled();
  });

  test('of just under 2 MB is answered', async () => {
    const large = { ...CALL, body: 'x'.repeat(2 * 1024 * 1024 - 100) };
    expect((await call('POST', inPage(ENDPOINTS.graphql), fromPage(), large)).status).toBe(200);
  });

  test('without an answer within the limits gets 503', async () => {
    answer.mockResolvedValueOnce(undefined);
    expect((await call('POST', inPage(ENDPOINTS.graphql), fromPage(), CALL)).status).toBe(503);
  });
});

test('returns the whole token of an exchange to its page', async () => {
  const path = (id: number) => inPage(ENDPOINTS.authorization, `&exchange=${id}`);
  expect(await call('GET', path(7), fromPage())).toMatchObject({ body: 'Bearer a.whole.token' });
  expect((await call('GET', path(8), fromPage())).status).toBe(404);
});

test('a link to the page works from anywhere, but no site may frame it', async () => {
  const response = await call('GET', '/?fault=audience', { 'sec-fetch-site': 'cross-site' });
  expect(response.status).toBe(200);
  expect(response.headers['content-security-policy']).toContain("frame-ancestors 'none'");
});

test.each([
  ['?proxy=1', 'connect-src http://127.0.0.1:1 http://localhost:1'],
  ['?proxy=2', "connect-src 'none'"],
  ['', "connect-src 'none'"],
])('the frame%s, if 1 is a proxy, has the policy %s', async (query, policy) => {
  const response = await call('GET', `${ENDPOINTS.frame}${query}`);
  const directives = String(response.headers['content-security-policy'])
    .split('; ')
    .map((directive) => directive.split(' ')[0]);
  // Whatever is not named falls back to `default-src 'none'`: images, styles, fonts, frames, media.
  expect(directives.toSorted()).toEqual([
    'base-uri',
    'connect-src',
    'default-src',
    'form-action',
    'frame-ancestors',
    'script-src',
    'worker-src',
  ]);
  expect(response.headers['content-security-policy']).toContain("default-src 'none'");
  expect(response.headers['content-security-policy']).toContain(policy);
});

test("the page runs only its own scripts, and only its own and Shopify's frames", async () => {
  const { headers } = await call('GET', '/');
  expect(String(headers['content-security-policy']).split('; ')).toEqual([
    "default-src 'self'",
    "img-src 'self' data: https://cdn.shopify.com http://127.0.0.1:* http://localhost:* http://images.example https://images.example",
    "frame-src 'self' http://127.0.0.1:2 https://extensions.shopifycdn.com",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('only a file with a hash in its name is cached', async () => {
  const cacheControlOf = async (path: string) => (await call('GET', path)).headers['cache-control'];
  expect(await cacheControlOf('/page.js')).toBe('no-store');
  expect(await cacheControlOf('/chunks/chunk-AB12CD34.js')).toBe('public, max-age=31536000, immutable');
});

test.each(['/', ENDPOINTS.frame, ENDPOINTS.inspector, ENDPOINTS.parameters, '/nothing', ENDPOINTS.network])(
  'no response of %s is cached, embedded elsewhere, reached through an opener, or sniffed',
  async (path) => {
    expect((await call('GET', path)).headers).toMatchObject({
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
  },
);

test('the inspector loads its own files only, and may connect to nothing', async () => {
  const { status, headers } = await call('GET', ENDPOINTS.inspector);
  expect(status).toBe(200);
  expect(String(headers['content-security-policy']).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]);
});

test('links to the documents of the API, wherever the server is now', async () => {
  const response = await call('GET', ENDPOINTS.apiDocs);
  expect(response).toMatchObject({ status: 307, headers: { location: 'http://127.0.0.1:3/docs' } });
  serverOrigin = undefined;
  expect((await call('GET', ENDPOINTS.apiDocs)).status).toBe(503);
});

test('explains every URL parameter, without subresources', async () => {
  const { status, body: page, headers } = await call('GET', ENDPOINTS.parameters);
  expect(status).toBe(200);
  const named = [...page.matchAll(/<td><code>([^<]+)<\/code><\/td>/g)].map(([, name]) => name);
  expect(named).toEqual([...PARAMETER_NAMES, 'setting.&#60;key&#62;']);
  expect(page).not.toMatch(/ src=|<link|<script|@import/);
  expect(headers['content-security-policy']).toContain("default-src 'none'");
});

test('escapes what goes into a document', () => {
  expect(html`<p title="${'"><script>'}">${"&'"}${[html`<b>${'<'}</b>`]}</p>`.markup).toBe(
    '<p title="&#34;&#62;&#60;script&#62;">&#38;&#39;<b>&#60;</b></p>',
  );
});
