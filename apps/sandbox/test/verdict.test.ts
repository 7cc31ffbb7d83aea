import { describe, expect, test } from 'vitest';
import type { Exchange } from '../src/contract/exchange.ts';
import { judge } from '../src/page/model/verdict.ts';

const CORS = { 'access-control-allow-origin': '*' };

let count = 0;
function exchange(fields: Partial<Exchange>): Exchange {
  count += 1;
  return {
    id: count,
    method: 'GET',
    path: '/api/session-token',
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
const refused = exchange({ status: 401, responseBody: '{"code":"expired","message":"It has expired."}' });
const reset = exchange({ method: 'OPTIONS', preflight: true, failure: 'reset' });
const business = exchange({
  path: '/api/business',
  status: 403,
  responseBody: '{"code":"customer_required","message":"Log in."}',
});

const judged = (...exchanges: Exchange[]) => judge({ networkAccess: true, exchanges });

describe('the verdict on a run', () => {
  test('waits for a call, whatever preflights came before it', () => {
    expect(judged()).toEqual({ kind: 'waiting' });
    expect(judged(preflight)).toEqual({ kind: 'waiting' });
  });

  test('is the newest answer about the token', () => {
    expect(judged(preflight, verified)).toMatchObject({ kind: 'verified', session: { kind: 'buyer' } });
    expect(judged(verified, refused)).toMatchObject({ kind: 'refused', code: 'expired' });
    expect(judged(refused, verified)).toMatchObject({ kind: 'verified' });
  });

  test('stands whatever another route says of the business', () => {
    expect(judged(verified, business)).toMatchObject({ kind: 'verified' });
    expect(judged(business)).toMatchObject({ kind: 'refused', code: 'customer_required' });
  });

  test('falls when another route refuses the token', () => {
    const elsewhere = { ...refused, path: '/api/business' };
    expect(judged(verified, elsewhere)).toMatchObject({ kind: 'refused', code: 'expired' });
  });

  test('is unreachable where the preflight got no answer', () => {
    expect(judged(reset)).toMatchObject({ kind: 'unreachable' });
  });

  test('names what kept the extension from calling at all', () => {
    expect(judge({ networkAccess: false, exchanges: [] })).toEqual({ kind: 'no-network' });
    expect(judge({ networkAccess: true, exchanges: [], tokenError: 'threw' })).toEqual({
      kind: 'no-token',
      message: 'threw',
    });
  });

  test('is blocked where the browser keeps the answer back, preflight or not', () => {
    expect(judged(exchange({ status: 200, responseHeaders: {} }))).toMatchObject({ kind: 'blocked' });
    expect(judged({ ...preflight, responseHeaders: {} })).toMatchObject({ kind: 'blocked' });
  });

  test('survives an answer that is no JSON', () => {
    expect(judged(exchange({ status: 502, responseBody: '<html>' }))).toMatchObject({ kind: 'refused' });
  });
});
