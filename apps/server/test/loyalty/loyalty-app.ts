import { randomUUID } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import { createTestApp, type TestApp, type TestAppOptions } from '../test-app.ts';

export interface LoyaltyApp extends TestApp {
  asCustomer: (customerId: string, claims?: Record<string, unknown>) => string;
  asStaff: (claims?: Record<string, unknown>) => string;
  balance: (token: string) => Promise<LightMyRequestResponse>;
  enroll: (token: string, headers?: Record<string, string>) => Promise<LightMyRequestResponse>;
  lookUp: (token: string, customerId: string) => Promise<LightMyRequestResponse>;
  adjust: (
    token: string,
    customerId: string,
    body: object,
    headers?: Record<string, string>,
  ) => Promise<LightMyRequestResponse>;
}

/** The real app, with a function per loyalty route. By default every adjustment has a new key. */
export async function createLoyaltyApp(options: TestAppOptions = {}): Promise<LoyaltyApp> {
  const testApp = await createTestApp(options);
  const { app, mint, get } = testApp;
  const post = (url: string, token: string, headers: Record<string, string>, payload?: object) =>
    app.inject({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(payload && { payload }),
    });
  return {
    ...testApp,
    asCustomer: (customerId, claims) => mint({ sub: `gid://shopify/Customer/${customerId}`, ...claims }),
    asStaff: (claims) => mint(claims, { surface: 'pos' }),
    balance: (token) => get('/api/loyalty', token),
    enroll: (token, headers = {}) => post('/api/loyalty/enrollment', token, headers),
    lookUp: (token, customerId) => get(`/api/loyalty/customers/${customerId}`, token),
    adjust: (token, customerId, body, headers = { 'idempotency-key': randomUUID() }) =>
      post(`/api/loyalty/customers/${customerId}/adjustments`, token, headers, body),
  };
}
