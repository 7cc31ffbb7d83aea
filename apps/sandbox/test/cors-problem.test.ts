import { expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { corsProblem } from '../src/page/model/cors-problem.ts';

function preflight(status: number, responseHeaders: Record<string, string>): Exchange {
  return {
    id: 1,
    method: 'OPTIONS',
    path: '/api/session-token',
    isForApp: true,
    preflight: true,
    status,
    durationMs: 1,
    requestHeaders: { origin: 'null', 'access-control-request-headers': 'authorization' },
    requestBody: '',
    responseHeaders,
    responseBody: '',
  };
}

const ORIGIN = { 'access-control-allow-origin': '*' };

test.each([
  [{ ...ORIGIN, 'access-control-allow-headers': 'Content-Type, Authorization' }],
  [{ 'access-control-allow-origin': 'null', 'access-control-allow-headers': 'authorization' }],
])('a preflight passes with %j', (headers) => {
  expect(corsProblem(preflight(204, headers))).toBeUndefined();
});

test.each<[number, Record<string, string>, RegExp]>([
  [204, {}, /no Access-Control-Allow-Origin/],
  [204, { 'access-control-allow-origin': 'https://extensions.shopifycdn.com' }, /but the origin is null/],
  [404, ORIGIN, /got status 404/],
  [204, ORIGIN, /does not name authorization/],
  [204, { ...ORIGIN, 'access-control-allow-headers': 'Content-Type' }, /does not name authorization/],
  [204, { ...ORIGIN, 'access-control-allow-headers': '*' }, /does not name authorization/],
])('a preflight with status %i and %j fails, for a reason', (status, headers, reason) => {
  expect(corsProblem(preflight(status, headers))).toMatch(reason);
});

test('a response needs only the origin', () => {
  expect(corsProblem({ ...preflight(401, ORIGIN), method: 'GET', preflight: false })).toBeUndefined();
});
