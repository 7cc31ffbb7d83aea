import { signToken } from '@session-token/token-issuer';
import { CLIENT_ID, NOW_SECONDS, SECRET, SHOP } from './setup.ts';

/** Claim sets as Shopify issues them, written out without the token issuer, so that no default hides a claim. */

export type Claims = Record<string, unknown>;

export const TOKEN_ID = '4a2c1f0e-8d35-4b6a-9c1e-7f00a1b2c3d4';
export const SESSION_ID = 'c7b1a2d3-1f2e-4a5b-8c9d-0e1f2a3b4c5d';
export const USER_ID = '89301123315';
export const CUSTOMER_ID = '7000000000001';
export const GID = `gid://shopify/Customer/${CUSTOMER_ID}`;
export const ADMIN = `https://${SHOP}/admin`;

const issued = (lifetimeSeconds: number): Claims => ({
  aud: CLIENT_ID,
  exp: NOW_SECONDS + lifetimeSeconds,
  nbf: NOW_SECONDS,
  iat: NOW_SECONDS,
  jti: TOKEN_ID,
});

/** A guest in checkout, as documented; other claims replace or add to these, and `undefined` leaves one out. */
export const checkout = (claims: Claims = {}): Claims => ({ dest: SHOP, ...issued(300), ...claims });

/** A user in the admin or in POS. */
export const admin = (claims: Claims = {}): Claims => ({
  iss: ADMIN,
  dest: `https://${SHOP}`,
  sub: USER_ID,
  sid: SESSION_ID,
  ...issued(60),
  ...claims,
});

/** A post-purchase token, which the same secret signs. */
export const postPurchase = (claims: Claims = {}): Claims => ({
  iss: 'shopify',
  sub: '01f8e7',
  iat: NOW_SECONDS,
  input_data: { initialPurchase: {} },
  ...claims,
});

export const sign = (claims: Claims | string, header: Claims = {}) =>
  signToken({ alg: 'HS256', typ: 'JWT', ...header }, claims, SECRET);

/** Some JSON encoders, PHP's among them, write each slash as `\/`. */
export const signWithEscapedSlashes = (claims: Claims) => sign(JSON.stringify(claims).replaceAll('/', '\\/'));
