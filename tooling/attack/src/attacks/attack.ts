import type { FindingId } from '../findings/catalog.ts';
import type { AttackRequest } from '../http/exchange.ts';
import type { AttackOptions } from '../options/attack-options.ts';

/** One request, and what the server must do with it. */
export interface Attack {
  /** Unique and stable, because baselines contain it. */
  name: string;
  expected: 'accepted' | 'rejected';
  /** The finding if the server does not do so. */
  finding: FindingId;
  /** Whether the server may also drop the connection, as for a request that is too large. */
  mayDrop?: true;
  /** Findings that do not show in the response. Called after it. */
  alsoFinds?(): FindingId[];
  /** Builds the request when it is sent, because tokens expire. */
  build(context: AttackContext): AttackRequest & { token?: string };
}

/** The data that requests are built from. */
export interface AttackContext {
  app: AttackOptions;
  /** The current time, in whole seconds since the epoch. */
  nowSeconds: number;
}

/** Builds a request of the target's route, as an extension sends it, with these headers in addition. */
export function routeRequest(
  { app }: AttackContext,
  headers: AttackRequest['headers'],
  query: Record<string, string> = {},
): AttackRequest {
  return {
    method: app.method,
    query,
    // Workers of extensions send the origin null (Fetch standard, opaque origins).
    headers: [...headers, ['Origin', 'null'], ...app.headers],
    ...(app.body !== undefined && { body: app.body }),
  };
}

/** Builds a request with a token where the target expects it. */
export function tokenRequest(context: AttackContext, token: string): AttackRequest & { token: string } {
  return { ...routeRequest(context, [tokenHeader(context, token)]), token };
}

export function tokenHeader({ app }: AttackContext, token: string): [name: string, value: string] {
  const bytes = Buffer.from(token).toString('latin1');
  return [app.tokenHeader, isAuthorization(app) ? `Bearer ${bytes}` : bytes];
}

export function isAuthorization({ tokenHeader }: Pick<AttackOptions, 'tokenHeader'>): boolean {
  return tokenHeader.toLowerCase() === 'authorization';
}
