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

const NAMED = { 'access-control-allow-origin': 'null', 'access-control-allow-headers': 'authorization' };
const WITH_CREDENTIALS = { ...NAMED, 'access-control-allow-credentials': 'true' };

test.each<[Record<string, string>, RegExp]>([
  [{ ...WITH_CREDENTIALS, ...ORIGIN }, /Allow-Origin is \*, .* credentials: 'include'/],
  [NAMED, /Allow-Credentials is not true/],
  [{ ...NAMED, 'access-control-allow-credentials': 'True' }, /Allow-Credentials is not true/],
])("credentials: 'include' fail with %j, for a reason", (headers, reason) => {
  expect(corsProblem({ ...preflight(204, headers), withCredentials: true })).toMatch(reason);
  const response = { ...preflight(200, headers), method: 'GET', preflight: false };
  expect(corsProblem({ ...response, withCredentials: true })).toMatch(reason);
  expect(corsProblem(response)).toBeUndefined();
});

test("credentials: 'include' pass with the origin and the header, and no wildcard counts for headers", () => {
  const passed = { ...preflight(204, WITH_CREDENTIALS), withCredentials: true };
  expect(corsProblem(passed)).toBeUndefined();
  const asked = { origin: 'null', 'access-control-request-headers': 'content-type' };
  const wildcard = { ...WITH_CREDENTIALS, 'access-control-allow-headers': '*' };
  expect(corsProblem({ ...passed, requestHeaders: asked, responseHeaders: wildcard })).toMatch(
    /does not name content-type/,
  );
  const without = { ...preflight(204, wildcard), requestHeaders: asked };
  expect(corsProblem(without)).toBeUndefined();
});
