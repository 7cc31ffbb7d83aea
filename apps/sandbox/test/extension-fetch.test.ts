import { expect, test, vi } from 'vitest';
import type { Surface } from '../src/contract/surfaces.ts';
import { createExtensionFetch } from '../src/worker/globals.ts';

const SCRIPT_URL = 'http://127.0.0.1:4700/extension.js';

function setUp(surface: Surface, networkAccess = true) {
  const native = vi.fn(async () => new Response('ok'));
  return {
    native,
    fetch: createExtensionFetch({ fetch: native, surface, networkAccess, scriptUrl: SCRIPT_URL }),
  };
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
  const { fetch, native } = setUp('checkout');
  await fetch('http://127.0.0.1:4701/api');
  await fetch('https://127.0.0.1:4700/api');
  expect(native).toHaveBeenCalledTimes(2);
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
