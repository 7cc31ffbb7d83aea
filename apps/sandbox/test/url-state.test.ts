import { describe, expect, test } from 'vitest';
import { formatUrlState, parseUrlState, type UrlState } from '../src/contract/url-state.ts';

const DEFAULTS: UrlState = { serverDown: false, editor: false };

describe('the URL', () => {
  test('says nothing in the default state', () => {
    expect(parseUrlState('')).toEqual({ state: DEFAULTS, ignored: [] });
    expect(formatUrlState(DEFAULTS)).toBe('');
  });

  test('carries every switch there and back', () => {
    const state: UrlState = {
      target: 'purchase.checkout.block.render',
      customer: '42',
      fault: 'audience',
      networkAccess: false,
      serverDown: true,
      editor: true,
      language: 'fr-CA',
      theme: 'dark',
    };
    expect(parseUrlState(formatUrlState(state))).toEqual({ state, ignored: [] });
  });

  test.each([
    'fault=banana',
    'customer=0',
    'customer=-1',
    'customer=gid://shopify/Customer/1',
    `customer=${'9'.repeat(21)}`,
    'network=maybe',
    'server=',
    'language=<b>',
    'target=nothing',
    'colour=blue',
    '__proto__=1',
  ])('leaves %s out, and tells', (query) => {
    expect(parseUrlState(`?${query}`)).toEqual({ state: DEFAULTS, ignored: [query] });
  });

  test('takes the longest customer number that Shopify could issue', () => {
    expect(parseUrlState(`?customer=${'9'.repeat(20)}`).state.customer).toBe('9'.repeat(20));
  });
});
