import { randomUUID } from 'node:crypto';
import type { Segment } from '../sign.ts';
import { signToken } from '../sign.ts';
import type { CorpusContext } from './context.ts';
import type { Claims } from './forge.ts';

/** Claim sets as Shopify issues them, written out without the token issuer, so that no default hides a claim. */

export const SESSION_ID = 'c7b1a2d3-1f2e-4a5b-8c9d-0e1f2a3b4c5d';
export const USER_ID = '89301123315';
export const CUSTOMER_ID = '7000000000001';
export const GID = `gid://shopify/Customer/${CUSTOMER_ID}`;

export const adminUrl = ({ shop }: CorpusContext) => `https://${shop}/admin`;

const issued = ({ clientId, nowSeconds }: CorpusContext, lifetimeSeconds: number): Claims => ({
  aud: clientId,
  exp: nowSeconds + lifetimeSeconds,
  nbf: nowSeconds,
  iat: nowSeconds,
  jti: randomUUID(),
});

/** A guest in checkout, as documented; other claims replace or add to these, and `undefined` leaves one out. */
export const checkout = (context: CorpusContext, claims: Claims = {}): Claims => ({
  dest: context.shop,
  ...issued(context, 300),
  ...claims,
});

/** A user in the admin or in POS. */
export const admin = (context: CorpusContext, claims: Claims = {}): Claims => ({
  iss: adminUrl(context),
  dest: `https://${context.shop}`,
  sub: USER_ID,
  sid: SESSION_ID,
  ...issued(context, 60),
  ...claims,
});

/** A post-purchase token, which the same secret signs. */
export const postPurchase = ({ nowSeconds }: CorpusContext, claims: Claims = {}): Claims => ({
  iss: 'shopify',
  sub: '01f8e7',
  iat: nowSeconds,
  input_data: { initialPurchase: {} },
  ...claims,
});

export const sign = ({ secret }: CorpusContext, claims: Segment, header: Claims = {}) =>
  signToken({ alg: 'HS256', typ: 'JWT', ...header }, claims, secret);

/** Some JSON encoders, PHP's among them, write each slash as `\/`. */
export const signWithEscapedSlashes = (context: CorpusContext, claims: Claims) =>
  sign(context, JSON.stringify(claims).replaceAll('/', '\\/'));
