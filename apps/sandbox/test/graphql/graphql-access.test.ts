import { expect, test } from 'vitest';
import type { GraphqlApi } from '../../src/contract/graphql.ts';
import { MAX_GRAPHQL_BODY_CHARACTERS } from '../../src/contract/graphql.ts';
import type { Surface } from '../../src/contract/surfaces.ts';
import { type GraphqlCaller, hostAnswer } from '../../src/page/model/graphql-access.ts';

const outcomeOf = (api: GraphqlApi, caller: Partial<GraphqlCaller>, body = '{}') =>
  hostAnswer({ api, body }, { surface: 'checkout', apiAccess: true, hasCustomer: true, ...caller })?.outcome;

test.each<[Surface, GraphqlApi, boolean]>([
  ['checkout', 'storefront', true],
  ['checkout', 'customer-account', false],
  ['checkout', 'admin', false],
  ['customer-account', 'storefront', true],
  ['customer-account', 'customer-account', true],
  ['customer-account', 'admin', false],
  ['pos', 'storefront', false],
  ['pos', 'customer-account', false],
  ['pos', 'admin', true],
])('in %s, a query of %s reaches the API: %s', (surface, api, isAllowed) => {
  const outcome = outcomeOf(api, { surface });
  if (isAllowed) expect(outcome).toBeUndefined();
  else expect(outcome).toEqual({ name: 'TypeError', message: 'Failed to fetch' });
});

test('only the Storefront API needs api_access', () => {
  const apiAccess = false;
  expect(outcomeOf('storefront', { apiAccess })).toMatchObject({ name: 'ApiAccessDeniedError' });
  expect(outcomeOf('customer-account', { surface: 'customer-account', apiAccess })).toBeUndefined();
  expect(outcomeOf('admin', { surface: 'pos', apiAccess })).toBeUndefined();
});

test('only the Customer Account API needs a logged-in customer', () => {
  const caller = { surface: 'customer-account', hasCustomer: false } as const;
  expect(outcomeOf('customer-account', caller)).toMatchObject({ status: 401 });
  expect(outcomeOf('storefront', caller)).toBeUndefined();
});

test('a body may be as long as the limit', () => {
  expect(outcomeOf('storefront', {}, 'x'.repeat(MAX_GRAPHQL_BODY_CHARACTERS))).toBeUndefined();
  expect(outcomeOf('storefront', {}, 'x'.repeat(MAX_GRAPHQL_BODY_CHARACTERS + 1))).toMatchObject({
    status: 413,
  });
});
