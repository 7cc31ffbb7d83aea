import { SessionTokenError } from './errors.ts';

/** The two extension worlds a session token can come from. */
export type TokenKind = 'buyer' | 'staff';

/**
 * One shop as Shopify names it, bare in checkout and customer-account tokens, with `https://` in POS
 * ones. The name as in Shopify's own pattern for `shop` parameters, in lower case, and no longer than
 * a DNS label. Nothing is lower-cased, trimmed or decoded first: `K` (U+212A) would become a `k`.
 */
const DEST = /^(?:https:\/\/)?([a-z0-9][a-z0-9-]{0,62}\.myshopify\.com)$/;

/** Plain path segments: no dot segments, no escapes, no query. */
const ISSUER_PATH = /^(?:\/[A-Za-z0-9_-]{1,64}){0,8}$/;

/**
 * The shop in `dest`, always as the bare `name.myshopify.com`, beside `dest` as it stands.
 *
 * @throws {SessionTokenError} `bad_dest`
 */
export function parseDest(dest: unknown): { shop: string; dest: string } {
  const match = typeof dest === 'string' ? DEST.exec(dest) : null;
  if (!match?.[1]) throw new SessionTokenError('bad_dest', 'dest');
  return { shop: match[1], dest: match[0] };
}

/**
 * `iss`, if there is one, must be of the same shop and of the token's kind. Staff: exactly
 * `https://{shop}/admin` (Shopify, Session tokens, POS included). Buyer: `https://{shop}/checkouts` is
 * what checkout tokens carry since 2025; that of customer-account tokens is not documented, so any
 * plain path of the shop is taken but those of the admin.
 *
 * @throws {SessionTokenError} `bad_issuer`
 */
export function parseIssuer(iss: unknown, shop: string, kind: TokenKind): string | undefined {
  if (iss === undefined) return undefined;
  const shopUrl = `https://${shop}`;
  if (typeof iss !== 'string' || !iss.startsWith(shopUrl)) throw new SessionTokenError('bad_issuer', 'iss');
  const path = iss.slice(shopUrl.length);
  if (!(kind === 'staff' ? path === '/admin' : isBuyerPath(path)))
    throw new SessionTokenError('bad_issuer', 'iss');
  return iss;
}

function isBuyerPath(path: string): boolean {
  return ISSUER_PATH.test(path) && !/^\/admin(?:\/|$)/i.test(path);
}
