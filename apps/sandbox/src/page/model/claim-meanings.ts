import type { Surface } from '../../contract/surfaces.ts';

/** The meaning of each claim (Shopify, "Session Token API"; RFC 7519 §4.1). */
const MEANINGS: Record<string, string> = {
  iss: 'Issuer',
  dest: 'Shop',
  aud: 'Client id',
  sub: 'Customer',
  exp: 'Expires',
  nbf: 'Valid from',
  iat: 'Issued',
  jti: 'Token id',
  sid: 'Session',
};

export const claimMeaning = (name: string, surface: Surface): string =>
  name === 'sub' && surface === 'pos' ? 'User' : (MEANINGS[name] ?? '');
