import type { CorpusContext } from './context.ts';
import type { Forge } from './forge.ts';
import { createForge } from './forge.ts';

/** The aspect of a token that a row is about. */
export type Category =
  | 'algorithm'
  | 'audience'
  | 'claims'
  | 'encoding'
  | 'foreign'
  | 'header'
  | 'kind'
  | 'shop'
  | 'signature'
  | 'size'
  | 'times';

/**
 * The evidence that a claim set exists. R: a real token that somebody decoded in public. O: Shopify's own code or
 * test fixture. D: Shopify's documentation. C: a comment or type in third-party code. H: a hypothesis.
 */
export interface Evidence {
  id: string;
  evidence: 'R' | 'O' | 'D' | 'C' | 'H';
  source: string;
}

interface Row {
  /** Completes the sentence "a token with …". Unique in the corpus. */
  name: string;
  category: Category;
  /** Present if the claim set is known from a public source. */
  evidence?: Evidence;
  /** Mints the token. Each call returns a token with the same fault, mostly with a new `jti`. */
  mint(context: CorpusContext): string;
}

/** A token that must be accepted: a rejection would turn a real customer or staff member away. */
export interface GenuineToken extends Row {
  kind: 'buyer' | 'staff';
  /** The customer of a buyer's token; absent for a guest. */
  customerId?: string;
  /** The user of a staff token. */
  userId?: string;
  /** The shop, if it is not the shop of the context. */
  shop?: string;
}

/** A token that must be rejected. */
export interface HostileToken extends Row {
  /** The `SessionTokenErrorCode` that it must be rejected with. */
  code: string;
  /** The faulty claim, if one claim is at fault. */
  claim?: string;
}

/** A limit, with the last accepted token and the first rejected one. */
export interface Limit {
  name: string;
  /** Whether the tokens are only right at exactly `nowSeconds`. */
  needsExactClock: boolean;
  inside: GenuineToken;
  outside: HostileToken;
}

export type Build = (forge: Forge) => string;

const rowOf = (category: Category, name: string, build: Build): Row => ({
  name,
  category,
  mint: (context) => build(createForge(context)),
});

export function hostile(
  category: Category,
  code: string,
  claim: string | undefined,
  name: string,
  build: Build,
): HostileToken {
  return { ...rowOf(category, name, build), code, ...(claim !== undefined && { claim }) };
}

export type Holder = Pick<GenuineToken, 'kind' | 'customerId' | 'userId' | 'shop'>;

export function genuine(category: Category, holder: Holder, name: string, build: Build): GenuineToken {
  const { mint, ...row } = rowOf(category, name, build);
  // A genuine token names its own holder.
  return { ...row, ...holder, mint: (context) => mint({ ...context, holder: 'guest' }) };
}
