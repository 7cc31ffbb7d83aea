import { holderOf } from '../claims.ts';
import type { JsonObject } from '../compact-jws.ts';
import { type Shape, shapeOf } from './shapes.ts';

/** A form of a claim that no public source shows. `claim` is `unknown` for a name that no public source has. */
export interface Surprise {
  claim: KnownClaim | 'unknown';
  shape: Shape | SurprisingTimes;
}

/** `other-lifetime`: from `iat` to `exp`. `not-iat`: `nbf` differs from `iat`. */
type SurprisingTimes = 'other-lifetime' | 'not-iat';

export type KnownClaim = keyof typeof BUYER;

type Forms = Readonly<Record<string, readonly Shape[]>>;

const COMMON = {
  aud: ['hex'],
  exp: ['seconds'],
  nbf: ['seconds'],
  iat: ['seconds'],
  jti: ['uuid'],
} as const satisfies Forms;

/**
 * The forms that public sources show: real tokens that somebody decoded, Shopify's code and fixtures, and Shopify's
 * documentation. The verifier accepts more, because Shopify documents neither the issuer of customer-account tokens
 * nor the claims of POS tokens.
 */
const BUYER = {
  ...COMMON,
  iss: ['absent', 'shop-checkouts-url'],
  dest: ['shop', 'shop-url'],
  sub: ['absent', 'customer-gid'],
  sid: ['absent'],
  sig: ['absent'],
} as const satisfies Forms;

const STAFF = {
  ...COMMON,
  iss: ['shop-admin-url'],
  dest: ['shop-url'],
  sub: ['digits'],
  sid: ['uuid', 'hex'],
  sig: ['absent', 'hex'],
} as const satisfies Forms;

/** Documented for extensions, and for the admin. */
const LIFETIME_SECONDS = { buyer: 300, staff: 60 } as const;

export const isKnownClaim = (name: string): name is KnownClaim => Object.hasOwn(BUYER, name);

/**
 * Returns every form that no public source shows, such as a `sid` in a buyer's token. For issue reports and metrics:
 * contains no value and no unknown name, and at most one entry for all unknown claims of one shape.
 */
export function findSurprises(claims: JsonObject): Surprise[] {
  const kind = holderOf(claims) === 'staff' ? 'staff' : 'buyer';
  const known: Forms = kind === 'staff' ? STAFF : BUYER;
  const surprises = new Map<string, Surprise>();
  const add = (claim: Surprise['claim'], shape: Surprise['shape']) =>
    surprises.set(`${claim} ${shape}`, { claim, shape });

  for (const [name, shapes] of Object.entries(known)) {
    const shape = shapeOf(claims[name]);
    if (!shapes.includes(shape)) add(name as KnownClaim, shape);
  }
  for (const name of Object.keys(claims)) if (!isKnownClaim(name)) add('unknown', shapeOf(claims[name]));
  const { exp, nbf, iat } = claims;
  if (Number(exp) - Number(iat) !== LIFETIME_SECONDS[kind]) add('exp', 'other-lifetime');
  if (nbf !== iat) add('nbf', 'not-iat');
  return [...surprises.values()];
}
