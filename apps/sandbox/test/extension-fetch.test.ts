import { expect, test, vi } from 'vitest';
import type { Surface } from '../src/contract/surfaces.ts';
import { createExtensionFetch } from '../src/worker/globals.ts';

const SCRIPT_URL = 'http://127.0.0.1:4700/extension.js';
const APP_URL = 'http://127.0.0.1:4800';

function setUp(surface: Surface, networkAccess = true) {
  const send = vi.fn(async (_url: URL) => new Response('ok'));
  const schemes = { 'shopify:': async ({ href }: URL) => new Response(href) };
  const options = { send, surface, networkAccess, scriptUrl: SCRIPT_URL, appUrl: APP_URL, schemes };
  return { send, fetch: createExtensionFetch(options) };
}

const errorOf = (surface: Surface, url: string | Request, networkAccess = true) =>
  setUp(surface, networkAccess)
    .fetch(url)
    .then(() => undefined)
    .catch((error: Error) => ({
      name: error.name,
      message: error.message,
      isTypeError: error instanceof TypeError,
    }));

test.each(['checkout', 'customer-account', 'pos'] as const)(
  'in %s, a fetch to the origin that serves the extension throws a plain Error',
  async (surface) => {
    const error = {
      name: 'Error',
      message: "Fetches to the iframe's origin are not allowed.",
      isTypeError: false,
    };
    expect(await errorOf(surface, 'http://127.0.0.1:4700/api')).toEqual(error);
    expect(await errorOf(surface, new Request('http://127.0.0.1:4700/api'))).toEqual(error);
  },
);

test('a fetch to another origin reaches the network', async () => {
  const { fetch, send } = setUp('checkout');
  await fetch('http://127.0.0.1:4701/api');
  await fetch(new URL('https://127.0.0.1:4700/api'));
  await fetch(new Request('https://example.com/api'));
  expect(send.mock.calls.map(([url]) => url.href)).toEqual([
    'http://127.0.0.1:4701/api',
    'https://127.0.0.1:4700/api',
    'https://example.com/api',
  ]);
});

test.each(['checkout', 'customer-account'] as const)(
  'in %s, a relative URL names the origin that serves the extension',
  async (surface) => {
    expect((await errorOf(surface, '/api'))?.message).toBe("Fetches to the iframe's origin are not allowed.");
  },
);

test("in POS, a relative URL names the app's address", async () => {
  const { fetch, send } = setUp('pos');
  await fetch('/api/points?page=2');
  expect(send.mock.calls.map(([url]) => url.href)).toEqual([`${APP_URL}/api/points?page=2`]);
});

test.each(['shopify:admin/api/graphql.json', 'shopify://customer-account/api/graphql.json'])(
  'the host answers %s itself, without network access',
  async (url) => {
    const { fetch, send } = setUp('checkout', false);
    expect(await fetch(url, { method: 'POST', body: '{}' }).then((response) => response.text())).toBe(url);
    expect(send).not.toHaveBeenCalled();
  },
);

test('a URL that cannot be parsed fails with a TypeError, as in the browser', async () => {
  expect(await errorOf('checkout', 'https://')).toMatchObject({ isTypeError: true });
});

test('without network access every fetch throws a plain Error', async () => {
  expect(await errorOf('checkout', 'https://example.com/', false)).toMatchObject({
    name: 'Error',
    message: expect.stringContaining('network_access = true'),
  });
});

test.each([
  ['pos', 'http://example.com/', 'InsecureUrlError'],
  ['pos', 'http://127.0.0.1.example.com/', 'InsecureUrlError'],
  ['pos', 'https://example.com/', undefined],
  ['pos', 'http://127.0.0.1:3000/', undefined],
  ['pos', 'http://localhost:3000/', undefined],
  ['checkout', 'http://example.com/', undefined],
] as const)('in %s, a fetch to %s fails with %s', async (surface, url, name) => {
  expect((await errorOf(surface, url))?.name).toBe(name);
});
