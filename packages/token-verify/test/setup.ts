import { createTokenIssuer, type MintOptions } from '@session-token/token-issuer';
import { expect } from 'vitest';
import {
  createSessionTokenVerifier,
  SessionTokenError,
  type SessionTokenVerifier,
  type VerifiedToken,
} from '../src/index.ts';
import type { SessionTokenVerifierOptions } from '../src/options.ts';

export const CLIENT_ID = '0b5ec9a3c2e14a6f8d7092f4b1e6a35c';
export const SECRET = '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';
export const PREVIOUS_SECRET = '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';
export const FOREIGN_SECRET = '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';
export const SHOP = 'sandbox.myshopify.com';

/** The fixed clock of all tests: 2026-01-15T12:00:00Z. */
export const NOW_SECONDS = 1_768_478_400;
export const NOW_MS = NOW_SECONDS * 1000;

export const mint = createTokenIssuer({ clientId: CLIENT_ID, secret: SECRET, now: () => NOW_MS });

/** Mints a token of a POS extension, with these claims replaced. */
export const mintStaff = (claims: Record<string, unknown> = {}, options: MintOptions = {}) =>
  mint(claims, { surface: 'pos', ...options });

/** Returns claims that Shopify could issue now. */
export function genuineClaims(): Record<string, unknown> {
  return decodePayload(mint());
}

export function decodePayload(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(segmentsOf(token)[1], 'base64url').toString());
}

export function segmentsOf(token: string): [header: string, payload: string, signature: string] {
  const [header = '', payload = '', signature = ''] = token.split('.');
  return [header, payload, signature];
}

export function createVerifier(options: Partial<SessionTokenVerifierOptions> = {}): SessionTokenVerifier {
  return createSessionTokenVerifier({
    clientId: CLIENT_ID,
    secrets: [SECRET],
    now: () => NOW_MS,
    ...options,
  });
}

/** Creates a verifier whose clock the test can set, in seconds from now. */
export function createClockedVerifier(options: Partial<SessionTokenVerifierOptions> = {}) {
  let offsetSeconds = 0;
  const verifier = createVerifier({ ...options, now: () => NOW_MS + offsetSeconds * 1000 });
  const setClock = (seconds: number) => {
    offsetSeconds = seconds;
  };
  return { verifier, setClock };
}

/** Returns the verified session, or the error that rejects the token. Fails on any other error. */
export async function outcomeOf(
  verifier: SessionTokenVerifier,
  token: unknown,
): Promise<VerifiedToken | SessionTokenError> {
  try {
    return await verifier.verify(token as string);
  } catch (error) {
    expect(error).toBeInstanceOf(SessionTokenError);
    return error as SessionTokenError;
  }
}

/** A token, and the code and claim that it must be rejected with. */
interface Rejection {
  token: unknown;
  code: string;
  claim?: string | undefined;
}

/** Verifies a token again and returns whether the cache answered. */
export async function isCached(verifier: SessionTokenVerifier, token: string): Promise<boolean> {
  const { hits } = verifier.stats();
  await outcomeOf(verifier, token);
  return verifier.stats().hits === hits + 1;
}

/** Expects a rejection with the code and claim, although both secrets are accepted, and nothing in the cache. */
export async function expectRejected({ token, code, claim }: Rejection): Promise<void> {
  const verifier = createVerifier({ secrets: [SECRET, PREVIOUS_SECRET] });
  const rejection = await outcomeOf(verifier, token);
  expect(rejection).toBeInstanceOf(SessionTokenError);
  expect(rejection).toMatchObject({ code, claim });
  expect(verifier.stats()).toEqual({ hits: 0, misses: 0, size: 0 });
}
