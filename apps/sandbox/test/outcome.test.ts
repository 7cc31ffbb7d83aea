import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { outcomeOf } from '../src/page/model/outcome.ts';

const CORS = { 'access-control-allow-origin': '*' };

let count = 0;
function exchange(fields: Partial<Exchange>): Exchange {
  count += 1;
  return {
    id: count,
    method: 'GET',
    path: '/api/session-token',
    isForApp: true,
    preflight: false,
    durationMs: 1,
    requestHeaders: { origin: 'null' },
    requestBody: '',
    responseHeaders: CORS,
    responseBody: '{}',
    ...fields,
  };
}

const verified = exchange({ status: 200, responseBody: '{"kind":"buyer","shop":"sandbox.myshopify.com"}' });
const preflight = exchange({ method: 'OPTIONS', preflight: true, status: 204 });
const rejected = exchange({ status: 401, responseBody: '{"code":"expired","message":"It has expired."}' });
const reset = exchange({ method: 'OPTIONS', preflight: true, failure: 'reset' });
const business = exchange({
  path: '/api/business',
  status: 403,
  responseBody: '{"code":"customer_required","message":"Log in."}',
});

const outcomeAfter = (...exchanges: Exchange[]) => outcomeOf({ networkAccess: true, exchanges });

describe('the outcome of a run', () => {
  test('waits for a call, regardless of earlier preflights', () => {
    expect(outcomeAfter()).toEqual({ kind: 'waiting' });
    expect(outcomeAfter(preflight)).toEqual({ kind: 'waiting' });
  });

  test('is the newest response about the token', () => {
    expect(outcomeAfter(preflight, verified)).toMatchObject({ kind: 'verified', session: { kind: 'buyer' } });
    expect(outcomeAfter(verified, rejected)).toMatchObject({ kind: 'rejected', code: 'expired' });
    expect(outcomeAfter(rejected, verified)).toMatchObject({ kind: 'verified' });
  });

  test('does not change with business errors of another route', () => {
    expect(outcomeAfter(verified, business)).toMatchObject({ kind: 'verified' });
    expect(outcomeAfter(business)).toMatchObject({ kind: 'rejected', code: 'customer_required' });
  });

  test('changes when another route rejects the token', () => {
    const elsewhere = { ...rejected, path: '/api/business' };
    expect(outcomeAfter(verified, elsewhere)).toMatchObject({ kind: 'rejected', code: 'expired' });
  });

  test('is unreachable if the preflight got no response', () => {
    expect(outcomeAfter(reset)).toMatchObject({ kind: 'unreachable' });
  });

  test('is pending while the newest request has no response, regardless of earlier ones', () => {
    const { durationMs: _, ...started } = exchange({});
    const waiting = outcomeOf({ networkAccess: true, exchanges: [verified], pending: [started] });
    expect(waiting).toEqual({ kind: 'pending', exchange: started });
  });

  test('names what kept the extension from calling at all', () => {
    expect(outcomeOf({ networkAccess: false, exchanges: [] })).toEqual({ kind: 'no-network' });
    expect(outcomeOf({ networkAccess: true, exchanges: [], tokenError: 'threw' })).toEqual({
      kind: 'no-token',
      message: 'threw',
    });
  });

  test('is blocked if the browser withholds the response, with or without a preflight', () => {
    expect(outcomeAfter(exchange({ status: 200, responseHeaders: {} }))).toMatchObject({ kind: 'blocked' });
    expect(outcomeAfter({ ...preflight, responseHeaders: {} })).toMatchObject({ kind: 'blocked' });
  });

  test.each(['<html>', 'null', '[]', '""', '{"code":7}'])(
    'says nothing about the token after a 502 with the body %s',
    (responseBody) => {
      expect(outcomeAfter(exchange({ status: 502, responseBody }))).toMatchObject({ kind: 'answered' });
    },
  );

  test('is about the app, whatever happens to requests for other hosts', () => {
    const refused = exchange({
      isForApp: false,
      destination: 'https://evil.example',
      failure: 'Not sent',
      refusedHost: 'evil.example',
    });
    expect(outcomeAfter(verified, refused)).toMatchObject({ kind: 'verified' });
    expect(outcomeAfter(refused)).toMatchObject({ kind: 'refused', host: 'evil.example' });
  });
});

describe("the outcome with the developer's own server", () => {
  const outcome = (...exchanges: Exchange[]) =>
    outcomeOf({ isForeign: true, networkAccess: true, exchanges });
  const answer = (status: number, body: unknown = {}) =>
    exchange({ path: '/their/route', status, responseBody: JSON.stringify(body) });

  test.each([
    [200, {}, { kind: 'verified' }],
    [299, 'text', { kind: 'verified' }],
    [304, null, { kind: 'verified' }],
    [401, {}, { kind: 'rejected', isDocumented: false }],
    [
      403,
      { code: 'NOT_YOURS', message: 'No.' },
      { kind: 'rejected', code: 'NOT_YOURS', isDocumented: false },
    ],
    [401, { code: 'expired' }, { kind: 'rejected', code: 'expired', isDocumented: true }],
    [429, { code: 'rate_limited' }, { kind: 'rejected', isDocumented: true }],
    [400, { code: 'toString' }, { kind: 'answered' }],
    [404, { code: 'not_found' }, { kind: 'answered' }],
    [402, {}, { kind: 'answered' }],
    [500, { code: 'OOPS' }, { kind: 'answered' }],
  ])('after %i with %j is %j', (status, body, expected) => {
    expect(outcome(answer(status, body))).toMatchObject(expected);
  });

  test('is the newest response: a retry with a fresh token replaces a rejection', () => {
    expect(outcome(answer(401), preflight, answer(200))).toMatchObject({ kind: 'verified' });
    expect(outcome(answer(200), answer(401))).toMatchObject({ kind: 'rejected' });
    expect(outcome(answer(200), reset)).toMatchObject({ kind: 'unreachable' });
    expect(outcome({ ...answer(200), responseHeaders: {} })).toMatchObject({ kind: 'blocked' });
  });

  test('knows no route by its path', () => {
    const same = exchange({ status: 200, responseBody: '{"ok":true}' });
    expect(outcome(same)).toEqual({ kind: 'verified', exchange: same });
  });
});
