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

  test('survives a response that is not JSON', () => {
    expect(outcomeAfter(exchange({ status: 502, responseBody: '<html>' }))).toMatchObject({
      kind: 'rejected',
    });
  });
});
