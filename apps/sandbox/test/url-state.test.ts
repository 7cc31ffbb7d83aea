import { describe, expect, test } from 'vitest';
import { DEFAULT_STATE, formatUrlState, parseUrlState, type UrlState } from '../src/contract/url-state.ts';

describe('the URL', () => {
  test('is empty in the default state', () => {
    expect(parseUrlState('')).toEqual({ state: DEFAULT_STATE, ignored: [] });
    expect(formatUrlState(DEFAULT_STATE)).toBe('');
  });

  test('round-trips every control', () => {
    const state: UrlState = {
      target: 'purchase.checkout.block.render',
      extension: 'their app/ui/örtlich',
      customer: '42',
      user: '7',
      staff: '8',
      fault: 'audience',
      skewSeconds: -30,
      networkAccess: false,
      server: 'no-cors',
      delayMs: 800,
      connected: false,
      device: 'phone',
      location: 4,
      origin: 'local',
      editor: true,
      published: true,
      item: 2,
      quantity: 5,
      language: 'fr-CA',
      theme: 'dark',
      settings: { link: 'https://example.com/?a=b&c' },
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
    'skew=86401',
    'skew=1.5',
    'delay=-1',
    'quantity=100',
    'origin=https://evil.example',
    'setting.<b>=1',
    'language=<b>',
    'colour=blue',
    `extension=${'a'.repeat(301)}`,
    '__proto__=1',
  ])('ignores %s, and reports it', (query) => {
    expect(parseUrlState(`?${query}`)).toEqual({ state: DEFAULT_STATE, ignored: [query] });
  });

  test('accepts a long id of an extension', () => {
    expect(parseUrlState(`?extension=${'a'.repeat(300)}`).state.extension).toHaveLength(300);
  });

  test('accepts the longest customer id that Shopify could issue', () => {
    expect(parseUrlState(`?customer=${'9'.repeat(20)}`).state.customer).toBe('9'.repeat(20));
  });
});
