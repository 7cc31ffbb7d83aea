import { type Mint, type Surface, tamperToken } from '@session-token/issuer';
import type { SessionTokenRequest } from '../contract/endpoints.ts';
import { isTokenFault, type TokenFault } from '../contract/token-faults.ts';

/** Of the right length for a secret of ours, and none. */
const FOREIGN_SECRET = 'a-secret-that-another-app-has-been-given';

/** `undefined` where the request is not one for a token. */
export function parseSessionTokenRequest(body: Record<string, unknown>): SessionTokenRequest | undefined {
  const { target, customer, fault } = body;
  if (typeof target !== 'string') return undefined;
  if (customer !== undefined && !(typeof customer === 'string' && /^[1-9]\d{0,19}$/.test(customer)))
    return undefined;
  if (fault !== undefined && !(isTokenFault(fault) && fault !== 'unavailable')) return undefined;
  return { target, ...(customer && { customer }), ...(fault && { fault }) };
}

/** Mints what Shopify would hand to an extension of that target, with the one thing wrong that was asked for. */
export function mintSessionToken(mint: Mint, request: SessionTokenRequest, nowMs = Date.now()): string {
  const surface = surfaceOf(request.target);
  const sub = request.customer && `gid://shopify/Customer/${request.customer}`;
  const claims = surface === 'pos' ? {} : { sub };
  const now = Math.floor(nowMs / 1000);
  const issued = (at: number, lifetime = 300) => ({ ...claims, iat: at, nbf: at, exp: at + lifetime });
  switch (request.fault as TokenFault | undefined) {
    case undefined:
      return mint(claims, { surface });
    case 'expired':
      return mint(issued(now - 600), { surface });
    case 'expiring':
      return mint(issued(now, 5), { surface });
    case 'not-yet-valid':
      return mint(issued(now + 120), { surface });
    case 'audience':
      return mint({ ...claims, aud: 'another-app' }, { surface });
    case 'secret':
      return mint(claims, { surface, secret: FOREIGN_SECRET });
    case 'tampered':
      return tamperToken(mint(claims, { surface }), { sub: 'gid://shopify/Customer/1' });
    case 'alg-none':
      return withoutSignature(mint(claims, { surface, header: { alg: 'none', typ: 'JWT' } }));
    case 'unavailable':
      throw new TypeError('A token that cannot be had is not minted.');
  }
}

function surfaceOf(target: string): Surface {
  if (target.startsWith('pos.')) return 'pos';
  return target.startsWith('customer-account.') ? 'customer-account' : 'checkout';
}

/** An unsecured JWS ends in the dot before its empty signature (RFC 7515, appendix A.5). */
const withoutSignature = (token: string) => token.slice(0, token.lastIndexOf('.') + 1);
