import { randomUUID } from 'node:crypto';

/** A write of the loyalty example. */
export function joinLoyalty(token: string): [path: string, init: RequestInit] {
  const headers = { authorization: `Bearer ${token}`, origin: 'null', 'idempotency-key': randomUUID() };
  return ['/api/loyalty/enrollment', { method: 'POST', headers }];
}
