import { decodeUnverified } from './unverified-token.ts';

export interface HandedOutToken {
  token: string;
  source: 'minted' | 'cache';
  /** How often the token was returned, this time included. */
  uses: number;
}

/**
 * Backs `sessionToken.get()`: returns the cached token while it is valid, and mints a new one after that
 * (Shopify, "Session Token API").
 */
export function createTokenCache(mint: () => Promise<string>, now: () => number = Date.now) {
  let cached: { token: string; expiresAtMs: number; uses: number } | undefined;
  let minting: Promise<void> | undefined;

  const isValid = () => cached !== undefined && now() < cached.expiresAtMs;

  return {
    async get(): Promise<HandedOutToken> {
      const source = isValid() ? 'cache' : 'minted';
      if (source === 'minted') {
        // Callers that ask at once share one token.
        minting ??= (async () => {
          const token = await mint();
          cached = { token, expiresAtMs: expiryOf(token), uses: 0 };
        })().finally(() => {
          minting = undefined;
        });
        await minting;
      }
      cached!.uses += 1;
      return { token: cached!.token, source, uses: cached!.uses };
    },
    /** Mints a token for this call alone. */
    async mint(): Promise<HandedOutToken> {
      return { token: await mint(), source: 'minted', uses: 1 };
    },
    /** The next call gets a fresh token. */
    discard(): void {
      cached = undefined;
    },
  };
}

function expiryOf(token: string): number {
  const exp = decodeUnverified(token)?.claims.exp;
  return typeof exp === 'number' ? exp * 1000 : 0;
}
