import { createTokenIssuer, type MintOptions } from '../issuer.ts';
import { encodeSegment, type Segment, signToken } from '../sign.ts';
import type { CorpusContext } from './context.ts';

export type Claims = Record<string, unknown>;

/** Everything that a row needs to mint its token for a context. */
export interface Forge extends CorpusContext {
  /** The name in front of `.myshopify.com`. */
  shopName: string;
  /** Mints a token of the context's holder, with these claims replaced. */
  mint(claims?: Claims, options?: MintOptions): string;
  /** Mints the token of a guest in checkout, with these claims replaced. */
  mintGuest(claims?: Claims): string;
  /** Mints the token of a POS extension, with these claims replaced. */
  mintStaff(claims?: Claims): string;
  /** Mints a token in which one claim is this JSON text, which JSON.stringify would not write. */
  mintWithJson(claim: string, json: string): string;
  /** Signs a payload with the standard header. */
  signPayload(payload: Segment): string;
  /** Signs a header over genuine claims. */
  signHeader(header: Segment): string;
  /** Returns claims that Shopify could issue now. */
  genuineClaims(): Claims;
  /** Mints a genuine token, and returns it with its segments. */
  genuineParts(): { token: string; header: string; payload: string; signature: string };
}

/** Another app's secret. */
export const FOREIGN_SECRET = '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';

/** Another shop, which no context names. */
export const OTHER_SHOP = 'another-shop-of-the-corpus.myshopify.com';

const CUSTOMER = { sub: 'gid://shopify/Customer/7000000000001' };
const STAFF = { surface: 'pos' } as const;

const STANDARD_HEADER = { alg: 'HS256', typ: 'JWT' };

export function createForge(context: CorpusContext): Forge {
  const { secret, shop, nowSeconds, holder = 'guest' } = context;
  const issue = createTokenIssuer({ ...context, now: () => nowSeconds * 1000 });
  const mint: Forge['mint'] = (claims, options) =>
    issue(
      { ...(holder === 'customer' && CUSTOMER), ...claims },
      { ...(holder === 'staff' && STAFF), ...options },
    );
  const genuineClaims = () => decodePayload(mint());
  const signPayload = (payload: Segment) => signToken(STANDARD_HEADER, payload, secret);
  return {
    ...context,
    shopName: shop.replace(/\.myshopify\.com$/, ''),
    mint,
    mintGuest: (claims) => issue(claims),
    mintStaff: (claims) => issue(claims, STAFF),
    mintWithJson(claim, json) {
      const { [claim]: _replaced, ...others } = genuineClaims();
      return signPayload(JSON.stringify(others).replace(/}$/, `,${JSON.stringify(claim)}:${json}}`));
    },
    signPayload,
    signHeader: (header) => signToken(header, genuineClaims(), secret),
    genuineClaims,
    genuineParts() {
      const token = mint();
      const [header = '', payload = '', signature = ''] = token.split('.');
      return { token, header, payload, signature };
    },
  };
}

function decodePayload(token: string): Claims {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

/** Changes the case of the first letter. Appends a letter if there is none, so that the text always changes. */
export function changeCase(text: string): string {
  return text.replace(/[a-z]|$/i, (letter) =>
    letter === letter.toUpperCase() ? letter.toLowerCase() || 'S' : letter.toUpperCase(),
  );
}

/** Encodes a value as JSON, padded with spaces until its length modulo 3 is the remainder. */
export function encodePadded(value: object, remainder: number): string {
  let json = JSON.stringify(value);
  while (Buffer.byteLength(json) % 3 !== remainder) json += ' ';
  return encodeSegment(json);
}
