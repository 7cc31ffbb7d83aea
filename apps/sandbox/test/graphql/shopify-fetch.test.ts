import { expect, test, vi } from 'vitest';
import type { GraphqlOutcome } from '../../src/contract/graphql.ts';
import { createStorefrontQuery } from '../../src/worker/apis/storefront-query.ts';
import { createExtensionFetch } from '../../src/worker/globals.ts';
import { fetchShopify } from '../../src/worker/shopify-fetch.ts';

const RESPONSE = { status: 200, body: '{"data":{"shop":{"name":"S"}}}', version: '2026-07' };

function setUp(outcome: GraphqlOutcome | Promise<never> = RESPONSE) {
  const graphql = vi.fn(async () => outcome);
  const native = vi.fn();
  const fetch = createExtensionFetch({
    send: native,
    surface: 'checkout',
    networkAccess: false,
    scriptUrl: 'http://127.0.0.1:4700/extension.js',
    appUrl: 'http://127.0.0.1:4800',
    schemes: { 'shopify:': (url, request) => fetchShopify(url, request, graphql) },
  });
  return { fetch, graphql, native };
}

const POST = { method: 'POST', body: '{"query":"{ shop { name } }"}' };

test.each([
  ['shopify:admin/api/graphql.json', 'admin', undefined],
  ['shopify:admin/api/2026-07/graphql.json', 'admin', '2026-07'],
  ['shopify:storefront/api/graphql.json', 'storefront', undefined],
  ['shopify:storefront/api/graphql', 'storefront', undefined],
  ['shopify:storefront/api/2024-04/graphql.json', 'storefront', '2024-04'],
  ['shopify://storefront/api/unstable/graphql.json', 'storefront', 'unstable'],
  ['shopify:customer-account/api/2025-01/graphql.json', 'customer-account', '2025-01'],
  ['shopify:customer-accounts/customer/api/2025-10/graphql', 'customer-account', '2025-10'],
  ['shopify://customer-account/api/2026-04/graphql.json', 'customer-account', '2026-04'],
  ['shopify://customer-account/api/2024-10/graphql', 'customer-account', '2024-10'],
])('a fetch of %s is a query of the API, without network access', async (url, api, version) => {
  const { fetch, graphql, native } = setUp();
  const response = await fetch(url, POST);
  expect(graphql).toHaveBeenCalledExactlyOnceWith({ api, ...(version && { version }), body: POST.body });
  expect(native).not.toHaveBeenCalled();
  expect(response.status).toBe(200);
  expect(response.headers.get('x-shopify-api-version')).toBe('2026-07');
  expect(await response.json()).toEqual({ data: { shop: { name: 'S' } } });
});

test('takes a Request, too', async () => {
  const { fetch, graphql } = setUp();
  await fetch(new Request('shopify:admin/api/graphql.json', POST));
  expect(graphql).toHaveBeenCalledExactlyOnceWith({ api: 'admin', body: POST.body });
});

test.each(['shopify:admin/products/1', 'shopify:other/api/graphql.json', 'SHOPIFY:admin/x'])(
  'a fetch of %s fails without reaching the network',
  async (url) => {
    const { fetch, graphql, native } = setUp();
    await expect(fetch(url, POST)).rejects.toThrow(TypeError);
    expect(graphql).not.toHaveBeenCalled();
    expect(native).not.toHaveBeenCalled();
  },
);

test('only POST is a query', async () => {
  const { fetch, graphql } = setUp();
  expect((await fetch('shopify:admin/api/graphql.json')).status).toBe(405);
  expect(graphql).not.toHaveBeenCalled();
});

test("throws the host's error by its name", async () => {
  const rejection = { name: 'ApiAccessDeniedError', message: 'not allowed' };
  const { fetch, graphql } = setUp(rejection);
  await expect(fetch('shopify:storefront/api/graphql.json', POST)).rejects.toMatchObject(rejection);
  const { query } = createStorefrontQuery({ graphql } as never) as {
    query(text: string): Promise<unknown>;
  };
  await expect(query('{ shop { name } }')).rejects.toMatchObject(rejection);
});

test('an aborted fetch rejects with the reason', async () => {
  const { fetch } = setUp(new Promise<never>(() => {}));
  const abort = new AbortController();
  const pending = fetch('shopify:storefront/api/graphql.json', { ...POST, signal: abort.signal });
  abort.abort(new Error('no longer needed'));
  await expect(pending).rejects.toThrow('no longer needed');
});

test('query() passes variables and version, and returns data and errors', async () => {
  const { graphql } = setUp({ ...RESPONSE, body: '{"data":null,"errors":[{"message":"m"}]}' });
  const { query } = createStorefrontQuery({ graphql } as never) as {
    query(text: string, options?: object): Promise<unknown>;
  };
  expect(await query('{ a }', { variables: { id: 1 }, version: '2026-04' })).toEqual({
    data: null,
    errors: [{ message: 'm' }],
  });
  expect(graphql).toHaveBeenCalledExactlyOnceWith({
    api: 'storefront',
    version: '2026-04',
    body: '{"query":"{ a }","variables":{"id":1}}',
  });
});
