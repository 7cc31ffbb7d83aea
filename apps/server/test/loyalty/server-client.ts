import { createTokenIssuer } from '@session-token/token-issuer';
import { startServerProcess } from '../server-process.ts';
import { CLIENT_ID, SECRET, SHOP } from '../test-app.ts';

/** Uses the real clock, as the server processes do. */
const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, shop: SHOP });

export const customerToken = (customerId: string) => mint({ sub: `gid://shopify/Customer/${customerId}` });
const staffToken = () => mint({ sub: '91' }, { surface: 'pos' });

/** Starts a server process on this database, without a rate limit. */
export const startLoyaltyServer = (databaseUrl: string) =>
  startServerProcess({ env: { DATABASE_URL: databaseUrl, RATE_LIMIT_PER_MINUTE: '0' } });

export interface Outcome {
  status: number;
  /** Code of an error. */
  code?: string;
  creditedPoints?: number;
  isReplay: boolean;
}

export async function enroll(url: string, token: string): Promise<Outcome> {
  return post(`${url}/api/loyalty/enrollment`, { authorization: `Bearer ${token}` });
}

export async function adjust(url: string, customerId: string, points: number, key: string): Promise<Outcome> {
  const headers = {
    authorization: `Bearer ${staffToken()}`,
    'idempotency-key': key,
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ points, reason: 'x' });
  return post(`${url}/api/loyalty/customers/${customerId}/adjustments`, headers, body);
}

/** Works on `atATime` items at a time. A server has 10 connections to PostgreSQL, so more only wait. */
export async function atOnce<T>(count: number, work: (index: number) => Promise<T>, atATime = count) {
  const results: T[] = [];
  const indexes = Array(count).keys();
  const workThrough = async () => {
    for (const index of indexes) results[index] = await work(index);
  };
  await Promise.all(Array.from({ length: atATime }, workThrough));
  return results;
}

/** Retries with the same key while the error is retryable, as an honest client does. */
export async function untilDecided(attempt: () => Promise<Outcome>): Promise<Outcome> {
  for (;;) {
    const outcome = await attempt();
    if (outcome.status !== 503 && outcome.code !== 'idempotency_in_progress') return outcome;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function post(url: string, headers: Record<string, string>, body?: string): Promise<Outcome> {
  const response = await fetch(url, { method: 'POST', headers, ...(body && { body }) });
  const json = (await response.json()) as { code?: string; creditedPoints?: number };
  return {
    ...json,
    status: response.status,
    isReplay: response.headers.get('idempotency-replayed') === 'true',
  };
}
