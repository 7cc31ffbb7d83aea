import { expect, test, vi } from 'vitest';
import { createProxiedFetch } from '../src/worker/proxied-fetch.ts';

const PROXY = 'http://127.0.0.1:4200';
const TOKEN = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';
const policy = { appOrigins: ['https://app.example'], allowedHosts: ['api.example'] };

function setUp(appToken?: () => Promise<string | undefined>) {
  const native = vi.fn(async (_input: RequestInfo | URL, _init?: RequestInit) => new Response('ok'));
  const tokens = new Set([TOKEN]);
  const options = { proxyOrigin: PROXY, policy, tokens, fetch: native as typeof fetch };
  const send = createProxiedFetch({ ...options, ...(appToken && { appToken }) });
  return {
    native,
    fetch: (input: RequestInfo | URL, init?: RequestInit) =>
      send(new URL(input instanceof Request ? input.url : String(input)), input, init),
    /** Where the only request was sent. */
    target: () => String(native.mock.calls[0]![0]).replace(PROXY, ''),
    headers: () => new Headers(native.mock.calls[0]![1]?.headers),
  };
}

test("a request to the app's own address is sent unchanged", async () => {
  const { fetch, native } = setUp();
  const request = new Request(`${PROXY}/api`);
  await fetch(request);
  expect(native).toHaveBeenCalledWith(request, undefined);
});

test.each<[string, string, RequestInit]>([
  ['in a header', 'https://tunnel.example/api', { headers: { 'x-token': `v=${TOKEN}` } }],
  ['in the URL', `https://tunnel.example/api?token=${TOKEN}`, {}],
  ['in a text', 'https://tunnel.example/api', { method: 'POST', body: JSON.stringify({ TOKEN }) }],
  ['in a form', 'https://tunnel.example/api', { method: 'POST', body: new URLSearchParams({ TOKEN }) }],
  ['in bytes', 'https://tunnel.example/api', { method: 'POST', body: new TextEncoder().encode(TOKEN) }],
])('a request to an unknown host with the token %s is for the app', async (_where, url, init) => {
  const { fetch, target } = setUp();
  await fetch(url, init);
  expect(target()).toContain('/.sandbox-proxy/token/https/tunnel.example/api');
});

test('finds the token in a Request, and sends its body', async () => {
  const { fetch, native, target } = setUp();
  await fetch(new Request('https://tunnel.example/api', { method: 'POST', body: `token ${TOKEN}` }));
  expect(target()).toBe('/.sandbox-proxy/token/https/tunnel.example/api');
  const { method, body } = native.mock.calls[0]![1]!;
  expect(method).toBe('POST');
  expect(new TextDecoder().decode(body as ArrayBuffer)).toBe(`token ${TOKEN}`);
});

test('a request without the token, or with another one, is plain', async () => {
  for (const authorization of ['', `Bearer ${TOKEN.slice(0, -1)}`]) {
    const { fetch, target } = setUp();
    await fetch('https://api.example/v1', { headers: { authorization } });
    expect(target()).toBe('/.sandbox-proxy/plain/https/api.example/v1');
  }
});

test.each<[string, RequestInit]>([
  ['', {}],
  [' without CORS', { mode: 'no-cors' }],
])(
  'a request%s to a refused host fails with an error that names the host and the option',
  async (_how, init) => {
    const { fetch, native } = setUp();
    const error = await fetch('https://evil.example:8443/', init).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect((error as Error).message).toContain('--allow-host evil.example:8443');
    // For the log; the proxy refuses it again.
    expect(native).toHaveBeenCalledTimes(1);
  },
);

test("tells the proxy of credentials: 'include' to the app's own address, too", async () => {
  const request = new Request(`${PROXY}/api?page=2`, { credentials: 'include' });
  for (const [input, init] of [[`${PROXY}/api?page=2`, { credentials: 'include' }], [request]] as const) {
    const { fetch, target } = setUp();
    await fetch(input, init);
    expect(target()).toBe('/.sandbox-proxy/token+credentials/http/127.0.0.1%3A4200/api?page=2');
  }
});

test("tells the proxy of credentials: 'include', in the options or in a Request", async () => {
  const request = new Request('https://api.example/v1', { credentials: 'include' });
  for (const [input, init] of [['https://api.example/v1', { credentials: 'include' }], [request]] as const) {
    const { fetch, native, target } = setUp();
    await fetch(input, init);
    expect(target()).toBe('/.sandbox-proxy/plain+credentials/https/api.example/v1');
    expect(native.mock.calls[0]![1]?.credentials).toBe('include');
  }
});

test('rejects credentials in a URL, as the browser does', async () => {
  const { fetch, native } = setUp();
  await expect(fetch('https://user:password@api.example/')).rejects.toThrow(TypeError);
  expect(native).not.toHaveBeenCalled();
});

test('the response shows the original URL', async () => {
  const { fetch, native } = setUp();
  const url = `${PROXY}/.sandbox-proxy/plain/https/api.example/redirected`;
  native.mockResolvedValueOnce(
    Object.defineProperty(new Response(), 'url', { value: url, configurable: true }),
  );
  expect((await fetch('https://api.example/v1')).url).toBe('https://api.example/redirected');
});

test.each([`${PROXY}/api`, 'https://app.example/api'])('POS adds the token to %s', async (url) => {
  const { fetch, headers } = setUp(async () => TOKEN);
  await fetch(url);
  expect(headers().get('authorization')).toBe(`Bearer ${TOKEN}`);
});

test('POS adds no token to another host, to a request that has one, or without permission', async () => {
  const other = setUp(async () => TOKEN);
  await other.fetch('https://api.example/v1');
  expect(other.headers().get('authorization')).toBeNull();
  const own = setUp(async () => TOKEN);
  await own.fetch(`${PROXY}/api`, { headers: { Authorization: 'Bearer mine' } });
  expect(own.headers().get('authorization')).toBe('Bearer mine');
  const forbidden = setUp(async () => undefined);
  await forbidden.fetch(`${PROXY}/api`);
  expect(forbidden.headers().get('authorization')).toBeNull();
});
