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

const outcomeAfter = (...exchanges: Exchange[]) => outcomeOf({ networkAccess: true, exchanges });

describe('the outcome of a run', () => {
  test('waits for a call, whatever preflights came before it', () => {
    expect(outcomeAfter()).toEqual({ kind: 'waiting' });
    expect(outcomeAfter(preflight)).toEqual({ kind: 'waiting' });
  });

  test('is the newest answer about the token', () => {
    expect(outcomeAfter(preflight, verified)).toMatchObject({ kind: 'verified', session: { kind: 'buyer' } });
    expect(outcomeAfter(verified, refused)).toMatchObject({ kind: 'refused', code: 'expired' });
    expect(outcomeAfter(refused, verified)).toMatchObject({ kind: 'verified' });
  });

  test('stands whatever another route says of the business', () => {
    expect(outcomeAfter(verified, business)).toMatchObject({ kind: 'verified' });
    expect(outcomeAfter(business)).toMatchObject({ kind: 'refused', code: 'customer_required' });
  });

  test('falls when another route refuses the token', () => {
    const elsewhere = { ...refused, path: '/api/business' };
    expect(outcomeAfter(verified, elsewhere)).toMatchObject({ kind: 'refused', code: 'expired' });
  });

  test('is unreachable where the preflight got no answer', () => {
    expect(outcomeAfter(reset)).toMatchObject({ kind: 'unreachable' });
  });

  test('is pending while the newest request has no response, whatever came before it', () => {
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

  test('is blocked where the browser keeps the answer back, preflight or not', () => {
    expect(outcomeAfter(exchange({ status: 200, responseHeaders: {} }))).toMatchObject({ kind: 'blocked' });
    expect(outcomeAfter({ ...preflight, responseHeaders: {} })).toMatchObject({ kind: 'blocked' });
  });

  test('survives an answer that is no JSON', () => {
    expect(outcomeAfter(exchange({ status: 502, responseBody: '<html>' }))).toMatchObject({
      kind: 'refused',
    });
  });
});
