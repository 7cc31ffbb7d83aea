import { describe, expect, test } from 'vitest';
import type { PropertyKind } from '../src/schema/element-schema.ts';
import { convertValue, describeValue, isCodeUrl } from '../src/worker/property-values.ts';

const signalLike = { value: 1, subscribe() {} };

describe('a value', () => {
  test.each<[PropertyKind, unknown, unknown]>([
    ['string', 5, '5'],
    ['string', true, 'true'],
    ['string', '', ''],
    ['number', '2.5', 2.5],
    ['number', '', undefined],
    ['number', 0, 0],
    ['boolean', 'disabled', true],
    ['boolean', 'false', false],
    ['boolean', '', false],
    ['boolean', 1, true],
    ['array', ['a'], ['a']],
    ['array', '', undefined],
    ['object', { a: 1 }, { a: 1 }],
    ['any', '', ''],
    ['any', ['a'], ['a']],
    ['boolean', null, null],
    ['string', undefined, undefined],
  ])('for a %s: %j becomes %j', (kind, value, expected) => {
    expect(convertValue(kind, value)).toEqual({ ok: true, value: expected });
  });

  test.each<[PropertyKind, unknown]>([
    ['string', {}],
    ['string', ['a']],
    ['string', () => {}],
    ['string', signalLike],
    ['number', 'abc'],
    ['number', true],
    ['boolean', {}],
    ['array', 'a'],
    ['object', ['a']],
    ['object', signalLike],
    ['function', 'a'],
    ['any', Symbol('a')],
    ['any', signalLike],
  ])('for a %s: %s is not taken', (kind, value) => {
    expect(convertValue(kind, value).ok).toBe(false);
  });
});

test('a description is shortened and never shows a token', () => {
  expect(describeValue('x'.repeat(40))).toBe(`"${'x'.repeat(40)}"`);
  expect(describeValue('x'.repeat(41))).toBe(`"${'x'.repeat(40)}…"`);
  expect(describeValue('Bearer eyJhbGciOiJIUzI1NiJ9.e30.c2ln')).toBe('a token');
  expect(describeValue(signalLike)).toBe('a signal');
});

test.each([
  ['href', 'javascript:alert(1)', true],
  ['href', ' java\nscript:alert(1)', true],
  ['src', 'data:text/html,x', true],
  ['src', 'data:image/png;base64,x', false],
  ['href', 'https://example.com/?javascript:', false],
  ['value', 'javascript:alert(1)', false],
])('%s="%s" runs code: %s', (name, value, runs) => {
  expect(isCodeUrl(name, value)).toBe(runs);
});
